"""How strongly an entry is about each of its terms, and which of them are kept.

Only here do other pages count: three numbers, roughly, and letters that seldom change.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from helpcenter.search.entries import BITS, FIELDS, ONE, Reading, Tally, Terms, counts, sorted_out
from helpcenter.search.readings import Readings

CROWDED = 0.6
"""How much a long field dilutes its words, 0 to 1."""
SOON_ENOUGH = 2.5
"""Weight at which more of the same word adds little."""
FAINT = 0.2
"""Below this strength, a page merely mentions what another one is about."""
STEPS_PER_DOUBLING = 4
"""How finely usual lengths are told apart: a word more or less on one page changes no other."""
FULL = 256
"""Strength is a whole number below this one."""


NAMES = tuple(FIELDS)
KEYWORDS = NAMES.index("keywords")
BODY: Tally = ((1 << BITS) - 1) * ONE["body"]
"""All places in the body."""


class When(Enum):
    """When a term of an entry is kept."""

    NAMING = 0
    """Always: it says what the page is about."""
    ALWAYS = 1
    UNLESS_NAMED = 2
    """If no page is about it."""
    IF_NAMED = 3
    """If some page is about it."""


class Weighed(NamedTuple):
    """Terms of one entry."""

    when: When
    """They are kept."""
    strength: int
    terms: list[str]


def initials(runs: Iterable[str], readings: Readings) -> list[str]:
    """`wjmm` for 忘记密码: the first letters of what a page is called."""
    found: list[str] = []
    for name in runs:
        found += dict.fromkeys(one for run in name.split(" ") for one in readings.initials(run))
    return found


def sizes(one: Reading, more: Sequence[str]) -> tuple[int, ...]:
    """Terms in each of `FIELDS`, those of `more` being keywords too."""
    place = KEYWORDS
    return (*one.lengths[:place], one.lengths[place] + len(more), *one.lengths[place + 1 :])


def usual(lengths: Iterable[tuple[int, ...]]) -> list[float]:
    """How long each field usually is, roughly."""
    return [_roughly(sum(some) / len(some)) for some in zip(*lengths, strict=True)]


def _roughly(length: float) -> float:
    if not length:
        return 1.0
    return float(2 ** (round(math.log2(length) * STEPS_PER_DOUBLING) / STEPS_PER_DOUBLING))


def weighed(one: Reading, more: Sequence[str], length: Sequence[float]) -> Iterator[Weighed]:
    """The terms of an entry, those of `more` being keywords too: when they are kept, how strong.

    Two neighbouring characters that meet once in a text are seldom a word. And a word that names
    some page does not lead to another one that merely mentions it.
    """
    naming, words, pairs = _with(one.terms, more)
    worth = _worth(one, more, length)

    def strength(tally: Tally) -> float:
        total = sum(count * worth[place] for place, count in counts(tally))
        return total / (total + SOON_ENOUGH)

    for tally, terms in naming.items():
        yield Weighed(When.NAMING, int(strength(tally) * FULL), terms.split(" "))
    for tally, terms in words.items():
        when = When.ALWAYS if tally & ~BODY else When.UNLESS_NAMED
        yield Weighed(when, int(strength(tally) * FULL), terms.split(" "))
    for tally, terms in pairs.items():
        strong = tally & ~BODY and strength(tally) >= FAINT
        if sum(count for _, count in counts(tally)) > 1:
            when = When.ALWAYS if strong else When.UNLESS_NAMED
        elif strong:
            when = When.IF_NAMED
        else:
            continue
        yield Weighed(when, int(strength(tally) * FULL), terms.split(" "))


def shares(
    one: Reading, more: Sequence[str], length: Sequence[float], term: str
) -> dict[str, float]:
    """What each field of an entry adds to the weight of `term`."""
    worth = _worth(one, more, length)
    for some in _with(one.terms, more):
        for tally, terms in some.items():
            if term in terms.split(" "):
                return {NAMES[place]: count * worth[place] for place, count in counts(tally)}
    return {}


def _worth(one: Reading, more: Sequence[str], length: Sequence[float]) -> list[float]:
    """What a word weighs in each field of an entry."""
    return [
        weight / (1 - CROWDED + CROWDED * size / whole)
        for weight, size, whole in zip(FIELDS.values(), sizes(one, more), length, strict=True)
    ]


def _with(terms: Terms, more: Sequence[str]) -> Terms:
    """The terms with those of `more` as keywords, too."""
    if not more:
        return terms
    fresh = {term: count * ONE["keywords"] for term, count in Counter(more).items()}
    known = {
        term: tally
        for some in (terms.naming, terms.words)
        for tally, text in some.items()
        for term in text.split(" ")
    }
    if not fresh.keys().isdisjoint(known):
        both = {term: tally + known.get(term, 0) for term, tally in fresh.items()}
        return sorted_out({**known, **both}, {})._replace(pairs=terms.pairs)
    naming = dict(terms.naming)
    for tally, text in sorted_out(fresh, {}).naming.items():
        naming[tally] = f"{naming[tally]} {text}" if tally in naming else text
    return terms._replace(naming=naming)
