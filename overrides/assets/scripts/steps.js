// Steps can be ticked off and linked to. Ticks are kept on this device, for all languages at once.
(() => {
  const article = document.querySelector("[data-page]");
  const template = document.getElementById("site-step-tools");
  const steps = article ? [...article.querySelectorAll("ol.steps > li[id]")] : [];
  if (!template || !steps.length) return;

  const key = `helpcenter:steps:${article.dataset.page}`;
  const tools = template.content;
  let done = new Set();
  try {
    done = new Set(JSON.parse(localStorage.getItem(key) || "[]"));
  } catch {}

  const progress = tools.querySelector(".progress").cloneNode(true);
  const status = progress.querySelector("[role=status]");

  function show() {
    const list = steps.filter((step) => step.offsetParent).length || steps.length;
    let count = 0;
    for (const step of steps) {
      const ticked = done.has(step.id);
      step.classList.toggle("done", ticked);
      step.querySelector(".tick input").checked = ticked;
      if (ticked && step.offsetParent) count += 1;
    }
    progress.hidden = done.size === 0;
    status.textContent = template.dataset.done.replace("{done}", count).replace("{all}", list);
  }

  function keep() {
    try {
      if (done.size) localStorage.setItem(key, JSON.stringify([...done]));
      else localStorage.removeItem(key);
    } catch {}
    show();
  }

  function numbered(element, number) {
    const text = element.querySelector(".hidden");
    text.textContent = text.textContent.replace("{n}", number);
    return element;
  }

  function equip(step) {
    const number = [...step.parentNode.children].indexOf(step) + 1;
    const text = document.createElement("div");
    text.className = "step-text";
    text.append(...step.childNodes);

    const tick = numbered(tools.querySelector(".tick").cloneNode(true), number);
    tick.querySelector("input").addEventListener("change", (event) => {
      if (event.target.checked) done.add(step.id);
      else done.delete(step.id);
      keep();
    });

    const link = numbered(tools.querySelector(".step-link").cloneNode(true), number);
    link.setAttribute("href", `#${step.id}`);
    link.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(link.href);
      } catch {
        return;
      }
      link.setAttribute("data-copied", template.dataset.copied);
      setTimeout(() => link.removeAttribute("data-copied"), 2000);
    });
    step.append(tick, text, link);
  }

  steps.forEach(equip);
  for (const list of new Set(steps.map((step) => step.parentNode))) {
    // Safari takes a list without markers for no list.
    list.setAttribute("role", "list");
  }
  const lists = article.querySelectorAll('[data-section="steps"] .body');
  lists[lists.length - 1].append(progress);
  progress.querySelector("button").addEventListener("click", () => {
    done.clear();
    keep();
    steps[0].querySelector(".tick input").focus();
  });
  article.addEventListener("change", (event) => {
    if (event.target.type === "radio") show();
  });
  show();
})();
