"""How Han characters sound and which Traditional ones are the same: the tables search ships.

The data are pypinyin's and OpenCC's, taken at build time and only for characters that can lead to
a page: those the pages use, those that sound like them and are common enough to be typed by
mistake, and the Traditional forms of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from helpcenter.tokens import HAN, loosen, skeleton

BLOCK = (0x4E00, 0x9FFF)


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

    def initials(self, phrase: str) -> str:
        """First letters of the syllables: `wjmm` for 忘记密码. Empty if a sign has no reading."""
        from pypinyin import Style, lazy_pinyin

        if not phrase or any(sign not in self.sounds for sign in phrase):
            return ""
        return "".join(one[:1] for one in lazy_pinyin(phrase, style=Style.NORMAL))


def simplified() -> dict[str, str]:
    """Every Traditional character that has one other, Simplified form."""
    return dict(_all_simplified())


@cache
def _all_simplified() -> dict[str, str]:
    import opencc

    signs = [chr(code) for code in range(BLOCK[0], BLOCK[1] + 1)]
    # One sign a line: OpenCC converts phrases, and no phrase crosses a line.
    plain = opencc.OpenCC("t2s").convert("\n".join(signs)).split("\n")
    return {
        sign: one
        for sign, one in zip(signs, plain, strict=True)
        if one != sign and len(one) == 1 and BLOCK[0] <= ord(one) <= BLOCK[1]
    }


def read_readings(texts: Iterable[str]) -> Readings:
    """The tables that the characters in `texts` call for."""
    from pypinyin import Style, lazy_pinyin, pinyin

    simple = simplified()
    used: dict[str, dict[str, int]] = {}
    for text in texts:
        plain = "".join(simple.get(sign, sign) for sign in text)
        for run in re.findall("[\u4e00-\u9fff]+", plain):
            for sign, sound in zip(run, lazy_pinyin(run, style=Style.NORMAL), strict=False):
                if re.fullmatch("[a-z]+", sound):
                    counts = used.setdefault(sign, {})
                    counts[sound] = counts.get(sound, 0) + 1
    sounds: dict[str, tuple[str, ...]] = {}
    for sign in sorted(used):
        own = lazy_pinyin(sign, style=Style.NORMAL)[0]
        # A reading met once among many is a phrase cut wrongly.
        most = max(used[sign].values())
        heard = [one for one, count in used[sign].items() if one == own or count * 20 > most]
        sounds[sign] = tuple(sorted(heard, key=lambda one: (-used[sign][one], one)))
    known = {loosen(one) for some in sounds.values() for one in some}
    for sign in _common():
        if sign not in sounds:
            own = pinyin(sign, style=Style.NORMAL)[0][0]
            if loosen(own) in known:
                sounds[sign] = (own,)
    return Readings(sounds, {sign: one for sign, one in simple.items() if one in sounds})


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
