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
    """All that are known."""

    sounds: dict[str, str]
    """Of each word, as they are written down: among other signs, a syllable in quotes for each
    character."""
    longest: dict[str, int]
    """Characters in a word at most, by its first two."""


def words(run: str) -> Iterator[str]:
    """The words of `run`, nothing but Han: the longest that fits, from left to right."""
    sounds, longest = _words()
    place = 0
    while place < len(run):
        most = min(longest.get(run[place : place + 2], 0), len(run) - place)
        for size in range(most, 1, -1):
            if run[place : place + size] in sounds:
                yield run[place : place + size]
                place += size
                break
        else:
            # Where a word is broken off by the end, pypinyin looks for no other in the rest.
            end = len(run) if most and _breaks_off(run[place:]) else place + 1
            yield from run[place:end]
            place = end


@lru_cache(maxsize=1 << 14)
def spoken(word: str) -> tuple[str, ...]:
    """The characters of one of `words`, each with its sound: `重chong` and `复fu`."""
    if len(word) == 1:
        return (word + sound(word),)
    # Where a character sounds in two ways, the first is the usual one.
    sounds = [SYLLABLE.search(one) for one in _words().sounds[word].split("]")]
    return tuple(sign + _plain(one[1]) for sign, one in zip(word, sounds, strict=False) if one)


def sound(sign: str) -> str:
    """How a character usually sounds by itself; itself if nobody knows."""
    return _plain(_usual().get(str(ord(sign)), sign).partition(",")[0])


def load() -> None:
    """Read the data, so that processes that part afterwards need not."""
    _words()
    _usual()


def _breaks_off(rest: str) -> bool:
    """Whether some word begins like this."""
    found = _sorted()
    next_one = bisect_left(found, rest)
    return next_one < len(found) and found[next_one].startswith(rest)


@lru_cache(maxsize=1 << 11)
def _plain(syllable: str) -> str:
    """Without its tone; `v` as people type it."""
    plain = TONES.sub("", unicodedata.normalize("NFD", syllable))
    return unicodedata.normalize("NFC", plain).replace("ü", "v")


@cache
def _words() -> Words:
    parts = _data("phrases_dict").split(BETWEEN)
    found = [part[part.rfind('"') + 1 :] for part in parts[:-1]]
    sounds = dict(zip(found, parts[1:], strict=True))
    longest: dict[str, int] = {}
    for word in sorted(found, key=len):
        longest[word[:2]] = len(word)
    return Words(sounds, longest)


@cache
def _sorted() -> list[str]:
    return sorted(_words().sounds)


@cache
def _usual() -> dict[str, str]:
    """All sounds of each character, by its number, with commas between."""
    found: dict[str, str] = json.loads(_data("pinyin_dict"))
    return found


def _data(name: str) -> str:
    spec = find_spec("pypinyin")
    assert spec
    assert spec.origin
    return Path(spec.origin).with_name(f"{name}.json").read_text("utf-8")
