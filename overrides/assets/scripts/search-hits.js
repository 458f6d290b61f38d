// From the best pages and their records to what a person is shown: order, address, the answer or
// the step that fits, which letters to mark, and "did you mean".
(function (search) {
  "use strict";

  const { fold, units, covered, items } = search.text;
  const LIKENESS = 2.5;
  const SHORTEST_STEP = 1.15;

  /** Reads a block of pages: `[[address, title, short, description, topic, keywords, steps,
   *  other], ...]`; steps are `[id, text, ...]`, other is `{locale: [title, ...]}`. */
  function readBlock(rows) {
    return rows.map(([address, title, short, description, topic, keywords, steps, other, own]) => ({
      address, title, short, description, topic, other, own: own || "",
      keywords: keywords ? keywords.split("|") : [],
      steps: Array.from({ length: steps.length / 2 }, (_, n) => ({
        id: steps[2 * n], text: steps[2 * n + 1],
      })),
    }));
  }

  /** The terms that count as said, with their worth: `Map(term -> worth)` a slot option. */
  function spoken(planned) {
    return planned.slots.filter((slot) => !slot.light).map((slot) => ({
      worth: slot.rarity,
      options: slot.options.map((option) => ({
        scale: Math.min(1, option.scale),
        items: option.items.map((item) => {
          const worth = item.variants.map((one) => search.rank.rarity(one.postings) * one.likeness);
          return {
            worth: worth.length ? Math.max(...worth) : 2.5,
            terms: new Map(item.variants.map((one) => [one.term, one.likeness])),
          };
        }),
      })),
    }));
  }

  /** How much of what was said stands in `terms`: `{share, used}`. */
  function share(said, terms) {
    const used = new Set();
    let matched = 0;
    let whole = 0;
    for (const slot of said) {
      let best = 0;
      let bestTerms = [];
      for (const option of slot.options) {
        let sum = 0;
        let all = 0;
        const seen = [];
        for (const item of option.items) {
          let most = 0;
          let which = "";
          for (const [term, likeness] of item.terms) {
            if (likeness > most && terms.has(term)) [most, which] = [likeness, term];
          }
          sum += item.worth * most;
          all += item.worth;
          if (which) seen.push(which);
        }
        const part = all ? (sum / all) * option.scale : 0;
        if (part > best) [best, bestTerms] = [part, seen];
      }
      whole += slot.worth;
      matched += slot.worth * best;
      for (const term of bestTerms) used.add(term);
    }
    return { share: whole ? matched / whole : 0, used };
  }

  /** The terms of a text of the index, read once. */
  function termsOf(text, ready) {
    let terms = ready.texts.get(text);
    if (!terms) {
      const list = units(fold(text, ready.simple).text);
      terms = new Set(items(list, covered(list, ready.ignored), false).map((item) => item.term));
      ready.texts.set(text, terms);
    }
    return terms;
  }

  /** How like the query is to the likeliest of a page's names: 0 to 1. */
  function likeness(said, record, ready) {
    let best = 0;
    const names = [
      [record.title, 1], [record.short, 1], ...record.keywords.map((word) => [word, 0.95]),
      ...Object.values(record.other).flat().map((title) => [title, 0.8]),
    ];
    for (const [name, weight] of names) {
      const terms = termsOf(name, ready);
      if (!terms.size) continue;
      const { share: part, used } = share(said, terms);
      const precise = used.size / terms.size;
      if (part + precise === 0) continue;
      best = Math.max(best, (weight * 2 * part * precise) / (part + precise));
    }
    return best;
  }

  /** Orders `ranked` by their records and turns them into hits. `records` maps page to record. */
  function answer(planned, ranked, records, ready, most) {
    const said = spoken(planned);
    const marks = markable(planned);
    const scored = ranked.map(({ page, score }) => {
      const record = records.get(page);
      const like = likeness(said, record, ready);
      return { page, record, score: score * (1 + LIKENESS * like * like), like };
    });
    const top = Math.max(...scored.map((one) => one.score), 0.000001);
    const { priors } = ready.manifest;
    for (const one of scored) one.rank = Math.round((one.score / top) * 200);
    scored.sort(
      (a, b) =>
        b.rank - a.rank || (priors[b.page] === "u") - (priors[a.page] === "u") || b.score - a.score ||
        a.page - b.page,
    );
    const hits = scored.slice(0, most).filter((one) => one.score > top * 0.08)
      .map((one) => hit(one, said, marks, ready));
    return {
      hits,
      suggestion: suggestion(planned, scored, ready),
      languages: ready.manifest.languages,
      said: () => taken(planned),
    };
  }

  /** What the query was taken for, to explain a ranking: `[[typed, term, likeness], ...]`. */
  function taken(planned) {
    return planned.slots.flatMap((slot) => slot.options.flatMap((option) =>
      option.items.flatMap((item) => item.variants.map((one) => [
        item.sounds ? item.sounds.join(" ") + item.partial : item.text,
        one.term,
        one.likeness * option.scale * slot.weight,
      ]))));
  }

  function hit({ page, record, score, like }, said, marks, ready) {
    const { manifest } = ready;
    const front = termsOf(record.title + " " + record.description, ready);
    const base = share(said, front).share;
    let step = null;
    let most = Math.max(base * SHORTEST_STEP, 0.2);
    for (const one of record.steps) {
      const part = share(said, termsOf(one.text, ready)).share;
      if (part > most) [most, step] = [part, one];
    }
    const text = step ? step.text : record.description;
    const others = Object.entries(record.other).map(([locale, [title]]) => ({
      locale, title, address: twin(record.address, locale, manifest),
      fits: share(said, termsOf(title, ready)).share,
    }));
    return {
      page, score, like, locale: record.own || manifest.locale,
      address: record.address + (step ? "#" + step.id : ""),
      title: record.title, titleMarks: highlight(record.title, marks, ready),
      text, textMarks: highlight(text, marks, ready), step: step ? step.id : "",
      topic: manifest.topics[record.topic] ?? "",
      fits: share(said, termsOf(record.title, ready)).share, others,
    };
  }

  /** The address of the same page in another language. */
  function twin(address, locale, manifest) {
    return manifest.prefixes[locale] + address.slice(manifest.prefixes[manifest.locale].length);
  }

  function markable(planned) {
    const found = { terms: new Map() };
    for (const slot of planned.slots) {
      if (slot.light) continue;
      for (const item of slot.options.flatMap((option) => option.items)) {
        for (const one of item.variants) {
          if (one.likeness >= 0.35) found.terms.set(one.term, one.likeness);
        }
      }
    }
    return found;
  }

  /** Where `text` says what was asked: `[[start, end], ...]`, in order, not touching. */
  function highlight(text, { terms }, ready) {
    const folded = fold(text, ready.simple);
    const list = units(folded.text);
    const hit = new Array(list.length).fill(false);
    list.forEach((unit, n) => {
      if (terms.has(unit.stem) || terms.has(unit.text)) hit[n] = true;
      const next = list[n + 1];
      if (unit.han && next?.han && next.start === unit.end && terms.has(unit.text + next.text)) {
        hit[n] = hit[n + 1] = true;
      }
    });
    const found = [];
    list.forEach((unit, n) => {
      if (!hit[n]) return;
      const start = folded.at[unit.start];
      const end = folded.at[unit.end];
      const last = found[found.length - 1];
      if (last && last[1] === start) last[1] = end;
      else found.push([start, end]);
    });
    return found;
  }

  /** The query with its misspelt parts as the index has them; empty if nothing was misspelt. */
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
      const shown = item.variants.filter((one) => names.some((name) => says(name, one.term, ready)));
      if (!shown.length) continue;
      const term = shown[0].term;
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

  function says(name, term, ready) {
    return termsOf(name, ready).has(term);
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

  search.hits = { readBlock, answer };
})((globalThis.helpcenterSearch ??= {}));
