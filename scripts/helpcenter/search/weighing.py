"""How strongly an entry is about each of its terms, and which of them are kept.

Only here do other pages count: three numbers, roughly, and letters that seldom change.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain, filterfalse

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
ONCE = frozenset(ONE.values())
"""What stands in one field, and once."""

Rows = dict[str, list[int]]
"""Of each term, where it is and how much: an entry's place times `FULL` plus its strength, a whole
number, in order."""


def initials(runs: Iterable[str], readings: Readings) -> list[str]:
    """`wjmm` for 忘记密码: the first letters of what a page is called."""
    found: list[str] = []
    for name in runs:
        found += dict.fromkeys([one for run in name.split(" ") for one in readings.initials(run)])
    return found


def sizes(one: Reading, more: Sequence[str]) -> tuple[int, ...]:
    """Terms in each of `FIELDS`, those of `more` being keywords too."""
    some = one.lengths
    return (*some[:KEYWORDS], some[KEYWORDS] + len(more), *some[KEYWORDS + 1 :])


def usual(lengths: Iterable[tuple[int, ...]]) -> list[float]:
    """How long each field usually is, roughly."""
    return [_roughly(sum(some) / len(some)) for some in zip(*lengths, strict=True)]


def _roughly(length: float) -> float:
    if not length:
        return 1.0
    return float(2 ** (round(math.log2(length) * STEPS_PER_DOUBLING) / STEPS_PER_DOUBLING))


def gathered(
    some: Sequence[Reading],
    more: Sequence[Sequence[str]],
    length: Sequence[float],
    named: Iterable[str],
) -> Rows:
    """The terms of all entries, those of `more` being keywords too.

    Two neighbouring characters that meet once in a text are seldom a word. And a word that names
    some page, or is `named` elsewhere, does not lead to another page that merely mentions it.
    """
    about = {*named, *chain.from_iterable(more)}
    for one in some:
        about.update(" ".join(one.terms.naming.values()).split(" "))
    is_named = about.__contains__
    found: defaultdict[str, list[int]] = defaultdict(list)

    def add(row: int, terms: Iterable[str]) -> None:
        for pages in map(found.__getitem__, terms):
            pages.append(row)

    for place, (one, letters) in enumerate(zip(some, more, strict=True)):
        naming, words, pairs = _with(one.terms, letters)
        strength = partial(_strength, _worth(one, letters, length))
        base = place * FULL
        for tally, text in naming.items():
            add(base + int(strength(tally) * FULL), text.split(" "))
        kept: Iterable[str]
        for tally, text in words.items():
            terms = text.split(" ")
            kept = terms if tally & ~BODY else filterfalse(is_named, terms)
            add(base + int(strength(tally) * FULL), kept)
        for tally, text in pairs.items():
            much = strength(tally)
            strong = tally & ~BODY and much >= FAINT
            terms = text.split(" ")
            if tally not in ONCE:
                kept = terms if strong else filterfalse(is_named, terms)
            elif strong:
                kept = filter(is_named, terms)
            else:
                continue
            add(base + int(much * FULL), kept)
    return found


def _strength(worth: Sequence[float], tally: Tally) -> float:
    """0 to 1."""
    total = 0.0
    for place, count in counts(tally):
        total += count * worth[place]
    return total / (total + SOON_ENOUGH)


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
    texts = (*terms.naming.values(), *terms.words.values())
    if not fresh.keys().isdisjoint(" ".join(texts).split(" ")):
        known = {
            term: tally
            for some in (terms.naming, terms.words)
            for tally, text in some.items()
            for term in text.split(" ")
        }
        both = {term: tally + known.get(term, 0) for term, tally in fresh.items()}
        return sorted_out({**known, **both}, {})._replace(pairs=terms.pairs)
    naming = dict(terms.naming)
    for tally, text in sorted_out(fresh, {}).naming.items():
        naming[tally] = f"{naming[tally]} {text}" if tally in naming else text
    return terms._replace(naming=naming)
