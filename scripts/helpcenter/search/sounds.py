"""How Han characters sound by themselves and in words: pypinyin's data, without pypinyin.

Loading pypinyin takes as long as reading hundreds of articles, because it takes apart every one of
its 47,000 words. Here a word is taken apart when it is met. A test holds both to the same answers.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

TONES = re.compile("[\u0300\u0301\u0304\u030c]")
SYLLABLE = re.compile('"([^"]+)"')
BETWEEN = '": ['
"""Stands between a word and its sounds."""


class Words(NamedTuple):
    """All that are known, in order."""

    words: list[str]
    sounds: list[str]
    """Of each, as they are written down: among other signs, a syllable in quotes for each
    character."""


def words(run: str) -> Iterator[str]:
    """The words of `run`, nothing but Han: the longest that fits, from left to right."""
    place = 0
    while place < len(run):
        begun = _begun(run[place : place + 2])
        word = next((one for one in begun if run.startswith(one, place)), "")
        # Where a word is broken off by the end, pypinyin looks for no other in the rest.
        if begun and not word and _breaks_off(run[place:]):
            yield from run[place:]
            return
        yield word or run[place]
        place += len(word) or 1


@lru_cache(maxsize=1 << 14)
def spoken(word: str) -> tuple[str, ...]:
    """The characters of one of `words`, each with its sound: `重chong` and `复fu`."""
    if len(word) == 1:
        return (word + sound(word),)
    # Where a character sounds in two ways, the first is the usual one.
    known, sounds = _words()
    written = sounds[bisect_left(known, word)].split("]")
    found = zip(word, map(SYLLABLE.search, written), strict=False)
    return tuple(sign + _plain(one[1]) for sign, one in found if one)


def sound(sign: str) -> str:
    """How a character usually sounds by itself; itself if nobody knows."""
    return _plain(_usual().get(str(ord(sign)), sign).partition(",")[0])


def load() -> None:
    """Read the data, so that processes that part afterwards need not."""
    _words()
    _usual()


@lru_cache(maxsize=1 << 15)
def _begun(pair: str) -> list[str]:
    """The words that begin with these two characters, the longest first."""
    known = _words().words
    found = []
    for place in range(bisect_left(known, pair), len(known)):
        if len(pair) < 2 or not known[place].startswith(pair):
            break
        found.append(known[place])
    return sorted(found, key=len, reverse=True)


def _breaks_off(rest: str) -> bool:
    """Whether some word begins like this."""
    return any(word.startswith(rest) for word in _begun(rest[:2]))


@lru_cache(maxsize=1 << 11)
def _plain(syllable: str) -> str:
    """Without its tone; `v` as people type it."""
    plain = TONES.sub("", unicodedata.normalize("NFD", syllable))
    return unicodedata.normalize("NFC", plain).replace("ü", "v")


@cache
def _words() -> Words:
    parts = _data("phrases_dict").split(BETWEEN)
    # They are written down in order; a test would fail if they were not.
    return Words([part[part.rfind('"') + 1 :] for part in parts[:-1]], parts[1:])


@cache
def _usual() -> dict[str, str]:
    """All sounds of each character, by its number, with commas between."""
    found: dict[str, str] = json.loads(_data("pinyin_dict"))
    return found


def _data(name: str) -> str:
    spec = find_spec("pypinyin")
    assert spec
    assert spec.origin
    return Path(spec.origin).with_name(f"{name}.json").read_bytes().decode("utf-8")
