// The search dialog, the home page's box, `?q=` links and the keys that open the dialog.
(function (search) {
  "use strict";

  const dialog = document.querySelector("[data-search]");
  if (!dialog || !dialog.showModal) return;
  const { assets, locale } = dialog.dataset;
  const panel = dialog.querySelector("[data-search-panel]");
  const input = dialog.querySelector("input");
  const home = document.querySelector("form[data-search-form]");
  const lens = document.querySelector("[data-search-open] .icon");
  if (lens) dialog.querySelector(".search-go").prepend(lens.cloneNode(true));
  copyLinks(".footer-urgent a", ".search-urgent");
  copyLinks(".topics a", ".search-topics");
  const blank = panel.cloneNode(true);
  const box = search.box({ input, panel, assets, locale });
  let big = null;

  /** What to offer without a result stands on the page already. */
  function copyLinks(links, list) {
    for (const link of document.querySelectorAll(links)) {
      const copy = link.cloneNode(true);
      copy.removeAttribute("aria-current");
      const item = document.createElement("li");
      item.append(copy);
      panel.querySelector(list)?.append(item);
    }
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  }

  for (const button of document.querySelectorAll("[data-search-open]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  // A link to a place on this very page would stay behind the dialog.
  dialog.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.pathname === location.pathname) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey) return;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !typing;
    const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!slash && !command) return;
    event.preventDefault();
    const field = home?.querySelector("input");
    if (slash && field && !dialog.open) field.focus();
    else open();
  });

  if (home) {
    blank.classList.add("search-inline");
    blank.hidden = true;
    home.after(blank);
    big = search.box({
      input: home.querySelector("input"), panel: blank, assets, locale,
      changed(query) {
        blank.hidden = !query;
        remember(query);
      },
    });
  }

  /** The address carries the home page's query, so that it can be shared and gone back to. */
  function remember(query) {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query.slice(0, 200));
    else address.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // From a folder some browsers do not allow it.
    }
  }

  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    if (!big) open();
    (big ?? box).ask(asked);
  }
})((globalThis.helpcenterSearch ??= {}));
