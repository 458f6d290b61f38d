"""Reading every page for search: in bundles, of which an edit changes one or two.

A bundle is what is kept, and what a process is given to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple
from zlib import crc32

from helpcenter.content.center import Center
from helpcenter.cores import spread
from helpcenter.search.entries import Entry, Reading, called, names, prose, read_entry
from helpcenter.search.readings import HANS, Readings, hear, read_readings, simplified
from helpcenter.search.sounds import load
from helpcenter.search.tokens import NONE, Book
from helpcenter.store import Store, digest, fingerprint, packed, unpacked

BUNDLE = 16
"""Entries in a bundle, on average."""
MANY = 20
"""Bundles from which it pays to start more processes."""


class Bundle(NamedTuple):
    """Neighbouring entries of one language."""

    locale: str
    start: int
    """Place of the first among all entries of the language."""
    entries: Sequence[Entry]


class Read(NamedTuple):
    """What was read of a bundle."""

    key: bytes
    """Stands for it."""
    start: int
    data: bytes

    def readings(self) -> list[Reading]:
        """Of each entry."""
        found: list[Reading] = unpacked(self.data)
        return found


class Task(NamedTuple):
    """Something to make, unless it is kept under `key`."""

    key: bytes
    make: Callable[[], Any]


class Sounds(NamedTuple):
    """How Han characters sound."""

    key: bytes
    """Stands for it."""
    tables: Readings


class Everything(NamedTuple):
    """What was read of all pages."""

    entries: Mapping[str, Sequence[Entry]]
    """Of each language, in order."""
    read: Mapping[str, Sequence[Read]]
    """The same in bundles."""
    sounds: Sounds


def read_all(
    center: Center, ignored: Mapping[str, Book], store: Store, processes: int | None
) -> Everything:
    """Read every page as readers of each language get it, as far as that is not kept."""
    entries = {one.locale: tuple(_entries(center, one.locale)) for one in center.settings.languages}
    bundles = [one for locale, some in entries.items() for one in _bundles(locale, some)]
    around = digest(
        fingerprint(),
        repr(center.settings.markdown_extensions),
        repr([(locale, one.ignored) for locale, one in center.synonyms.items()]),
    )
    texts = [Task(_key(around, one), partial(_read, one, ignored)) for one in bundles]
    spoken = [some for some in _spoken(center, bundles) if any(map(HANS.search, some))]
    aloud = [Task(digest(fingerprint(), "heard", *some), partial(hear, some)) for some in spoken]
    if any(store.get(task.key) is None for task in aloud):
        load()  # once, before the processes part
    found = made([*texts, *aloud], store, processes)
    read: dict[str, list[Read]] = {locale: [] for locale in entries}
    signs: set[str] = set()
    for bundle, task, (data, seen) in zip(bundles, texts, found, strict=False):
        read[bundle.locale].append(Read(task.key, bundle.start, data))
        signs.update(seen)
    # What follows is what was heard; it is only unpacked if sounds changed.
    known = "".join(sorted(signs))
    key = digest(fingerprint(), "sounds", known, *(task.key for task in aloud))
    task = Task(key, lambda: read_readings(found, known))
    return Everything(entries, read, Sounds(key, *made([task], store, 1)))


def _entries(center: Center, locale: str) -> Iterator[Entry]:
    """Every page but the home pages."""
    for path in center.paths:
        page = center.shown(locale, path)
        if page is not None and page.meta.kind != "home":
            twins = (twin for one, twin in center.twins(page).items() if one != page.locale)
            yield Entry(page, tuple(twins))


def _bundles(locale: str, entries: Sequence[Entry]) -> Iterator[Bundle]:
    """The entries, cut between the same two whatever else comes or goes."""
    start = 0
    for end, entry in enumerate(entries):
        if end > start and crc32(entry.page.path.encode("utf-8")) % BUNDLE == 0:
            yield Bundle(locale, start, entries[start:end])
            start = end
    yield Bundle(locale, start, entries[start:])


def _key(around: bytes, bundle: Bundle) -> bytes:
    """Stands for a bundle: for its entries, and everything that is read of them."""
    parts = [
        (page.locale, page.path, page.digest, [(twin.locale, called(twin)) for twin in twins])
        for page, twins in bundle.entries
    ]
    return digest(around, bundle.locale, repr(parts))


def _spoken(center: Center, bundles: Sequence[Bundle]) -> Iterator[list[str]]:
    """What people search by: every page's names, once, and synonyms."""
    for bundle in bundles:
        own = (one.page for one in bundle.entries if one.page.locale == bundle.locale)
        yield [name for page in own for name in names(page)]
    homes = (page for page in center.pages if page.meta.kind == "home")
    yield [name for page in homes for name in names(page)]
    for one in center.synonyms.values():
        yield [phrase for group in one.groups for phrase in group.phrases]


def _read(bundle: Bundle, ignored: Mapping[str, Book]) -> tuple[bytes, str]:
    """What is read of each entry, packed; and their Han characters, in Simplified script."""
    simple = simplified()
    own = ignored.get(bundle.locale, NONE)
    readings = [read_entry(one, ignored, own, simple) for one in bundle.entries]
    signs: set[str] = set()
    for one in bundle.entries:
        text = prose(one.page)
        if not text.isascii():
            signs.update(text)
    plain = set("".join(signs).translate(simple))
    return packed(readings), "".join(sorted(filter(HANS.match, plain)))


def made(tasks: Sequence[Task], store: Store, processes: int | None) -> Iterator[Any]:
    """What each task makes, in order; from `store` as far as it is kept."""
    kept = [store.get(task.key) for task in tasks]
    todo = [number for number, data in enumerate(kept) if data is None]

    def work(number: int) -> bytes:
        return packed(tasks[number].make())

    for number, data in spread(work, todo, processes, MANY):
        kept[number] = data
        store.put(tasks[number].key, data)
    yield from (unpacked(data) for data in kept if data is not None)
