"""Text as search sees it: folded characters, units (a word, or one character where words are
written without spaces), terms.

`overrides/assets/scripts/search-text.js` does the same for what a reader types; both are held to
one table of examples, `tests/queries/terms.json`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

MARKS = re.compile(
    "[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
_UNSPACED = (
    "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"  # Han
    "\u3041-\u3096\u30fc"  # kana; those of the other kind are folded to these
    "\u0e01-\u0e3a\u0e40-\u0e46\u0e81-\u0ec6\u1000-\u103f\u1780-\u17b3"  # Thai, Lao, Burmese, Khmer
)
UNSPACED = re.compile(f"[{_UNSPACED}]")
"""Characters of scripts in which no space stands between words."""
_WORD = rf"[^\W_{_UNSPACED}]+"
UNIT = re.compile(f"{_WORD}(?:['\u2019]{_WORD})*|[{_UNSPACED}]")
HAN = re.compile("[\u3005\u3007\u3400-\u9fff]")
MARKED = re.compile(
    "[\u0483-\u0489\u0591-\u1dff\u20d0-\u20f0\u2cef-\u2dff\u3099\u309a\ua66f-\uabff\ufb1e\ufe20-\ufe2f]"
)
"""Where vowel signs and other marks may stand besides those of `MARKS`."""
ALIKE = {"ς": "σ", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
SAME = {0x30A1 + n: chr(0x3041 + n) for n in range(86)} | str.maketrans(ALIKE)
"""The two kinds of kana, and letters that many keyboards lack."""


class Unit(NamedTuple):
    """The smallest piece with a meaning."""

    text: str
    stem: str
    """What is compared: of a Han character, itself."""
    han: bool
    """Written without spaces: what is looked up are pairs of such characters."""
    start: int
    end: int


Table = Mapping[int, str]
"""What `str.translate` takes: Traditional characters, by number, to Simplified ones."""

Book = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases as stems, by their first stem, longest first."""


def fold(text: str, simple: Table) -> str:
    """Full width, accents, case, kana, invisible signs and Traditional script made equal."""
    plain = MARKS.sub("", unicodedata.normalize("NFKD", text).lower())
    if MARKED.search(plain):
        plain = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M")
    return plain.translate(SAME).translate(simple)


def units(folded: str) -> list[Unit]:
    """The units of a folded text, in order."""
    found = []
    for match in UNIT.finditer(folded):
        text = match[0]
        start, end = match.span()
        if UNSPACED.match(text):
            found.append(Unit(text, text, True, start, end))
        else:
            text = text.replace("'", "").replace("\u2019", "")
            found.append(Unit(text, stem(text), False, start, end))
    return found


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Light English stemming: plurals, -ing, -ed and a final e."""
    if len(word) < 4 or re.search(r"\d", word):
        return word
    root = word
    if root.endswith("ies") and len(root) > 4:
        root = root[:-3] + "y"
    elif re.search("(?:x|ch|sh|ss|z)es$", root):
        root = root[:-2]
    elif re.search("[^sui]s$", root):
        root = root[:-1]
    suffix = re.search("(?:ing|ed)$", root)
    if suffix and suffix.start() > 2 and re.search("[aeiouy]", root[: suffix.start()]):
        root = root[: suffix.start()]
        if re.search(r"([^aeioulsz])\1$", root):
            root = root[:-1]
    return root[:-1] if len(root) > 4 and root.endswith("e") else root


def book(phrases: Iterable[str], simple: Table) -> Book:
    """`phrases` as a book that `covered` can look things up in."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        stems = tuple(unit.stem for unit in units(fold(phrase, simple)))
        if stems:
            found.setdefault(stems[0], []).append(stems)
    return {first: tuple(sorted(some, key=len, reverse=True)) for first, some in found.items()}


def covered(found: list[Unit], phrases: Book) -> list[bool]:
    """Which units belong to one of `phrases`."""
    marks = [False] * len(found)
    place = 0
    while place < len(found):
        size = 1
        for stems in phrases.get(found[place].stem, ()):
            here = tuple(unit.stem for unit in found[place : place + len(stems)])
            if here == stems:
                size = len(stems)
                marks[place : place + size] = [True] * size
                break
        place += size
    return marks


def terms(text: str, simple: Table, ignored: Book) -> list[str]:
    """The terms of a text: words, pairs of Han characters, single ones that stand alone."""
    folded = fold(text, simple)
    found = units(folded)
    skipped = covered(found, ignored)

    def joins(n: int) -> bool:
        if not 0 < n < len(found) or skipped[n] or skipped[n - 1]:
            return False
        return found[n].han and found[n - 1].han and found[n].start == found[n - 1].end

    some: list[str] = []
    for n, unit in enumerate(found):
        if skipped[n]:
            continue
        if not unit.han:
            some.append(unit.stem)
        elif joins(n + 1):
            some.append(unit.text + found[n + 1].text)
        elif not joins(n):
            some.append(unit.text)
    for left, right in pairwise(found):
        if not left.han and not right.han and folded[left.end : right.start] == "-":
            some.append(stem(left.text + right.text))
    return some


def letters(text: str, simple: Table, ignored: Book) -> list[str]:
    """Every Han character of a text that no ignored phrase covers."""
    found = units(fold(text, simple))
    skipped = covered(found, ignored)
    return [unit.text for n, unit in enumerate(found) if HAN.match(unit.text) and not skipped[n]]


def skeleton(word: str) -> str:
    """Consonants of a Latin word after its first letter: what survives most misspellings."""
    return word[0] + re.sub(r"(.)\1+", r"\1", re.sub("[aeiou]", "", word[1:]))


def loosen(syllable: str) -> str:
    """A syllable without the differences many speakers do not make: zh/z, ch/c, sh/s, -ng/-n."""
    return re.sub("ng$", "n", re.sub("^([zcs])h", r"\1", syllable))
