// Both languages at once: the twin of the article waits in a <template>, so this also works from a
// folder without network. Sections and steps find each other by id, whatever their order.
(() => {
  const KEY = "helpcenter:beside";
  const article = document.querySelector("[data-page]");
  const buttons = [...document.querySelectorAll("[data-beside]")];
  if (!article || !buttons.length) return;

  let shown = "";

  function twin(nodes, lang, className) {
    const element = document.createElement("div");
    element.className = `${className} twin`;
    element.lang = lang;
    element.append(...[...nodes].map((node) => node.cloneNode(true)));
    for (const one of element.querySelectorAll("[id]")) one.removeAttribute("id");
    return element;
  }

  function pair(place, element, before = null) {
    if (!place || !element.textContent.trim()) return;
    place.classList.add("paired");
    place.insertBefore(element, before);
  }

  function show(lang) {
    for (const one of article.querySelectorAll(".twin")) {
      one.parentNode.classList.remove("paired");
      one.remove();
    }
    const template = lang && document.querySelector(`template[data-twin="${CSS.escape(lang)}"]`);
    shown = template ? lang : "";
    document.documentElement.classList.toggle("beside-on", Boolean(template));
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.beside === shown));
    }
    if (!template) return;

    const other = template.content;
    const title = article.querySelector(":scope > .pair");
    pair(title, twin(other.querySelector("h1").childNodes, lang, "as-h1"));
    pair(
      article.querySelector(".answer.pair"),
      twin(other.querySelector("h1 + .body").childNodes, lang, "body"),
    );
    for (const section of article.querySelectorAll("[data-section]")) {
      const id = CSS.escape(section.dataset.section);
      const found = other.querySelector(`[data-section="${id}"]`);
      if (!found) continue;
      const [head, text] = section.querySelectorAll(":scope > .pair");
      pair(head, twin(found.querySelector("h2").childNodes, lang, "as-h2"));
      const steps = section.querySelectorAll("ol.steps > li[id]");
      if (!steps.length) {
        pair(text, twin(found.querySelector(".body").childNodes, lang, "body"));
        continue;
      }
      for (const step of steps) {
        const same = found.querySelector(`li[id="${CSS.escape(step.id)}"]`);
        if (same) pair(step, twin(same.childNodes, lang, "step-text"), step.lastElementChild);
      }
    }
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(shown === button.dataset.beside ? "" : button.dataset.beside);
      try {
        if (shown) localStorage.setItem(KEY, shown);
        else localStorage.removeItem(KEY);
      } catch {}
    });
  }
  try {
    show(localStorage.getItem(KEY) || "");
  } catch {}
})();
