"""Text as search sees it: folded characters, units (a word, or one character where words are
written without spaces), terms.

Texts are read whole, not unit by unit: a regular expression finds all the terms of a page in one
walk. `overrides/assets/scripts/search-text.js` does the same, unit by unit, for what a reader
types; both are held to one table of examples, `tests/queries/terms.json`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from operator import add
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
_LETTER = rf"[^\W_{_UNSPACED}]"
_WORD = rf"{_LETTER}+(?:['\u2019]{_LETTER}+)*"
COMPOUND = re.compile(f"({_WORD})-(?=({_WORD}))")
"""Two words with a hyphen between."""
UNIT = re.compile(f"{_WORD}|[{_UNSPACED}]")
WORD = re.compile(f"({_WORD})")
PLAIN = re.compile("[0-9a-z]+(?:'[0-9a-z]+)*|\n")
"""A word of a text in ASCII, or the end of a line."""
LETTERS = re.compile(f"{_LETTER}+")
RUN = re.compile(f"[{_UNSPACED}]+")
GAP = re.compile(r"(?:[^\w\n]|_)+")
"""What stands between units."""
HAN = re.compile("[\u3005\u3007\u3400-\u9fff]")
_MARKED = (
    "\u0483-\u0489\u0591-\u1dff\u20d0-\u20f0\u2cef-\u2dff\u3099\u309a"
    "\ua66f-\uabff\ufb1e\ufe20-\ufe2f"
)
"""Where vowel signs and other marks may stand besides those of `MARKS`."""
MARKED = re.compile(f"[{_MARKED}]")
ALIKE = {"ς": "σ", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
SAME = {0x30A1 + n: chr(0x3041 + n) for n in range(86)} | str.maketrans(ALIKE)
"""The two kinds of kana, and letters that many keyboards lack."""
VOWELS = re.compile("(?<=[^\n])[aeiou]+")
"""Of a word on a line, but for its first letter."""
REPEATED = re.compile(r"(?<=[^\n])(.)\1+")


class Table(dict[int, str]):
    """What `str.translate` takes: Traditional characters, by number, to Simplified ones."""

    @cached_property
    def odd(self) -> re.Pattern[str]:
        """What is folded sign by sign; few texts have any of it."""
        return re.compile(f"[\u30a1-\u30f6{''.join(ALIKE)}{_MARKED}{''.join(map(chr, self))}]")


class Book(NamedTuple):
    """Phrases that are looked for in texts."""

    phrases: re.Pattern[str] | None = None
    """In a text of stems; all but those of one word."""
    words: frozenset[str] = frozenset()
    """The stems of those."""


class Said(NamedTuple):
    """A text as search sees it."""

    folded: str
    told: str
    """The stems of `folded` with spaces between, without the phrases that say nothing."""
    ignored: frozenset[str]
    """Words that say nothing."""

    def terms(self) -> list[str]:
        """All that is looked up."""
        return self.words() + self.pairs()

    def words(self) -> list[str]:
        """Words; hyphenated ones also in one piece."""
        found = self.told.split() if self.told.isascii() else LETTERS.findall(self.told)
        if self.ignored:
            found = [word for word in found if word not in self.ignored]
        if "-" not in self.folded:
            return found
        pieces = [piece for piece in self.folded.split() if "-" in piece]
        pairs = COMPOUND.findall(" ".join(pieces))
        return found + [stem(left + right) for left, right in pairs]

    def pairs(self) -> list[str]:
        """Pairs of characters written without spaces, and single ones that stand alone."""
        found: list[str] = []
        for run in () if self.told.isascii() else RUN.findall(self.told):
            found += map(add, run, run[1:]) if len(run) > 1 else run
        return found

    def letters(self) -> list[str]:
        """Every Han character."""
        return HAN.findall(self.told)


NONE = Book()


def fold(text: str, simple: Table) -> str:
    """Full width, accents, case, kana, invisible signs and Traditional script made equal."""
    if text.isascii():
        return text.lower()
    plain = MARKS.sub("", unicodedata.normalize("NFKD", text).lower())
    if not simple.odd.search(plain):
        return plain
    if MARKED.search(plain):
        plain = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M")
    return plain.translate(SAME).translate(simple)


def stems(text: str, simple: Table) -> list[str]:
    """What is compared of each unit of a text: of a character, itself."""
    return [stem(unit) for unit in UNIT.findall(fold(text, simple))]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Light English stemming: apostrophes, plurals, -ing, -ed and a final e."""
    word = word.replace("'", "").replace("\u2019", "")
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
    """What finds `phrases`, whatever signs stand between their units; the longest first."""
    found = {tuple(stems(phrase, simple)) for phrase in phrases} - {()}
    alone = frozenset(one[0] for one in found if len(one) == 1 and not UNSPACED.match(one[0]))
    ways = [
        " *".join(unit if UNSPACED.match(unit) else f" {unit} " for unit in one)
        for one in sorted(found, key=lambda one: (-len(one), one))
        if len(one) > 1 or one[0] not in alone
    ]
    return Book(re.compile("|".join(ways)) if ways else None, alone)


def said(texts: Sequence[str], simple: Table, ignored: Book = NONE) -> list[Said]:
    """Each of `texts`, without the phrases `ignored`."""
    # Nothing joins what stands on two lines.
    folded = fold("\n".join(text.replace("\n", " ") for text in texts), simple)
    if folded.isascii():
        told = "".join(map(_apart, PLAIN.findall(folded)))
    else:
        parts = WORD.split(folded)
        parts[::2] = [GAP.sub(" ", part) for part in parts[::2]]
        parts[1::2] = map(_apart, parts[1::2])
        told = "".join(parts)
    if ignored.phrases:
        told = ignored.phrases.sub(" ", told)
    lines = zip(folded.split("\n"), told.split("\n"), strict=True)
    return [Said(*line, ignored.words) for line in lines][: len(texts)]


@lru_cache(maxsize=1 << 16)
def _apart(word: str) -> str:
    return word if word == "\n" else f" {stem(word)} "


def one_text(lines: Sequence[Said]) -> Said:
    """Texts that were read together as one of several lines."""
    folded = "\n".join(line.folded for line in lines)
    told = "\n".join(line.told for line in lines)
    return Said(folded, told, lines[0].ignored if lines else NONE.words)


def terms(text: str, simple: Table, ignored: Book = NONE) -> list[str]:
    """The terms of one text."""
    return said([text], simple, ignored)[0].terms()


def skeletons(words: Iterable[str]) -> list[str]:
    """Consonants of Latin words after their first letters: what survives most misspellings."""
    lines = "\n".join(words)
    return REPEATED.sub(r"\1", VOWELS.sub("", lines)).split("\n") if lines else []


@lru_cache(maxsize=1 << 10)
def loosen(syllable: str) -> str:
    """A syllable without the differences many speakers do not make: zh/z, ch/c, sh/s, -ng/-n."""
    return re.sub("ng$", "n", re.sub("^([zcs])h", r"\1", syllable))
