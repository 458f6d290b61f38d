"""How Han characters sound and which Traditional ones are the same: the tables search ships.

The data are pypinyin's and OpenCC's, taken at build time and only for characters that can lead to
a page: those the pages use, those that sound like them and are common enough to be typed by
mistake, and the Traditional forms of both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from helpcenter.search.sounds import sound, spoken, words
from helpcenter.search.tokens import HAN, Table, loosen, skeleton

BLOCK = (0x4E00, 0x9FFF)
HANS = re.compile("[\u4e00-\u9fff]+")
SYLLABLE = re.compile("[a-z]+")


@dataclass(frozen=True)
class Readings:
    """The tables of one site."""

    sounds: dict[str, tuple[str, ...]]
    """Character to syllables without tones, the usual one first."""
    simple: dict[str, str]
    """Traditional to Simplified, character by character."""

    @cached_property
    def _loose(self) -> dict[str, list[str]]:
        return {sign: list(map(loosen, some)) for sign, some in self.sounds.items()}

    @cached_property
    def _first(self) -> dict[str, list[str]]:
        return {
            sign: list(dict.fromkeys(sound[0] for sound in some))
            for sign, some in self.sounds.items()
        }

    @cached_property
    def _sure(self) -> tuple[dict[int, str], dict[int, str]]:
        """Sound and first letter of the characters that have but one."""
        return (
            {ord(sign): f"'{some[0]}" for sign, some in self._loose.items() if len(some) == 1},
            {ord(sign): some[0] for sign, some in self._first.items() if len(some) == 1},
        )

    def keys(self, term: str) -> list[str]:
        """Where a term is kept: by sound (`h…`) or by the skeleton of a Latin word (`l…`)."""
        if not HAN.match(term):
            return ["l" + skeleton(term)]
        plain = term.translate(self._sure[0])
        if plain.isascii():
            return ["h" + plain[1:]]
        first, *rest = (self._loose.get(sign, []) for sign in term)
        ways = ["h" + sound for sound in first]
        for some in rest:
            ways = [f"{way}'{sound}" for way in ways for sound in some]
        return list(dict.fromkeys(ways[:8])) or ["h"]

    def initials(self, phrase: str) -> list[str]:
        """First letters of its syllables, read in every way: `czmm` and `zzmm` for 重置密码.

        None if a character has no reading.
        """
        plain = phrase.translate(self._sure[1])
        if plain.isascii():
            return [plain]
        found = [""]
        for sign in phrase:
            letters = self._first.get(sign, [])
            found = [begun + letter for begun in found for letter in letters][:4]
        return found


@cache
def simplified() -> Table:
    """Every Traditional character that has one other, Simplified form."""
    import opencc

    signs = [chr(code) for code in range(BLOCK[0], BLOCK[1] + 1)]
    # One sign a line: OpenCC converts phrases, and no phrase crosses a line.
    plain = opencc.OpenCC("t2s").convert("\n".join(signs)).split("\n")
    pairs = zip(signs, plain, strict=True)
    return Table(
        (ord(sign), one)
        for sign, one in pairs
        if one != sign and len(one) == 1 and BLOCK[0] <= ord(one) <= BLOCK[1]
    )


def hear(names: Iterable[str]) -> dict[str, int]:
    """How the characters of `names`, what people search by, sound: `重chong`, and how often.

    They are read with their neighbours in mind, so that 重 in 重复 sounds like chong.
    """
    runs = HANS.findall("\n".join(names).translate(simplified()))
    found: Counter[str] = Counter()
    for word, count in Counter(chain.from_iterable(map(words, runs))).items():
        for one in spoken(word):
            found[one] += count
    return dict(found)


def read_readings(heard: Iterable[Mapping[str, int]], signs: Iterable[str]) -> Readings:
    """The tables that what was `heard` and `signs`, Simplified Han characters, call for."""
    ways: dict[str, Counter[str]] = {sign: Counter() for sign in signs}
    for one in heard:
        for said, count in one.items():
            ways.setdefault(said[0], Counter())[said[1:]] += count
    if not ways:
        return Readings({}, {})
    sounds: dict[str, tuple[str, ...]] = {}
    for sign in sorted(ways):
        counts = ways[sign]
        # A reading met once among many is a phrase cut wrongly.
        most = max(counts.values(), default=0)
        some = {one for one, count in counts.items() if count * 20 > most} | {sound(sign)}
        known = [one for one in some if SYLLABLE.fullmatch(one)]
        if known:
            sounds[sign] = tuple(sorted(known, key=lambda one: (-counts[one], one)))
    used = {loosen(one) for some in sounds.values() for one in some}
    for sign in _common():
        if sign not in sounds and loosen(sound(sign)) in used:
            sounds[sign] = (sound(sign),)
    plain = {chr(sign): one for sign, one in simplified().items() if one in sounds}
    return Readings(sounds, plain)


@cache
def _common() -> tuple[str, ...]:
    """The 3,755 most common characters: level 1 of GB 2312, rows 16 to 55."""
    found = []
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            try:
                found.append(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return tuple(found)
