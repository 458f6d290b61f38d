// “Did this page help?” The answer stays on this device.
(() => {
  const box = document.querySelector("[data-helpful]");
  if (!box) return;

  const key = `helpcenter:helpful:${document.querySelector("[data-page]").dataset.page}`;
  const buttons = [...box.querySelectorAll("[data-answer]")];

  function show(answer) {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.answer === answer));
    }
    for (const part of box.querySelectorAll("[data-for]")) part.hidden = part.dataset.for !== answer;
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      try {
        localStorage.setItem(key, button.dataset.answer);
      } catch {}
      show(button.dataset.answer);
    });
  }
  try {
    show(localStorage.getItem(key));
  } catch {}
})();
