// From a query to slots: what must be looked up, in which ways, and in which shards that lies.
// A slot is one thing the person said; its options are the ways a page may say it.
(function (search) {
  "use strict";

  const {
    HAN, fold, units, covered, phraseBook, phraseAt, items, keysOf, skeleton, loosen, syllables,
  } = search.text;
  const LONGEST = 2000;
  const MOST_UNITS = 80;
  const CODE = /^[a-z]*\d{3,}$/;
  const WEIGHT = { synonym: 0.9, pinyin: 0.85, joined: 0.9, single: 0.35 };

  /** What `plan` needs of a language, made once. */
  function prepare(manifest, tables) {
    const read = search.text.readTables(tables);
    const groups = manifest.synonyms;
    return {
      ...read,
      manifest,
      texts: new Map(),
      ignored: phraseBook(manifest.ignored.map((phrase) => [phrase, true]), read.simple),
      synonyms: phraseBook(
        groups.flatMap((group, n) => group.map((phrase) => [phrase, n])),
        read.simple,
      ),
    };
  }

  /** Turns a query into `{folded, units, slots, keys}`. */
  function plan(query, ready) {
    const folded = fold(query.slice(0, LONGEST), ready.simple);
    const list = units(folded.text).slice(0, MOST_UNITS);
    let ignored = covered(list, ready.ignored);
    if (ignored.every(Boolean)) ignored = ignored.map(() => false);
    const base = unique(items(list, ignored, true));
    const last = list.length - 1;
    const typing = last >= 0 && list[last].end === folded.text.length;
    for (const item of base) item.open = typing && item.to === last;
    const spans = [
      ...synonymSpans(list, ignored, ready),
      ...pinyinSpans(list, ready, typing),
    ];
    const slots = makeSlots(base, spans);
    addJoined(slots, list);
    for (const item of letters(list, ignored)) {
      slots.push({ weight: WEIGHT.single, light: true, options: [{ scale: 1, items: [item] }] });
    }
    return { folded, units: list, ignored, slots, ranges: ranges(slots, ready) };
  }

  function unique(found) {
    const seen = new Set();
    return found.filter((item) => !seen.has(item.term) && seen.add(item.term));
  }

  /** Han characters of longer words, one by one: weak evidence, but it survives any word order. */
  function letters(list, ignored) {
    const found = [];
    list.forEach((unit, n) => {
      const inWord = (list[n - 1]?.han && !ignored[n - 1]) || (list[n + 1]?.han && !ignored[n + 1]);
      if (HAN.test(unit.text) && !ignored[n] && inWord) {
        found.push({ term: unit.text, text: unit.text, kind: "letter", from: n, to: n });
      }
    });
    return unique(found);
  }

  function synonymSpans(list, ignored, ready) {
    const spans = [];
    for (let from = 0; from < list.length; from++) {
      const found = phraseAt(list, from, ready.synonyms, ignored);
      if (!found && CODE.test(list[from].text)) {
        const options = ready.manifest.codes.map((phrase) => ({ items: meant(phrase, ready) }));
        spans.push({ kind: "synonym", from, to: from, options });
      }
      if (!found) continue;
      const to = found.to;
      const said = found.stems.join(" ");
      const groups = ready.synonyms.get(found.stems[0])
        .filter((entry) => entry.stems.join(" ") === said)
        .map((entry) => ready.manifest.synonyms[entry.value]);
      const options = [];
      for (const phrase of groups.flat()) {
        const other = units(fold(phrase, ready.simple).text);
        if (other.map((unit) => unit.stem).join(" ") === said) continue;
        const wanted = meant(phrase, ready);
        if (wanted.length) options.push({ items: wanted });
      }
      spans.push({ kind: "synonym", from, to, options });
      from = to;
    }
    return spans;
  }

  /** The items of a phrase nobody typed. */
  function meant(phrase, ready) {
    const list = units(fold(phrase, ready.simple).text);
    const found = unique(items(list, covered(list, ready.ignored), false));
    for (const item of found) item.meant = true;
    return found;
  }

  /** Runs of Latin words that can be read as pinyin; the keys of their syllables in pairs. */
  function pinyinSpans(list, ready, typing) {
    const spans = [];
    for (let from = 0; from < list.length; from++) {
      const sounds = [];
      let partial = "";
      let to = from;
      for (; to < list.length && !partial; to++) {
        const open = typing && to === list.length - 1;
        const word = list[to].text;
        if (list[to].han || /[^a-z]/.test(word)) break;
        const read = syllables(word, ready.known, open) ??
          (open && sounds.length && begins(word, ready.known) && { syllables: [], partial: word });
        if (!read) break;
        sounds.push(...read.syllables);
        partial = read.partial;
      }
      if (to === from) continue;
      const wanted = soundItems(sounds, partial, from, to - 1);
      if (wanted.length) spans.push({ kind: "pinyin", from, to: to - 1, options: [{ items: wanted }] });
      from = to - 1;
    }
    return spans;
  }

  function begins(letters, known) {
    return [...known].some((syllable) => syllable.startsWith(letters));
  }

  function soundItems(sounds, partial, from, to) {
    const found = [];
    for (let n = 0; n + 1 < sounds.length; n++) {
      found.push({ kind: "sound", sounds: [sounds[n], sounds[n + 1]], partial: "", from, to });
    }
    if (partial && sounds.length) {
      found.push({ kind: "sound", sounds: sounds.slice(-1), partial, from, to });
    } else if (sounds.length === 1) {
      found.push({ kind: "sound", sounds, partial: "", from, to });
    }
    return found;
  }

  /** “top up” is “topup” too: either word may be half of it. */
  function addJoined(slots, list) {
    for (let n = 1; n < list.length; n++) {
      const [left, right] = [list[n - 1], list[n]];
      if (left.han || right.han || right.start - left.end > 1) continue;
      const text = left.text + right.text;
      const item = { term: search.text.stem(text), text, kind: "word", from: n - 1, to: n, exact: true };
      const halves = slots.filter((slot) => slot.from <= n && n - 1 <= slot.to);
      for (const slot of halves) {
        slot.options.push({ scale: WEIGHT.joined / halves.length, items: [item] });
      }
    }
  }

  /** Items inside a span become the first option of its slot; all others stand alone. */
  function makeSlots(base, spans) {
    const slots = [];
    const taken = new Set();
    const order = { synonym: 0, pinyin: 1 };
    spans.sort((a, b) => b.to - b.from - (a.to - a.from) || order[a.kind] - order[b.kind]);
    const done = [];
    for (const span of spans) {
      const same = done.find((one) => one.from === span.from && one.to === span.to);
      if (!same && done.some((one) => span.from <= one.to && one.from <= span.to)) continue;
      const inside = base.filter((item) => item.from >= span.from && item.to <= span.to);
      const scale = (option) => {
        const ratio = Math.max(1, inside.length) / option.items.length;
        return WEIGHT[span.kind] * (span.kind === "synonym" ? Math.min(2, ratio) : 1);
      };
      const options = span.options.map((option) => ({ scale: scale(option), items: option.items }));
      if (same) {
        same.slot.options.push(...options);
        continue;
      }
      for (const item of inside) taken.add(item);
      const own = inside.length ? [{ scale: 1, items: inside }] : [];
      const { from, to } = span;
      const slot = { from, to, weight: 1, light: false, options: [...own, ...options] };
      if (slot.options.length) slots.push(slot);
      done.push({ from, to, slot });
    }
    for (const item of base) {
      if (taken.has(item)) continue;
      const { from, to } = item;
      slots.push({ from, to, weight: 1, light: false, options: [{ scale: 1, items: [item] }] });
    }
    return slots;
  }

  /** The stretches of the sorted index in which an item can lie: `[first key, last key]`. */
  function ranges(slots, ready) {
    const found = new Map();
    const add = (first, last) => found.set(first + " " + last, [first, last]);
    for (const slot of slots) {
      for (const item of slot.options.flatMap((option) => option.items)) {
        if (item.kind === "sound") {
          const key = "h" + item.sounds.map(loosen).join("'");
          if (item.partial) add(key + "'", key + "'~");
          else add(key, key);
        } else if (item.kind === "word" && !item.exact) {
          const start = "l" + skeleton(item.term).slice(0, 2);
          if (item.term.length > 1) add(start, start + "~");
          else add(start, start);
        } else {
          for (const key of keysOf(item.term, ready.readings)) add(key, key);
        }
      }
    }
    return [...found.values()];
  }

  /** Names of the shards a plan needs. */
  function shardsFor(planned, manifest) {
    const { starts, shards } = manifest.terms;
    const wanted = new Set();
    for (const [first, last] of planned.ranges) {
      for (let n = 0; n < shards.length; n++) {
        if (starts[n] <= last && (n + 1 === shards.length || starts[n + 1] >= first)) {
          wanted.add(shards[n]);
        }
      }
    }
    return [...wanted];
  }

  search.plan = { prepare, plan, shardsFor };
})((globalThis.helpcenterSearch ??= {}));
