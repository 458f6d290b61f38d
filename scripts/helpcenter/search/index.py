"""The search index of one language: which term matters how much on which page.

Every page of the site is in every language's index, as its readers get it; its words in the other
languages count a little, so a person finds it in the language they happen to type.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from helpcenter.content.center import Center
from helpcenter.search.bundles import read_all
from helpcenter.search.entries import Entry, read_entry
from helpcenter.search.readings import Readings, simplified
from helpcenter.search.synonyms import Synonyms
from helpcenter.search.tokens import Book, book, terms
from helpcenter.search.weighing import (
    FULL,
    Weighed,
    When,
    initials,
    shares,
    sizes,
    usual,
    weighed,
)
from helpcenter.store import NOTHING, Store

MOST_PAGES = 300
"""Pages kept for one term: beyond that a term no longer tells pages apart."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A term on a page."""

    entry: int
    strength: float
    """0 to 1."""


@dataclass(frozen=True)
class Index:
    """All of one language."""

    locale: str
    entries: Sequence[Entry]
    steps: Sequence[tuple[str, ...]]
    """Of each entry: id and words of every step that has an id, by turns."""
    rows: Mapping[str, Sequence[int]]
    """Of each term: entry times `FULL` plus strength, in order."""
    synonyms: Synonyms
    readings: Readings
    ignored: Mapping[str, Book]
    """Phrases that say nothing, by language."""
    length: Sequence[float]
    """How long each field usually is."""

    def postings(self, term: str) -> list[Posting]:
        """The pages that have `term`, in order."""
        return [Posting(one // FULL, one % FULL / FULL) for one in self.rows.get(term, ())]

    def rarity(self, term: str) -> float:
        """How much it says that a page has `term`."""
        found = len(self.rows.get(term, ()))
        return math.log(1 + (len(self.entries) - found + 0.5) / (found + 0.5))

    def shares(self, entry: int, term: str) -> Mapping[str, float]:
        """What each field of an entry adds to the weight of `term`."""
        one = read_entry(self.entries[entry], self.ignored, self.ignored[self.locale], simplified())
        return shares(one, initials(one.runs, self.readings), self.length, term)


def read_indexes(
    center: Center, store: Store = NOTHING, processes: int | None = None
) -> dict[str, Index]:
    """The index of every language. What was read before comes from `store`."""
    ignored = {
        locale: book((phrase for phrase, _ in one.ignored), simplified())
        for locale, one in center.synonyms.items()
    }
    read = read_all(center, ignored, store, processes)
    found = {}
    for locale, entries in read.entries.items():
        readings = read.readings[locale]
        more = [initials(one.runs, read.sounds) for one in readings]
        length = usual(map(sizes, readings, more))
        synonyms = center.synonyms[locale]
        own = ignored[locale]
        meant = {
            term
            for group in synonyms.groups
            for phrase in group.phrases
            for term in terms(phrase, simplified(), own)
        }
        found[locale] = Index(
            locale,
            entries,
            tuple(one.steps for one in readings),
            _rows(map(weighed, readings, more, repeat(length)), meant),
            synonyms,
            read.sounds,
            ignored,
            length,
        )
    return found


def _rows(entries: Iterable[Iterable[Weighed]], named: set[str]) -> dict[str, list[int]]:
    """Of each term, in order: entry times `FULL` plus strength. Some page is about `named` terms,
    those of a synonym among them."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    later = []
    for number, entry in enumerate(entries):
        for when, strength, some in entry:
            row = number * FULL + strength
            if when is When.NAMING:
                named.update(some)
            elif when is not When.ALWAYS:
                later.append((when is When.IF_NAMED, row, some))
                continue
            for term in some:
                rows[term].append(row)
    for wanted, row, some in later:
        for term in some:
            if (term in named) is wanted:
                rows[term].append(row)
    for pages in rows.values():
        pages.sort()
    return {term: _strongest(pages) for term, pages in rows.items()}


def _strongest(some: list[int]) -> list[int]:
    if len(some) <= MOST_PAGES:
        return some
    return sorted(sorted(some, key=lambda one: (-(one % FULL), one))[:MOST_PAGES])
