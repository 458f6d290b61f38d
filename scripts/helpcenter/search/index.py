"""The search index of one language: which term matters how much on which page.

Every page of the site is in every language's index, as its readers get it; its words in the other
languages count a little, so a person finds it in the language they happen to type.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from helpcenter.content.center import Center
from helpcenter.cores import spread
from helpcenter.search.bundles import Read, read_all
from helpcenter.search.entries import Entry, Reading
from helpcenter.search.readings import Readings, simplified
from helpcenter.search.shards import term_shards
from helpcenter.search.synonyms import Synonyms
from helpcenter.search.tokens import Book, book, said
from helpcenter.search.weighing import FULL, gathered, initials, shares, sizes, usual
from helpcenter.store import NOTHING, Store, digest

SMALL = 128
"""Up to so many pages, all terms are one file and all records another: they pack better so."""
MANY = 500
"""Pages of an index from which it pays that another process makes it."""
MOST_PAGES = 300
"""Pages kept for one term: beyond that a term no longer tells pages apart."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A term on a page."""

    entry: int
    strength: float
    """0 to 1."""


class Parts(NamedTuple):
    """What the files of an index are made of, wherever its pages stand."""

    shards: list[tuple[str, str]]
    """The first sound and the text of each file of terms."""
    steps: list[tuple[str, ...]]
    """Of each entry, as `Reading` has them."""


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

    @cached_property
    def parts(self) -> Parts:
        """What files are made of."""
        cut = len(self.entries) > SMALL
        shards = term_shards(self.rows, self.readings.keys, self.rarity_of, cut=cut)
        return Parts(list(shards), [one.steps for one in self.texts])

    @cached_property
    def texts(self) -> Sequence[Reading]:
        """What was read of each entry."""
        return [one for read in self.read for one in read.readings()]

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
        phrases = [phrase for one in self.synonyms.groups for phrase in one.phrases]
        said_there = said(phrases, simplified(), self.ignored[self.locale])
        named = (term for one in said_there for term in one.terms())
        rows = gathered(self.texts, self.initials, self.length, named)
        return {term: _strongest(pages) for term, pages in rows.items()}

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
        )
        for locale, entries in read.entries.items()
    }


def prepare(indexes: Iterable[Index], processes: int | None = None) -> None:
    """Make the parts of `indexes` side by side, as far as nobody has made them."""
    todo = [one for one in indexes if "parts" not in vars(one)]
    if len(todo) == 1 or (not processes and any(len(one.entries) < MANY for one in todo)):
        processes = 1
    for one, parts in spread(lambda index: index.parts, todo, processes, 1):
        vars(one)["parts"] = parts


def _strongest(some: list[int]) -> list[int]:
    if len(some) <= MOST_PAGES:
        return some
    return sorted(sorted(some, key=FULL.__rmod__, reverse=True)[:MOST_PAGES])
