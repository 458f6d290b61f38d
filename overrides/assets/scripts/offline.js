// Registers the service worker, and says so when a page comes from this device instead of the network.
(() => {
  const line = document.querySelector("[data-offline]");
  if (!line || !("serviceWorker" in navigator)) return;
  const { worker, locale, line: text } = line.dataset;
  let cached = false;
  let date = "";

  function show() {
    const offline = date && (cached || !navigator.onLine);
    line.hidden = !offline;
    line.textContent = offline ? text.replace("{date}", date) : "";
    for (const one of document.querySelectorAll("[data-offline-only]")) one.hidden = !offline;
  }

  async function ask() {
    const { active } = await navigator.serviceWorker.ready;
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => {
      if (data.kept) {
        line.dataset.kept = "";
        return;
      }
      ({ cached, date } = data);
      show();
    };
    active.postMessage({ locale }, [channel.port2]);
  }

  addEventListener("online", show);
  addEventListener("offline", show);
  // After the page is there: keeping the site must not slow down the first visit.
  addEventListener("load", () => {
    navigator.serviceWorker.register(worker).then(ask, ask).catch(() => {});
  });
})();
