"""The search index of one language: which term matters how much on which page.

Every page of the site is in every language's index, as its readers get it; its words in the other
languages count a little, so a person finds it in the language they happen to type.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpcenter.content.center import Center
from helpcenter.cores import spread
from helpcenter.search.readings import Readings, read_readings, simplified
from helpcenter.search.synonyms import Synonyms
from helpcenter.search.tokens import Book, Table, book, terms
from helpcenter.search.weighing import (
    FULL,
    Entry,
    Fields,
    Reading,
    Weighed,
    each,
    fields_of,
    initials,
    names,
    reading_of,
    usual,
    weighed,
    weights,
)
from helpcenter.store import NOTHING, Store, digest, fingerprint, packed, unpacked

MOST_PAGES = 300
"""Pages kept for one term: beyond that a term no longer tells pages apart."""
MANY = 200
"""Entries from which it pays to start more processes."""


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
    entries: tuple[Entry, ...]
    readings_of: tuple[Reading, ...]
    """What was read of each entry."""
    rows: Mapping[str, Sequence[int]]
    """Of each term, in order: entry times `FULL` plus strength."""
    synonyms: Synonyms
    readings: Readings
    ignored: Mapping[str, Book]
    """Phrases that say nothing, by language."""
    length: Mapping[str, float]
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
        one, simple = self.entries[entry], simplified()
        fields = fields_of(one, self.ignored, self.ignored.get(self.locale, {}), simple)
        found = _whole(fields, initials(one.page, self.readings, simple))
        return weights(found, self.length).get(term, {})


def read_indexes(
    center: Center, store: Store = NOTHING, processes: int | None = None
) -> dict[str, Index]:
    """The index of every language. What was weighed before comes from `store`."""
    synonyms = center.synonyms
    simple = simplified()
    ignored = {
        locale: book((phrase for phrase, _ in one.ignored), simple)
        for locale, one in synonyms.items()
    }
    scales = {
        one.locale: _Scale(center, one.locale, ignored, simple, store, processes)
        for one in center.settings.languages
    }
    known = [name for page in center.pages for name in names(page)]
    known += [
        phrase for one in synonyms.values() for group in one.groups for phrase in group.phrases
    ]
    signs = {sign for scale in scales.values() for one in scale.read for sign in one.signs}
    readings = read_readings(known, signs, store)
    return {locale: scale.index(synonyms[locale], readings) for locale, scale in scales.items()}


class _Scale:
    """Reads and weighs the entries of one language, as far as that was not done before."""

    def __init__(
        self,
        center: Center,
        locale: str,
        ignored: Mapping[str, Book],
        simple: Table,
        store: Store,
        processes: int | None,
    ) -> None:
        self.locale = locale
        self.ignored = ignored
        self.own = ignored.get(locale, {})
        self.simple = simple
        self.store = store
        self.processes = processes
        self.entries = []
        for path in center.paths:
            page = center.shown(locale, path)
            if page is not None and page.meta.kind != "home":
                twins = tuple(t for one, t in center.twins(page).items() if one != page.locale)
                self.entries.append(Entry(page, twins))
        around = digest(fingerprint(), locale, repr(ignored))
        self.keys = [_key(around, entry) for entry in self.entries]
        self.fields: dict[int, Fields] = {}
        self.read = self._read()

    def _read(self) -> list[Reading]:
        kept = [self.store.get(key) for key in self.keys]
        todo = [number for number, data in enumerate(kept) if data is None]
        for number, (fields, data) in spread(self._one, todo, self.processes, MANY):
            self.fields[number] = fields
            kept[number] = data
            self.store.put(self.keys[number], data)
        return [unpacked(data) for data in kept if data is not None]

    def _one(self, number: int) -> tuple[Fields, bytes]:
        entry = self.entries[number]
        fields = fields_of(entry, self.ignored, self.own, self.simple)
        return fields, packed(reading_of(entry.page, fields, self.simple))

    def index(self, synonyms: Synonyms, readings: Readings) -> Index:
        """The index, once it is known how the site's characters sound."""
        more = [initials(entry.page, readings, self.simple) for entry in self.entries]
        length = usual([one.lengths for one in self.read], more)
        found = self._weigh(more, length)
        named = {term for one in found for term in one.naming[0].split()}
        for group in synonyms.groups:
            for phrase in group.phrases:
                named.update(terms(phrase, self.simple, self.own))
        rows: dict[str, list[int]] = {}
        for number, one in enumerate(found):
            base = number * FULL
            for some in (one.naming, one.always):
                for term, strength in each(some):
                    rows.setdefault(term, []).append(base + strength)
            for term, strength in each(one.unless_named):
                if term not in named:
                    rows.setdefault(term, []).append(base + strength)
            for term, strength in each(one.if_named):
                if term in named:
                    rows.setdefault(term, []).append(base + strength)
        return Index(
            self.locale,
            tuple(self.entries),
            tuple(self.read),
            {term: _strongest(rows[term]) for term in sorted(rows)},
            synonyms,
            readings,
            self.ignored,
            length,
        )

    def _weigh(self, more: Sequence[str], length: Mapping[str, float]) -> list[Weighed]:
        keys = [digest(key, repr(length), one) for key, one in zip(self.keys, more, strict=True)]
        kept = [self.store.get(key) for key in keys]
        todo = [number for number, data in enumerate(kept) if data is None]

        def work(number: int) -> bytes:
            fields = self.fields[number] if number in self.fields else self._one(number)[0]
            return packed(weighed(_whole(fields, more[number]), length))

        for number, data in spread(work, todo, self.processes, MANY):
            kept[number] = data
            self.store.put(keys[number], data)
        return [unpacked(data) for data in kept if data is not None]


def _key(around: bytes, entry: Entry) -> bytes:
    """Stands for everything that is read of an entry."""
    twins = (
        repr((twin.locale, twin.meta.title, twin.meta.short, twin.meta.keywords))
        for twin in entry.twins
    )
    return digest(around, entry.page.locale, entry.page.digest, *twins)


def _whole(fields: Fields, more: str) -> Fields:
    return {**fields, "keywords": f"{fields['keywords']} {more}"}


def _strongest(some: list[int]) -> list[int]:
    if len(some) <= MOST_PAGES:
        return some
    return sorted(sorted(some, key=lambda one: (-(one % FULL), one))[:MOST_PAGES])
