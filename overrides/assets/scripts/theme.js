// Runs before the page is painted: says that scripts work, and applies the chosen look.
(() => {
  const KEY = "helpcenter:look";
  const LOOKS = ["auto", "light", "dark"];
  const root = document.documentElement;
  const bars = [...document.querySelectorAll('meta[name="theme-color"]')];
  const colors = bars.map((bar) => bar.content);
  let look = "auto";
  try {
    look = localStorage.getItem(KEY) || look;
  } catch {}

  function apply() {
    if (look === "auto") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", look);
    bars.forEach((bar, place) => {
      bar.content = colors[look === "auto" ? place : LOOKS.indexOf(look) - 1];
    });
    for (const button of document.querySelectorAll("[data-look]")) {
      button.querySelector("[data-look-name]").textContent = button.title = button.dataset[look];
    }
  }

  if (!LOOKS.includes(look)) look = "auto";
  root.classList.add("js");
  apply();
  document.addEventListener("DOMContentLoaded", apply);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-look]")) return;
    look = LOOKS[(LOOKS.indexOf(look) + 1) % LOOKS.length];
    try {
      localStorage.setItem(KEY, look);
    } catch {}
    apply();
  });
})();
