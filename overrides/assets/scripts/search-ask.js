// The engine in one call, for whoever has the data at hand: `ask(locale, query, most)`. The data
// arrive through `add`, which every file of the index calls; who needs to load them first uses
// `steps`, which says what is missing.
(function (search) {
  "use strict";

  const CANDIDATES = 14;
  const data = new Map();
  const made = new Map();

  search.add = (locale, name, value) => {
    data.set(locale + "/" + name, value);
  };

  const has = (locale, name) => data.has(locale + "/" + name);

  /** Something made of one file of the index, once. */
  function once(locale, name, make) {
    const key = locale + "/" + name;
    if (!made.has(key)) made.set(key, make(data.get(key)));
    return made.get(key);
  }

  /** Answers, asking for files on the way: yields lists of `[locale, name]` that must be added
   *  before going on, and returns `{hits, suggestion}`. */
  function* steps(locale, query, most) {
    if (!has(locale, "manifest")) yield [[locale, "manifest"]];
    const manifest = data.get(locale + "/manifest");
    if (!has("", manifest.tables)) yield [["", manifest.tables]];
    const ready = once(locale, "manifest", () =>
      search.plan.prepare(manifest, data.get("/" + manifest.tables)));
    const planned = search.plan.plan(String(query), ready);
    const names = search.plan.shardsFor(planned, manifest);
    const shards = names.filter((name) => !has(locale, name));
    if (shards.length) yield shards.map((name) => [locale, name]);
    const read = names.map((name) => once(locale, name, (text) => search.rank.readShard(text, ready)));
    const ranked = search.rank.rank(planned, read, ready, CANDIDATES);
    const wanted = new Set(ranked.map(({ page }) => manifest.blocks[Math.floor(page / manifest.block)]));
    const blocks = [...wanted].filter((name) => !has(locale, name));
    if (blocks.length) yield blocks.map((name) => [locale, name]);
    const records = new Map();
    for (const { page } of ranked) {
      const name = manifest.blocks[Math.floor(page / manifest.block)];
      const rows = once(locale, name, search.hits.readBlock);
      records.set(page, rows[page % manifest.block]);
    }
    return search.hits.answer(planned, ranked, records, ready, most);
  }

  /** Answers at once; every file must have been added. */
  search.ask = (locale, query, most) => {
    const { value, done } = steps(locale, query, most).next();
    if (!done) throw new Error("missing " + value.join(" "));
    return value;
  };

  search.steps = steps;
  search.has = has;
})((globalThis.helpcenterSearch ??= {}));
