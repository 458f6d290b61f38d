// Ids are the same in every language: switching keeps the step or section the reader is at.
// The switch stands at the top of the page, so who scrolls up to it was reading further down.
(() => {
  const EDGE = 48;
  const SETTLED_AFTER = 3000;
  let settled = "";
  let timer = 0;

  /** The address's own place if it is on the screen; else the step or section under the top edge. */
  function place() {
    const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const top = named ? named.getBoundingClientRect().top : -1;
    if (named && top >= 0 && top < innerHeight) return location.hash;
    let found = "";
    for (const one of document.querySelectorAll("article h2[id], article li[id], main > section h2[id]")) {
      if (one.offsetParent && one.getBoundingClientRect().top < EDGE) found = one.id;
    }
    return found && `#${found}`;
  }

  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => (settled = place()), SETTLED_AFTER);
  }, { passive: true });

  for (const link of document.querySelectorAll("a[data-language]")) {
    // Early enough for opening in a new tab as well.
    for (const event of ["pointerdown", "focus", "click"]) {
      link.addEventListener(event, () => (link.hash = place() || settled || location.hash));
    }
  }
})();
