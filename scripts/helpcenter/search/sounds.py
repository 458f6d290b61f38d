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
    begun: frozenset[str]
    """The first two characters of each."""
    longest: int
    """Characters in a word at most."""


def spoken(run: str) -> Iterator[tuple[str, str]]:
    """The characters of `run`, nothing but Han, each with its sound: `("重", "chong")` in 重复.

    From left to right, the longest word that fits is read as one.
    """
    words = _words()
    place = 0
    while place < len(run):
        word = _word(run, place, words)
        if word:
            yield from _syllables(word)
            place += len(word)
            continue
        # Where a word is broken off by the end, pypinyin looks for no other in the rest.
        end = len(run) if _breaks_off(run, place, words) else place + 1
        yield from ((sign, sound(sign)) for sign in run[place:end])
        place = end


def sound(sign: str) -> str:
    """How a character usually sounds by itself; itself if nobody knows."""
    return _plain(_usual().get(str(ord(sign)), sign).partition(",")[0])


def load() -> None:
    """Read the data, so that processes that part afterwards need not."""
    _words()
    _usual()


def _word(run: str, place: int, words: Words) -> str:
    """The longest word that stands in `run` at `place`."""
    if run[place : place + 2] in words.begun:
        for size in range(min(words.longest, len(run) - place), 1, -1):
            if run[place : place + size] in words.sounds:
                return run[place : place + size]
    return ""


def _breaks_off(run: str, place: int, words: Words) -> bool:
    """Whether what is left of `run` begins some word."""
    rest = run[place:]
    if len(rest) > words.longest or rest[:2] not in words.begun:
        return False
    found = _sorted()
    next_one = bisect_left(found, rest)
    return next_one < len(found) and found[next_one].startswith(rest)


@lru_cache(maxsize=1 << 14)
def _syllables(word: str) -> tuple[tuple[str, str], ...]:
    # Where a character sounds in two ways, the first is the usual one.
    sounds = [SYLLABLE.search(one) for one in _words().sounds[word].split("]")]
    return tuple((sign, _plain(one[1])) for sign, one in zip(word, sounds, strict=False) if one)


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
    return Words(sounds, frozenset(word[:2] for word in found), max(map(len, found)))


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
