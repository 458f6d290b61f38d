// Brings the index to the engine with script elements, the one way to load data that works from a
// folder, under a strict content security policy, and over a network.
(function (search) {
  "use strict";

  const waiting = new Map();
  let folder = "";

  /** Where the index lies: the address of `assets/search/`. */
  search.from = (address) => {
    folder = address;
  };

  function fetchFile(locale, name) {
    const file = name === "manifest" ? locale : name;
    if (!waiting.has(file)) {
      const loaded = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = folder + file + ".js";
        script.onload = () => {
          script.remove();
          if (search.has(locale, name)) resolve();
          else reject(new Error("broken " + file));
        };
        script.onerror = () => {
          script.remove();
          reject(new Error("missing " + file));
        };
        document.head.append(script);
      });
      waiting.set(file, loaded);
      // A file that did not come may come the next time.
      loaded.catch(() => waiting.delete(file));
    }
    return waiting.get(file);
  }

  /** The answer to `query`, or nothing if `stale()` says that nobody waits for it any more. */
  search.answer = async (locale, query, most, stale) => {
    const walk = search.steps(locale, query, most);
    for (;;) {
      const { value, done } = walk.next();
      if (done) return value;
      await Promise.all(value.map(([where, name]) => fetchFile(where, name)));
      if (stale()) return null;
    }
  };
})((globalThis.helpcenterSearch ??= {}));
