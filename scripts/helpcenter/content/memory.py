"""What was made from a center, kept beside what was looked at for it (`sight`)."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from helpcenter.content.center import Center
from helpcenter.content.file import Files
from helpcenter.content.overview import Overview
from helpcenter.content.page import Page
from helpcenter.content.settings import Settings
from helpcenter.content.sight import Item, Sight
from helpcenter.search.queries import file_of
from helpcenter.search.synonyms import MAX_BYTES, list_of
from helpcenter.store import Store, digest, fingerprint, packed, unpacked

TRACES = 3
"""How many earlier states of one thing are remembered, of other branches for instance."""

SMALL = 200
"""Bytes of a value that is kept beside its trace."""

Trace = tuple[bytes, bytes, bytes | None]
"""The numbers of the items that somebody looked at, the key of what was made, and it, if small."""
Answer = str | bytes
_Known = tuple[tuple[Item, ...], tuple[Answer, ...], dict[str, list[Trace]]]
"""Items by number, the answer to each, and the traces of each name, the newest first."""


class Memory:
    """What was made from a center before, found again while all that was looked at is the same.

    Everything that anybody looked at is asked once, and what has changed is known for all.
    """

    def __init__(self, center: Center, store: Store, surroundings: bytes) -> None:
        self._center = center
        self._store = store
        self._settings = plainer(center.settings)
        shown = replace(self._settings, root=Path())
        self._around = digest(fingerprint(), repr(shown), surroundings)
        data = store.get(self._around)
        known: _Known = unpacked(data) if data is not None else ((), (), {})
        self._items = list(known[0])
        self._answers = [_answer(center, item) for item in known[0]]
        self._numbers = {item: number for number, item in enumerate(known[0])}
        self._sums: dict[int, bytes] = {}
        self._traces = known[2]
        self._asked: dict[str, list[Trace]] = {}
        self._small: dict[bytes, bytes] = {}
        pairs = enumerate(zip(self._answers, known[1], strict=True))
        self._changed = {number for number, (now, then) in pairs if now != then}
        self._fresh = bool(self._changed)

    def sight(self, *pages: Page) -> Sight:
        """A look at the center; `pages` are those it is about, if it is about some."""
        return Sight(self._center, self._settings, *pages)

    def overview(self) -> Overview:
        """A look at all of the center, in all its settings."""
        return Overview(self._center, self._center.settings)

    def ask(self, *item: str) -> None:
        """Take down what the center says to `item` now, before anybody reads the files it is about:
        what is written while they are worked with is something new."""
        self._number(item)

    def recall(self, name: str) -> bytes | None:
        """What was kept under `name`, if it would be made the same way again."""
        key = self.key(name)
        return self.value(key) if key else None

    def key(self, name: str) -> bytes | None:
        """What stands for the value that would be made under `name`, if that is known."""
        traces = self._traces.get(name, [])
        for place, trace in enumerate(traces):
            seen, key, small = trace
            # The first was made, or found to hold, when all answers were asked for the last time.
            same = place == 0 and self._changed.isdisjoint(array("I", seen))
            if same or self._key(name, seen) == key:
                self._asked[name] = [trace, *traces[:place], *traces[place + 1 :]]
                self._fresh |= place > 0
                if small is None:
                    self._store.touch(key)
                else:
                    self._small[key] = small
                return key
        return None

    def value(self, key: bytes) -> bytes | None:
        """The value that `key` stands for, if it was kept."""
        small = self._small.get(key)
        return self._store.get(key) if small is None else small

    def keep(self, name: str, seen: Iterable[Item], value: bytes) -> bytes:
        """Remember that `value` was made under `name` by looking at `seen`; returns its key."""
        numbers = array("I", map(self._number, seen)).tobytes()
        key = self._key(name, numbers)
        small = value if len(value) <= SMALL else None
        older = [one for one in self._traces.get(name, []) if one[1] != key]
        self._asked[name] = [(numbers, key, small), *older[: TRACES - 1]]
        self._fresh = True
        if small is None:
            self._store.put(key, value)
        return key

    def close(self) -> None:
        """Remember the traces of all names that were asked for; others are forgotten."""
        if self._fresh or len(self._asked) != len(self._traces):
            known: _Known = (tuple(self._items), tuple(self._answers), self._asked)
            self._store.put(self._around, packed(known))

    def _number(self, item: Item) -> int:
        number = self._numbers.get(item)
        if number is None:
            number = self._numbers[item] = len(self._items)
            self._items.append(item)
            self._answers.append(_answer(self._center, item))
        return number

    def _key(self, name: str, seen: bytes) -> bytes:
        return digest(self._around, name, b"".join(map(self._sum, array("I", seen))))

    def _sum(self, number: int) -> bytes:
        """Stands for an item and the answer to it."""
        found = self._sums.get(number)
        if found is None:
            parts = (*self._items[number], "", self._answers[number])
            found = self._sums[number] = digest(*parts)
        return found


def _answer(center: Center, item: Item) -> Answer:
    """Something short that is another when the center says something else to `item`."""
    if item[0] not in ("head", "there", "text"):
        return digest(*_said(center, item))
    page = center.page(item[1], item[2])
    if page is None:
        return ""
    if item[0] == "there":
        return page.file
    return page.digest if item[0] == "text" else page.declared


def _said(center: Center, item: Item) -> Iterator[str]:
    """What the center says to `item`, which is about more than one page."""
    match item:
        case ("pages",):
            yield from (page.file for page in center.pages)
        case ("heads",):
            yield from (page.declared.hex() for page in center.pages)
        case ("faults", *name):
            chosen = (one for one in center.faults if not name or one.name in name)
            yield from map(repr, chosen)
        case ("search",):
            yield from _search(center.settings)
        case ("topics", locale):
            yield from (f"{one.index.locale}/{one.path}" for one in center.topics(locale))
        case ("members", locale, path):
            for topic in center.topics(locale):
                if topic.path == path:
                    yield from (f"{one.locale}/{one.path}" for one in topic.pages)
        case ("kind", kind):
            yield center.of_kind(kind)
        case ("past", day):
            yield str(center.past(dt.date.fromisoformat(day)))
        case ("today",):
            yield center.today.isoformat()
        case ("latest",):
            yield center.latest.isoformat()
        case ("paths",):
            yield from center.paths
        case ("files",):
            yield from sorted(center.files)
        case _:
            raise KeyError(item)


def _search(settings: Settings) -> Iterator[str]:
    """The files with the data of search, as they are."""
    files = Files(settings.root)
    for language in settings.languages:
        for name in (list_of(settings, language.locale), file_of(language.locale)):
            yield name
            yield repr(files.read(name, MAX_BYTES))


def plainer(settings: Settings) -> Settings:
    """The settings without what only says where something stands, and without the order."""
    return replace(
        settings,
        nav=(),
        extension_lines={},
        folder_lines={},
        faults=(),
        plugins=tuple((name, 0) for name, _ in settings.plugins),
        features=tuple((name, 0) for name, _ in settings.features),
        languages=tuple(replace(one, line=0) for one in settings.languages),
    )
