// "Did you mean": the query with its misspelt parts as the pages have them.
(function (search) {
  "use strict";

  const { fold, units, termsOf } = search.text;

  /** The corrected query; empty if nothing was misspelt. */
  function suggestion(planned, scored, ready) {
    const best = scored[0];
    if (!best) return "";
    const names = [best.record.title, best.record.short, ...best.record.keywords,
      best.record.description];
    const changes = [];
    let sounds = "";
    let soundFrom = -1;
    let soundTo = -1;
    for (const item of planned.slots.flatMap((slot) => slot.light ? [] : slot.options)
      .flatMap((option) => option.items)) {
      const [first] = item.variants;
      if (item.meant || !first || first.how === "exact" || first.how === "prefix") continue;
      const near = item.variants.filter((one) => one.likeness === first.likeness);
      const name = names.map((one) => termsOf(one, ready))
        .find((some) => near.some((one) => some.has(one.term)));
      if (!name) continue;
      const { term } = near.find((one) => name.has(one.term));
      if (item.kind === "sound") {
        if (soundFrom < 0) [soundFrom, soundTo, sounds] = [item.from, item.to, term];
        else if (sounds.endsWith(term[0])) sounds += term.slice(1);
        else sounds += term;
      } else {
        changes.push([item.from, item.to, surface(term, names, ready)]);
      }
    }
    if (soundFrom >= 0) changes.push([soundFrom, soundTo, sounds]);
    return rewrite(planned, changes);
  }

  /** The word as a page writes it: the index only has its stem. */
  function surface(term, names, ready) {
    for (const name of names) {
      for (const unit of units(fold(name, ready.simple).text)) {
        if (unit.stem === term) return unit.text;
      }
    }
    return term;
  }

  function rewrite(planned, changes) {
    if (!changes.length) return "";
    changes.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const { text } = planned.folded;
    let said = "";
    let place = 0;
    for (const [from, to, term] of changes) {
      const start = planned.units[from].start;
      if (start < place) continue;
      said += text.slice(place, start) + term;
      place = planned.units[to].end;
    }
    said += text.slice(place);
    return said.trim() === text.trim() ? "" : said.trim();
  }

  search.meant = suggestion;
})((globalThis.helpcenterSearch ??= {}));
