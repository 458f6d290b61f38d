"""The search index of one language: which term matters how much on which page.

Every page of the site is in every language's index, as its readers get it; its words in the other
languages count a little, so a person finds it in the language they happen to type.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import filterfalse

from helpcenter.content.center import Center
from helpcenter.search.bundles import Read, Task, made, read_all
from helpcenter.search.entries import Entry, Reading
from helpcenter.search.readings import Readings, simplified
from helpcenter.search.synonyms import Synonyms
from helpcenter.search.tokens import Book, book, said
from helpcenter.search.weighing import (
    FULL,
    Weighed,
    initials,
    shares,
    sizes,
    usual,
    weighed,
)
from helpcenter.store import NOTHING, Store, digest

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
    """All of one language. What is made of all entries together is made when it is asked for."""

    locale: str
    entries: Sequence[Entry]
    read: Sequence[Read]
    """What was read of them, in bundles."""
    synonyms: Synonyms
    readings: Readings
    ignored: Mapping[str, Book]
    """Phrases that say nothing, by language."""
    key: bytes
    """Stands for all of this."""
    store: Store

    @cached_property
    def texts(self) -> Sequence[Reading]:
        """What was read of each entry."""
        return [one for read in self.read for one in read.readings]

    @cached_property
    def initials(self) -> Sequence[list[str]]:
        """Of each entry."""
        return [initials(one.runs, self.readings) for one in self.texts]

    @cached_property
    def length(self) -> Sequence[float]:
        """How long each field usually is."""
        return usual(map(sizes, self.texts, self.initials))

    @cached_property
    def rows(self) -> Mapping[str, Sequence[int]]:
        """Of each term: entry times `FULL` plus strength, in order."""
        named = {term for one in self.synonyms.groups for term in self._terms(one.phrases)}
        rows: defaultdict[str, list[int]] = defaultdict(list)
        bundles = list(self._weighed())

        def add(row: int, terms: Iterable[str]) -> None:
            for pages in map(rows.__getitem__, terms):
                pages.append(row)

        for base, one in bundles:
            for row, text in one.naming:
                terms = text.split(" ")
                named.update(terms)
                add(base + row, terms)
        for base, one in bundles:
            for row, text in one.always:
                add(base + row, text.split(" "))
            for row, text in one.unless_named:
                add(base + row, filterfalse(named.__contains__, text.split(" ")))
            for row, text in one.if_named:
                add(base + row, filter(named.__contains__, text.split(" ")))
        return {term: _strongest(sorted(pages)) for term, pages in rows.items()}

    def _weighed(self) -> Iterator[tuple[int, Weighed]]:
        """Bundle by bundle, with what its first entry adds to rows."""
        tasks = []
        for one in self.read:
            more = self.initials[one.start : one.start + len(one.readings)]
            key = digest(one.key, repr(self.length), repr(more))
            tasks.append(Task(key, partial(weighed, one.readings, more, self.length)))
        for one, found in zip(self.read, made(tasks, self.store, 1), strict=True):
            yield one.start * FULL, found

    def _terms(self, phrases: Sequence[str]) -> Iterator[str]:
        for one in said(phrases, simplified(), self.ignored[self.locale]):
            yield from one.terms()

    def postings(self, term: str) -> list[Posting]:
        """The pages that have `term`, in order."""
        return [Posting(one // FULL, one % FULL / FULL) for one in self.rows.get(term, ())]

    def rarity(self, term: str) -> float:
        """How much it says that a page has `term`."""
        return self.rarity_of(len(self.rows.get(term, ())))

    def rarity_of(self, found: int) -> float:
        """How much it says that a page has a term that `found` pages have."""
        return math.log(1 + (len(self.entries) - found + 0.5) / (found + 0.5))

    def shares(self, entry: int, term: str) -> Mapping[str, float]:
        """What each field of an entry adds to the weight of `term`."""
        return shares(self.texts[entry], self.initials[entry], self.length, term)


def read_indexes(
    center: Center, store: Store = NOTHING, processes: int | None = None
) -> dict[str, Index]:
    """The index of every language. What was read before comes from `store`."""
    ignored = {
        locale: book((phrase for phrase, _ in one.ignored), simplified())
        for locale, one in center.synonyms.items()
    }
    read = read_all(center, ignored, store, processes)
    sounds, tables = read.sounds
    return {
        locale: Index(
            locale,
            entries,
            read.read[locale],
            center.synonyms[locale],
            tables,
            ignored,
            digest(*(one.key for one in read.read[locale]), sounds, repr(center.synonyms[locale])),
            store,
        )
        for locale, entries in read.entries.items()
    }


def _strongest(some: list[int]) -> list[int]:
    if len(some) <= MOST_PAGES:
        return some
    return sorted(sorted(some, key=FULL.__rmod__, reverse=True)[:MOST_PAGES])
