// Shows the contacts of one region. Without scripts all of them are there.
(() => {
  for (const box of document.querySelectorAll("[data-contacts]")) {
    const choice = box.querySelector("[data-contact-region]");
    if (!choice) continue;

    function show() {
      for (const card of box.querySelectorAll("[data-region]")) {
        const region = card.dataset.region;
        card.hidden = Boolean(choice.value) && region !== choice.value && region !== "world";
      }
      for (const group of box.querySelectorAll("[data-contact-group]")) {
        group.hidden = !group.querySelector("[data-region]:not([hidden])");
      }
    }

    choice.addEventListener("change", show);
    show();
  }
})();
