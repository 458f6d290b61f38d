// The topics on small screens. Closed, the menu is not displayed, so it takes no focus.
(() => {
  const button = document.querySelector(".menu-open");
  const menu = document.getElementById("site-menu");
  if (!button || !menu) return;

  function show(open) {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("open", open);
  }

  const open = () => button.getAttribute("aria-expanded") === "true";

  button.addEventListener("click", () => show(!open()));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open()) return;
    show(false);
    button.focus();
  });
  document.addEventListener("click", (event) => {
    if (open() && !event.target.closest(".header")) show(false);
  });
  document.addEventListener("focusin", (event) => {
    if (open() && !event.target.closest(".header")) show(false);
  });
})();
