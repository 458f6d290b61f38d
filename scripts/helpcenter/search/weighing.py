"""How strongly an entry is about each of its terms, and which of them are kept.

Only here do other pages count: three numbers, roughly, and letters that seldom change.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain, islice

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


def initials(some: Sequence[Reading], readings: Readings) -> list[list[str]]:
    """Of each entry, `wjmm` for 忘记密码: the first letters of what a page is called."""
    spelled = readings.initials([name for one in some for name in one.runs])
    return [
        [letters for found in islice(spelled, len(one.runs)) for letters in found] for one in some
    ]


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
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, (one, letters) in enumerate(zip(some, more, strict=True)):
        (naming, words, pairs), fresh = _with(one.terms, letters)
        strength = partial(_strength, _worth(one, letters, length))
        base = place * FULL
        for term, tally in fresh.items():
            found[term].append(base + int(strength(tally) * FULL))
        for tally, text in naming.items():
            row = base + int(strength(tally) * FULL)
            for term in text.split(" "):
                found[term].append(row)
        for tally, text in words.items():
            row = base + int(strength(tally) * FULL)
            terms = text.split(" ")
            for term in terms if tally & ~BODY else set(terms) - about:
                found[term].append(row)
        for tally, text in pairs.items():
            much = strength(tally)
            strong = tally & ~BODY and much >= FAINT
            if tally in ONCE and not strong:
                continue
            row = base + int(much * FULL)
            met = set(text.split(" "))
            for term in met & about if tally in ONCE else met if strong else met - about:
                found[term].append(row)
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
    own, fresh = _with(one.terms, more)
    all_of = (tally for some in own for tally, text in some.items() if term in text.split(" "))
    tally = fresh.get(term) or next(all_of, 0)
    return {NAMES[place]: count * worth[place] for place, count in counts(tally)}


def _worth(one: Reading, more: Sequence[str], length: Sequence[float]) -> list[float]:
    """What a word weighs in each field of an entry."""
    return [
        weight / (1 - CROWDED + CROWDED * size / whole)
        for weight, size, whole in zip(FIELDS.values(), sizes(one, more), length, strict=True)
    ]


def _with(terms: Terms, more: Sequence[str]) -> tuple[Terms, Mapping[str, Tally]]:
    """The terms of an entry, and the tallies of those of `more`, which are keywords, too."""
    fresh = dict.fromkeys(more, ONE["keywords"])
    if len(fresh) < len(more):
        fresh = {term: count * ONE["keywords"] for term, count in Counter(more).items()}
    whole = " ".join([*terms.naming.values(), *terms.words.values()]) if more else ""
    if not any(term in whole for term in fresh) or fresh.keys().isdisjoint(whole.split(" ")):
        return terms, fresh
    known = {
        term: tally
        for some in (terms.naming, terms.words)
        for tally, text in some.items()
        for term in text.split(" ")
    }
    both = {term: tally + known.get(term, 0) for term, tally in fresh.items()}
    return sorted_out({**known, **both}, {})._replace(pairs=terms.pairs), {}
