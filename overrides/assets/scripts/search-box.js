// A search box and its results: what the dialog and the home page have in common. The engine is
// not on the page until somebody goes to a box.
(function (search) {
  "use strict";

  const ENGINE = ["text", "plan", "rank", "meant", "hits", "ask", "load"];
  const MOST = 8;
  const SAY_AFTER = 500;
  const LOADING_AFTER = 250;
  let engine = null;

  function loadEngine(assets) {
    engine ??= ENGINE.reduce(
      (before, name) => before.then(() => loadScript(assets + "scripts/search-" + name + ".js")),
      Promise.resolve(),
    ).then(() => search.from(assets + "search/"));
    engine.catch(() => (engine = null));
    return engine;
  }

  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error("missing " + address));
      document.head.append(script);
    });
  }

  /** Text with the stretches `marks` as `<mark>`; never as markup. */
  function marked(element, text, marks) {
    let place = 0;
    element.replaceChildren();
    for (const [start, end] of marks) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      element.append(text.slice(place, start), mark);
      place = end;
    }
    element.append(text.slice(place));
  }

  function make(tag, className, ...inside) {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...inside);
    return element;
  }

  /** Wires `input` to `panel`. `{ask(query)}`; `changed(query)` hears every query. */
  search.box = ({ input, panel, assets, locale, changed }) => {
    const part = (name) => panel.querySelector(".search-" + name);
    const [status, suggestion, hits, help] = ["status", "suggestion", "hits", "help"].map(part);
    const root = new URL(assets + "../", document.baseURI);
    const words = panel.dataset;
    const other = make("button", "");
    other.type = "button";
    suggestion.append(other);
    let turn = 0;
    let shown = null;
    let sayLater = 0;

    /** Screen readers hear a result once typing pauses; eyes see it at once in the list. */
    function say(text, soon) {
      clearTimeout(sayLater);
      sayLater = setTimeout(() => (status.textContent = text), soon ? 0 : SAY_AFTER);
    }

    function empty(text, soon) {
      hits.replaceChildren();
      suggestion.hidden = true;
      help.hidden = false;
      say(text, soon);
    }

    function link(address) {
      return new URL(address || "./", root).href;
    }

    function row(hit, names) {
      const [question, answer] = [make("span", "search-question"), make("span", "search-answer")];
      const anchor = make("a", "", question, answer);
      anchor.href = link(hit.address);
      marked(question, hit.title, hit.titleMarks);
      marked(answer, hit.text, hit.textMarks);
      const foreign = hit.locale !== locale;
      if (foreign) anchor.lang = names[hit.locale].lang;
      const topic = foreign ? hit.topic + " · " + names[hit.locale].name : hit.topic;
      const about = make("p", "search-about", make("span", "search-topic", topic));
      const better = hit.others.find((one) => one.fits > 0.5 && one.fits > hit.fits);
      if (better) {
        const twin = make("a", "search-other", names[better.locale].name + ": " + better.title);
        twin.href = link(better.address);
        twin.lang = twin.hreflang = names[better.locale].lang;
        about.append(" ", twin);
      }
      return make("li", "search-hit", anchor, about);
    }

    function draw(query, answer) {
      shown = query;
      const waited = status.textContent === words.loading;
      if (!answer.hits.length) {
        empty(words.none.replace("{query}", query.trim().slice(0, 60)), waited);
        return;
      }
      hits.replaceChildren(...answer.hits.map((hit) => row(hit, answer.languages)));
      help.hidden = true;
      suggestion.hidden = !answer.suggestion;
      other.textContent = answer.suggestion;
      const count = answer.hits.length;
      say(count === 1 ? words.one : words.count.replace("{n}", count), waited);
    }

    async function ask() {
      const query = input.value;
      const mine = ++turn;
      const stale = () => mine !== turn;
      changed?.(query.trim());
      if (!query.trim()) {
        shown = null;
        empty("", true);
        return;
      }
      const slow = setTimeout(() => stale() || say(words.loading, true), LOADING_AFTER);
      try {
        await loadEngine(assets);
        if (stale()) return;
        const answer = await search.answer(locale, query, MOST, stale);
        if (answer && !stale()) draw(query, answer);
      } catch {
        if (!stale()) empty(words.broken, true);
      } finally {
        clearTimeout(slow);
      }
    }

    function links() {
      return [...panel.querySelectorAll("a, button")].filter((one) => one.offsetParent !== null);
    }

    function step(event) {
      if (event.isComposing || event.keyCode === 229) return;
      const all = links();
      const place = all.indexOf(document.activeElement);
      const go = { ArrowDown: place + 1, ArrowUp: place - 1 }[event.key];
      if (go === undefined) return;
      event.preventDefault();
      if (go < 0) input.focus();
      else all[Math.min(go, all.length - 1)]?.focus();
    }

    input.addEventListener("input", ask);
    input.addEventListener("compositionend", ask);
    input.addEventListener("focus", () => loadEngine(assets).then(() =>
      search.answer(locale, "", 0, () => false)).catch(() => {}), { once: true });
    input.addEventListener("keydown", step);
    panel.addEventListener("keydown", step);
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const enter = () => (panel.querySelector(".search-hits a") ?? links()[0])?.focus();
      if (shown === input.value || !input.value.trim()) enter();
      else ask().then(enter);
    });
    other.addEventListener("click", () => {
      input.value = other.textContent;
      input.focus();
      ask();
    });

    return {
      ask(query) {
        input.value = query;
        return ask();
      },
    };
  };
})((globalThis.helpcenterSearch ??= {}));
