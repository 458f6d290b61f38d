"""How Han characters sound and which Traditional ones are the same: the tables search ships.

The data are pypinyin's and OpenCC's, taken at build time and only for characters that can lead to
a page: those the pages use, those that sound like them and are common enough to be typed by
mistake, and the Traditional forms of both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from helpcenter.search.tokens import HAN, Table, loosen, skeleton
from helpcenter.store import NOTHING, Store, digest, fingerprint, packed, unpacked

BLOCK = (0x4E00, 0x9FFF)
HANS = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Readings:
    """The tables of one site."""

    sounds: dict[str, tuple[str, ...]]
    """Character to syllables without tones, the usual one first."""
    simple: dict[str, str]
    """Traditional to Simplified, character by character."""

    def keys(self, term: str) -> list[str]:
        """Where a term is kept: by sound (`h…`) or by the skeleton of a Latin word (`l…`)."""
        if not HAN.match(term):
            return ["l" + skeleton(term)]
        ways: list[list[str]] = [[]]
        for sign in term:
            known = self.sounds.get(sign, ())
            ways = [[*way, loosen(syllable)] for way in ways for syllable in known]
        return list(dict.fromkeys("h" + "'".join(way) for way in ways[:8])) or ["h"]

    def initials(self, phrase: str) -> list[str]:
        """First letters of its syllables, read in every way: `czmm` and `zzmm` for 重置密码.

        None if a character has no reading.
        """
        found = [""]
        for sign in phrase:
            letters = dict.fromkeys(sound[0] for sound in self.sounds.get(sign, ()))
            found = [begun + letter for begun in found for letter in letters][:4]
        return found


@cache
def simplified() -> Table:
    """Every Traditional character that has one other, Simplified form."""
    import opencc

    signs = [chr(code) for code in range(BLOCK[0], BLOCK[1] + 1)]
    # One sign a line: OpenCC converts phrases, and no phrase crosses a line.
    plain = opencc.OpenCC("t2s").convert("\n".join(signs)).split("\n")
    return {
        ord(sign): one
        for sign, one in zip(signs, plain, strict=True)
        if one != sign and len(one) == 1 and BLOCK[0] <= ord(one) <= BLOCK[1]
    }


def read_readings(names: Iterable[str], signs: Iterable[str], store: Store = NOTHING) -> Readings:
    """The tables that `names` and `signs` call for.

    `names`, what people search by, are read with their neighbours in mind, so that 重 in 重置
    sounds like chong; each of `signs`, Simplified Han characters, has its usual sound.
    """
    simple = simplified()
    runs = Counter(run for name in names for run in HANS.findall(name.translate(simple)))
    known = "".join(sorted(set(signs)))
    key = digest(fingerprint(), "readings", repr(sorted(runs.items())), known)
    data = store.get(key)
    if data is None:
        data = packed(_read(runs, known, simple, _Ear(store)))
        store.put(key, data)
    found: Readings = unpacked(data)
    return found


class _Ear:
    """Sounds of characters, from the store where they were heard before: pypinyin is large."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def hear(self, run: str) -> list[str]:
        """A syllable for each character of `run`, read with its neighbours in mind."""
        key = digest(fingerprint(), "sounds", run)
        data = self._store.get(key)
        if data is None:
            from pypinyin import Style, lazy_pinyin

            data = " ".join(lazy_pinyin(run, style=Style.NORMAL)).encode("utf-8")
            self._store.put(key, data)
        return data.decode("utf-8").split(" ")

    def common(self) -> Iterator[tuple[str, str]]:
        """The most common characters, each with its usual sound."""
        signs = _common()
        key = digest(fingerprint(), "common")
        data = self._store.get(key)
        if data is None:
            data = " ".join(self.hear(sign)[0] for sign in signs).encode("utf-8")
            self._store.put(key, data)
        return zip(signs, data.decode("utf-8").split(" "), strict=True)


def _read(runs: Mapping[str, int], signs: str, simple: Table, ear: _Ear) -> Readings:
    heard: dict[str, Counter[str]] = {}
    for run, count in runs.items():
        for sign, sound in zip(run, ear.hear(run), strict=False):
            heard.setdefault(sign, Counter())[sound] += count
    for sign in signs:
        heard.setdefault(sign, Counter())
    sounds: dict[str, tuple[str, ...]] = {}
    for sign in sorted(heard):
        counts = heard[sign]
        own = ear.hear(sign)[0]
        # A reading met once among many is a phrase cut wrongly.
        most = max(counts.values(), default=0)
        some = {one for one, count in counts.items() if count * 20 > most} | {own}
        known = [one for one in some if re.fullmatch("[a-z]+", one)]
        if known:
            sounds[sign] = tuple(sorted(known, key=lambda one: (-counts[one], one)))
    used = {loosen(one) for some in sounds.values() for one in some}
    for sign, sound in ear.common():
        if sign not in sounds and loosen(sound) in used:
            sounds[sign] = (sound,)
    plain = {chr(sign): one for sign, one in simple.items() if one in sounds}
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
