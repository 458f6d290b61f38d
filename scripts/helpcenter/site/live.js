// Preview only: reloads the page after a build and shows what is wrong after a broken edit.
(() => {
  const script = document.currentScript;
  const shown = Number(script.dataset.version);
  let known = shown;
  let panel = null;

  function show(trouble) {
    panel?.remove();
    panel = document.createElement("pre");
    panel.setAttribute("role", "alert");
    panel.textContent = trouble.join("\n\n");
    Object.assign(panel.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: "99999", margin: "0", padding: "16px",
      maxHeight: "70vh", overflow: "auto", whiteSpace: "pre-wrap", font: "15px/1.5 monospace",
      background: "#4a0d0d", color: "#fff",
    });
    document.body.append(panel);
  }

  async function listen() {
    try {
      const answer = await fetch(`/_helpcenter/news?${known}`);
      const news = await answer.json();
      if (news.version !== known) {
        known = news.version;
        if (news.trouble.length) show(news.trouble);
        else location.reload();
      }
      setTimeout(listen, 50);
    } catch {
      setTimeout(listen, 1000);
    }
  }

  // A page loaded while something is wrong asks once without waiting.
  known = -1;
  fetch(`/_helpcenter/news?-1`).then((answer) => answer.json()).then((news) => {
    known = news.version;
    if (news.trouble.length) show(news.trouble);
    else if (news.version !== shown) location.reload();
  }).catch(() => { known = shown; }).finally(listen);
})();
