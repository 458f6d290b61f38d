// From slots and shards to the best pages, by number. A shard is one text: all its terms, then the
// postings of each. Postings begin with how rare the term is, then page after page with how much it
// matters there. Only +, -, * and / are used on scores, so that every engine ranks alike.
(function (search) {
  "use strict";

  const { skeleton, loosen, readingsOf, keysOf } = search.text;
  const DIGITS = Array.from({ length: 94 }, (_, n) => String.fromCharCode(33 + n))
    .filter((sign) => sign !== '"' && sign !== "\\").join("");
  const HALF = 46;
  const LEVELS = 4;
  const VALUE = new Map(Array.from(DIGITS, (sign, n) => [sign, n]));
  const SIMILAR = { homophone: 0.62, near: 0.4, prefix: 0.8, inside: 0.5, typo: 0.7, sound: 1 };
  const SAID = 1;
  const UNKNOWN = 3.5;
  const MOST_VARIANTS = 40;
  /** A word that can be misspelt; without one it is an abbreviation. */
  const VOWEL = /^\D*[aeiouy]\D*$/;

  /** Reads a shard: its terms by name, by key and by the beginning of the key. */
  function readShard(text, ready) {
    const parts = text.split(" ");
    const terms = new Map();
    const keys = new Map();
    const starts = new Map();
    const count = parts.length / 2;
    for (let n = 0; n < count; n++) {
      terms.set(parts[n], parts[count + n]);
      for (const key of keysOf(parts[n], ready.readings)) {
        if (!keys.has(key)) keys.set(key, []);
        keys.get(key).push(parts[n]);
        const start = key.slice(0, 3);
        if (!starts.has(start)) starts.set(start, []);
        starts.get(start).push(parts[n]);
      }
    }
    return { terms, keys, starts };
  }

  /** What a word tells: something by itself, and more if few pages have it. */
  function rarity(postings) {
    return SAID + VALUE.get(postings[0]) / 5;
  }

  /** Calls `visit(page, strength)` for every page of `postings`; strength is 0 to 1. */
  function eachPage(postings, visit) {
    let page = -1;
    for (let n = 1; n < postings.length; n++) {
      let value = VALUE.get(postings[n]);
      let number = value % HALF;
      for (let scale = HALF; value >= HALF; scale *= HALF) {
        value = VALUE.get(postings[++n]);
        number += (value % HALF) * scale;
      }
      page += 1 + Math.floor(number / LEVELS);
      visit(page, ((number % LEVELS) + 0.3) / LEVELS);
    }
  }

  /** The terms of the index that an item may mean: `[{term, likeness, how, postings}]`. */
  function variants(item, shards, ready) {
    const found = new Map();
    const add = (term, likeness, how) => {
      const known = found.get(term);
      if (known && known.likeness >= likeness) return;
      const postings = lookUp(term, shards);
      if (postings) found.set(term, { term, likeness, how, postings });
    };
    if (item.kind === "sound") soundVariants(item, shards, ready, add);
    else {
      add(item.term, 1, "exact");
      if (item.kind === "word" && item.text !== item.term) add(item.text, 1, "exact");
      const known = found.size > 0;
      if (item.kind === "pair") homophones(item, shards, ready, known, add);
      if (item.kind === "single" && !known) homophones(item, shards, ready, known, add);
      if (item.kind === "word" && !item.exact) words(item, shards, known, add);
    }
    return [...found.values()]
      .sort((a, b) => b.likeness - a.likeness || (a.term < b.term ? -1 : 1))
      .slice(0, MOST_VARIANTS);
  }

  function lookUp(term, shards) {
    for (const shard of shards) {
      const postings = shard.terms.get(term);
      if (postings) return postings;
    }
    return undefined;
  }

  function homophones(item, shards, ready, known, add) {
    const ways = readingsOf(item.term, ready.readings).map((way) => way.join("'"));
    const less = known ? 0.45 : 1;
    for (const key of keysOf(item.term, ready.readings)) {
      for (const shard of shards) {
        for (const term of shard.keys.get(key) ?? []) {
          if (term === item.term) continue;
          const sounds = readingsOf(term, ready.readings).map((way) => way.join("'"));
          const same = sounds.some((one) => ways.includes(one));
          if (same) add(term, SIMILAR.homophone * less, "homophone");
          else if (!known) add(term, SIMILAR.near, "near");
        }
      }
    }
  }

  function soundVariants(item, shards, ready, add) {
    const said = item.sounds.join("'");
    const base = "h" + item.sounds.map(loosen).join("'");
    for (const shard of shards) {
      for (const [key, terms] of shard.keys) {
        const fits = item.partial ? key.startsWith(base + "'" + loosen(item.partial)) : key === base;
        if (!fits) continue;
        for (const term of terms) {
          const exact = readingsOf(term, ready.readings).some((way) => {
            const sounds = way.join("'");
            return item.partial ? sounds.startsWith(said + "'" + item.partial) : sounds === said;
          });
          add(term, SIMILAR.sound * (exact ? 1 : 0.6) * (item.partial ? 0.8 : 1), "sound");
        }
      }
    }
  }

  function words(item, shards, known, add) {
    const word = item.term;
    const start = "l" + skeleton(word).slice(0, 2);
    const close = word.length < 4 || !VOWEL.test(word) ? 0 : word.length < 8 ? 1 : 2;
    for (const shard of shards) {
      for (const term of shard.starts.get(start) ?? []) {
        const begins = term.startsWith(item.text) || term.startsWith(word);
        if (begins && term !== word && word.length > 1) {
          const part = 0.5 + (0.5 * word.length) / term.length;
          if (item.open) add(term, SIMILAR.prefix * part * (known ? 0.7 : 1), "prefix");
          else if (word.length > 3) add(term, SIMILAR.inside * part, "prefix");
        } else if (!known && term.length > 3 && word.startsWith(term)) {
          add(term, (SIMILAR.inside * term.length) / word.length, "prefix");
        }
        if (known || !close || !VOWEL.test(term)) continue;
        const wrong = distance(word, term, close);
        if (wrong && wrong <= close) add(term, SIMILAR.typo / (0.5 + wrong / 2), "typo");
      }
    }
  }

  /** Damerau's distance (neighbours swapped count once), or more than `most`. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, n) => n);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        let cost = Math.min(change, last[j] + 1, row[j - 1] + 1);
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (swapped) cost = Math.min(cost, before[j - 2] + 1);
        row.push(cost);
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /** Scores every page. Fills in each option's `variants`; returns `[{page, score}]`, best first. */
  function rank(planned, shards, ready, most) {
    const { priors } = ready.manifest;
    const scores = new Map();
    let whole = 0;
    for (const slot of planned.slots) {
      for (const option of slot.options) {
        for (const item of option.items) item.variants ??= variants(item, shards, ready);
      }
      const best = new Map();
      for (const option of slot.options) {
        for (const [page, score] of optionScores(option)) {
          if (score > (best.get(page) ?? 0)) best.set(page, score);
        }
      }
      slot.rarity = slotRarity(slot);
      if (!slot.light) whole += slot.rarity;
      for (const [page, score] of best) {
        const entry = scores.get(page) ?? { page, sum: 0, matched: 0 };
        entry.sum += score * slot.weight;
        if (!slot.light) entry.matched += Math.min(slot.rarity, score * 1.6);
        scores.set(page, entry);
      }
    }
    const found = [...scores.values()].map(({ page, sum, matched }) => {
      const said = whole ? 0.6 + (0.4 * matched) / whole : 1;
      return { page, score: sum * said * priorOf(priors, page) };
    });
    found.sort((a, b) => b.score - a.score || a.page - b.page);
    return found.slice(0, most);
  }

  /** Topic pages gather words of all their questions, which answer better. */
  function priorOf(priors, page) {
    return priors[page] === "t" ? 0.45 : 1;
  }

  function optionScores(option) {
    const sums = new Map();
    for (const item of option.items) {
      const best = new Map();
      for (const variant of item.variants) {
        const worth = rarity(variant.postings) * variant.likeness * option.scale;
        eachPage(variant.postings, (page, strength) => {
          const score = worth * strength;
          if (score > (best.get(page) ?? 0)) best.set(page, score);
        });
      }
      for (const [page, score] of best) sums.set(page, (sums.get(page) ?? 0) + score);
    }
    return sums;
  }

  /** How much it says if a page answers this slot. */
  function slotRarity(slot) {
    let most = 0;
    for (const option of slot.options) {
      let sum = 0;
      for (const item of option.items) {
        const known = item.variants.map((one) => rarity(one.postings) * one.likeness);
        sum += known.length ? Math.max(...known) : UNKNOWN;
      }
      most = Math.max(most, sum * Math.min(1, option.scale));
      if (option === slot.options[0] && option.items.some((item) => item.variants.length)) break;
    }
    return most;
  }

  search.rank = { readShard, rank, rarity, variants, distance };
})((globalThis.helpcenterSearch ??= {}));
