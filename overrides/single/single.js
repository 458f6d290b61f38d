// The one-file edition: shows one language at a time, keeps the place when it changes, and searches.
// Everything it needs is already in the page. Without scripts all languages stand one below the other.
((search) => {
  "use strict";

  const MOST = 8;
  const root = document.documentElement;
  const languages = [...document.querySelectorAll("[data-locale]")];

  function show(chosen) {
    for (const one of languages) one.hidden = one !== chosen;
    root.lang = chosen.dataset.lang;
    root.dir = chosen.dir;
  }

  /** Shows what the address names, in whichever language that is. */
  function follow() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {}
    const place = id && document.getElementById(id);
    const language = place && place.closest("[data-locale]");
    if (!language) return false;
    show(language);
    place.scrollIntoView();
    return true;
  }

  /** The id of the step, section or article under the top edge. */
  function reading(language) {
    let found = "index";
    for (const one of language.querySelectorAll("article, article [id]")) {
      if (one.offsetParent && one.getBoundingClientRect().top < 130) {
        found = one.id.slice(language.dataset.prefix.length);
      }
    }
    return found;
  }

  function wire(language) {
    const { locale, none, count, one: single } = language.dataset;
    const input = language.querySelector("input[type=search]");
    const panel = language.querySelector(".results");
    const status = panel.querySelector("p");
    const list = panel.querySelector("ol");

    function row(hit) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const text = document.createElement("span");
      link.href = "#" + hit.address.replace("#", "/");
      link.textContent = hit.title;
      text.textContent = hit.text;
      if (hit.locale !== locale) item.lang = languages.find((one) => one.dataset.locale === hit.locale).dataset.lang;
      item.append(link, text);
      return item;
    }

    function ask() {
      const query = input.value.trim();
      panel.hidden = !query;
      const hits = query ? search.ask(locale, query, MOST).hits : [];
      list.replaceChildren(...hits.map(row));
      const said = hits.length === 1 ? single : count.replace("{n}", hits.length);
      status.textContent = hits.length ? said : none.replace("{query}", query.slice(0, 60));
    }

    input.addEventListener("input", ask);
    input.addEventListener("compositionend", ask);
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask();
      list.querySelector("a")?.focus();
    });
    panel.addEventListener("click", (event) => {
      if (event.target.closest("a")) panel.hidden = true;
    });
    language.addEventListener("keydown", (event) => {
      if (event.key === "Escape") panel.hidden = true;
    });
    language.querySelector("[data-print]").addEventListener("click", () => print());
    for (const link of language.querySelectorAll("[data-switch]")) {
      const other = languages.find((one) => one.dataset.locale === link.dataset.switch);
      link.addEventListener("click", () => {
        const id = other.dataset.prefix + reading(language);
        if (document.getElementById(id)) link.hash = id;
      });
    }
  }

  root.classList.add("js");
  languages.forEach(wire);
  addEventListener("hashchange", follow);
  if (!follow()) {
    const wanted = (navigator.language || "").split("-")[0];
    show(languages.find((one) => one.dataset.locale === wanted) ?? languages[0]);
  }
})((globalThis.helpcenterSearch ??= {}));
