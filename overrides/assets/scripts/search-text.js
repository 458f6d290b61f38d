// Text as search sees it: folded characters, units (a word, or one character where words are written
// without spaces), terms, and the readings of Han characters. helpcenter/search/tokens.py does the same at build time; both are
// held to one table of examples (tests/queries/terms.json).
(function (search) {
  "use strict";

  const MARKS = /[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
  // Han, kana, Thai, Lao, Burmese, Khmer: no space stands between words.
  const UNSPACED = "[\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}\\u3041-\\u3096\\u30fc" +
    "\\u0e01-\\u0e3a\\u0e40-\\u0e46\\u0e81-\\u0ec6\\u1000-\\u103f\\u1780-\\u17b3]";
  const WORD = `(?:(?!${UNSPACED})[\\p{L}\\p{N}])+`;
  const UNIT = new RegExp(`${WORD}(?:['\u2019]${WORD})*|${UNSPACED}`, "gu");
  const ALONE = new RegExp(`^${UNSPACED}`, "u");
  const HAN = /^[\u3005\u3007\u3400-\u9fff]/;

  const ALIKE = { ς: "σ", ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

  /** The two kinds of kana, and letters that many keyboards lack. */
  function same(sign) {
    if (/[\u30a1-\u30f6]/.test(sign)) return String.fromCharCode(sign.charCodeAt(0) - 96);
    return ALIKE[sign] ?? sign;
  }

  /** Full width, accents, case, kana, invisible signs and Traditional script made equal.
   *  `at[n]` is where the n-th folded character stands in `text`. */
  function fold(text, simple) {
    let folded = "";
    const at = [];
    let place = 0;
    for (const sign of text) {
      for (const plain of sign.normalize("NFKD").toLowerCase().replace(MARKS, "")) {
        const one = simple.get(plain) ?? same(plain);
        for (let n = 0; n < one.length; n++) at.push(place);
        folded += one;
      }
      place += sign.length;
    }
    at.push(place);
    return { text: folded, at };
  }

  /** The smallest pieces with a meaning: `{text, stem, han, start, end}`. */
  function units(folded) {
    return Array.from(folded.matchAll(UNIT), (match) => {
      const text = match[0].replace(/['\u2019]/g, "");
      const han = ALONE.test(text);
      const end = match.index + match[0].length;
      return { text, stem: han ? text : stem(text), han, start: match.index, end };
    });
  }

  /** Light English stemming: plurals, -ing, -ed and a final e. */
  function stem(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    let root = word;
    if (/ies$/.test(root) && root.length > 4) root = root.slice(0, -3) + "y";
    else if (/(?:x|ch|sh|ss|z)es$/.test(root)) root = root.slice(0, -2);
    else if (/[^sui]s$/.test(root)) root = root.slice(0, -1);
    const suffix = /(?:ing|ed)$/.exec(root);
    if (suffix && suffix.index > 2 && /[aeiouy]/.test(root.slice(0, suffix.index))) {
      root = root.slice(0, suffix.index);
      if (/([^aeioulsz])\1$/.test(root)) root = root.slice(0, -1);
    }
    return root.length > 4 && root.endsWith("e") ? root.slice(0, -1) : root;
  }

  /** Marks the units that belong to one of `phrases` (a `phraseBook`). */
  function covered(list, phrases) {
    const marks = new Array(list.length).fill(false);
    for (let from = 0; from < list.length; from++) {
      const found = phraseAt(list, from, phrases);
      if (found) marks.fill(true, from, from + found.length);
      if (found) from += found.length - 1;
    }
    return marks;
  }

  /** `[[phrase, value], ...]` as a book that `phraseAt` can look things up in. */
  function phraseBook(pairs, simple) {
    const book = new Map();
    for (const [phrase, value] of pairs) {
      const stems = units(fold(phrase, simple).text).map((unit) => unit.stem);
      if (!stems.length) continue;
      if (!book.has(stems[0])) book.set(stems[0], []);
      book.get(stems[0]).push({ stems, length: stems.length, value });
    }
    for (const entries of book.values()) entries.sort((a, b) => b.length - a.length);
    return book;
  }

  /** The longest phrase of `book` that begins at the unit `from`, and the unit `to` where it ends.
   *  Between words, not characters, may stand what tells nothing: what `ignored` marks. */
  function phraseAt(list, from, book, ignored = []) {
    let best;
    for (const entry of book.get(list[from].stem) ?? []) {
      let at = from;
      const fits = entry.stems.every((stem, n) => {
        if (n) at++;
        while (n && ignored[at] && !list[at].han && list[at].stem !== stem) at++;
        return list[at]?.stem === stem;
      });
      if (fits && !(best && best.length >= entry.length)) best = { ...entry, to: at };
    }
    return best;
  }

  /** What is looked up for `list`: words, pairs of Han characters, and single ones that stand
   *  alone. `{term, kind, from, to}`; kind is `word`, `pair` or `single`. */
  function items(list, ignored, loose) {
    const found = [];
    const joins = (n) =>
      n > 0 && n < list.length && list[n].han && list[n - 1].han && !ignored[n] &&
      !ignored[n - 1] && list[n].start - list[n - 1].end <= (loose ? 1 : 0);
    list.forEach((unit, n) => {
      if (ignored[n]) return;
      if (!unit.han) found.push({ term: unit.stem, text: unit.text, kind: "word", from: n, to: n });
      else if (joins(n + 1)) {
        const term = unit.text + list[n + 1].text;
        found.push({ term, text: term, kind: "pair", from: n, to: n + 1 });
      } else if (!joins(n)) {
        found.push({ term: unit.text, text: unit.text, kind: "single", from: n, to: n });
      }
    });
    return found;
  }

  /** The terms of a text, as the index has them, hyphenated words also in one piece. */
  function terms(text, simple, ignoredBook) {
    const folded = fold(text, simple).text;
    const list = units(folded);
    const found = items(list, covered(list, ignoredBook), false).map((item) => item.term);
    for (let n = 1; n < list.length; n++) {
      const [left, right] = [list[n - 1], list[n]];
      if (left.han || right.han || folded.slice(left.end, right.start) !== "-") continue;
      found.push(stem(left.text + right.text));
    }
    return found;
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

  /** Consonants of a Latin word after its first letter: what survives most misspellings. */
  function skeleton(word) {
    return word[0] + word.slice(1).replace(/[aeiou]/g, "").replace(/(.)\1+/g, "$1");
  }

  /** A syllable without the differences many speakers do not make: zh/z, ch/c, sh/s, -ng/-n. */
  function loosen(syllable) {
    return syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n");
  }

  /** Every way to read the Han text `term`, as lists of syllables. */
  function readingsOf(term, readings) {
    let ways = [[]];
    for (const sign of term) {
      const known = readings.get(sign);
      if (!known) return [];
      ways = ways.flatMap((way) => known.map((syllable) => [...way, syllable]));
    }
    return ways.slice(0, 8);
  }

  /** Where a term is kept: by sound (`h`) or by skeleton (`l`). */
  function keysOf(term, readings) {
    if (!HAN.test(term)) return ["l" + skeleton(term)];
    const ways = readingsOf(term, readings).map((way) => "h" + way.map(loosen).join("'"));
    return ways.length ? [...new Set(ways)] : ["h"];
  }

  /** Splits letters into the fewest pinyin syllables; the last may be unfinished if `open`.
   *  `{syllables, partial}` or nothing. */
  function syllables(letters, known, open) {
    const best = new Array(letters.length + 1).fill(null);
    best[0] = [];
    for (let end = 1; end <= letters.length; end++) {
      for (let size = Math.min(6, end); size > 0; size--) {
        const head = best[end - size];
        const syllable = letters.slice(end - size, end);
        if (!head || !known.has(syllable)) continue;
        if (!best[end] || head.length + 1 < best[end].length) best[end] = [...head, syllable];
      }
    }
    if (best[letters.length]) return { syllables: best[letters.length], partial: "" };
    if (!open) return null;
    for (let size = 1; size < 6 && size < letters.length; size++) {
      const rest = letters.slice(-size);
      const begun = [...known].some((syllable) => syllable.startsWith(rest));
      if (best[letters.length - size] && begun) {
        return { syllables: best[letters.length - size], partial: rest };
      }
    }
    return null;
  }

  /** The tables as the other functions want them. */
  function readTables(tables) {
    const readings = new Map();
    const known = new Set();
    for (const [, syllable, signs] of tables.readings.matchAll(/([a-z]+)([^a-z]+)/g)) {
      known.add(syllable);
      for (const sign of signs) readings.set(sign, [...(readings.get(sign) ?? []), syllable]);
    }
    const pairs = Array.from(tables.simple);
    const simple = new Map();
    for (let n = 0; n + 1 < pairs.length; n += 2) simple.set(pairs[n], pairs[n + 1]);
    return { readings, known, simple };
  }

  search.text = {
    HAN, fold, units, stem, covered, phraseBook, phraseAt, items, terms, termsOf, skeleton, loosen, readingsOf,
    keysOf, syllables, readTables,
  };
})((globalThis.helpcenterSearch ??= {}));
