"""What somebody looked at in a center, so that it is known when to look again.

Whoever makes something from a center (a page of the site, the findings about an article) gets a
`Sight` of it. What was looked at is kept beside what was made; as long as all of that is the same,
so is the thing made. Nothing has to be declared, and so nothing can be forgotten.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import overload

from helpcenter.content.anatomy import Allowance
from helpcenter.content.center import Center, Topic
from helpcenter.content.meta import Meta
from helpcenter.content.page import Page, Text
from helpcenter.content.settings import Settings
from helpcenter.store import Store, digest, fingerprint, packed, unpacked

Item = tuple[str, ...]
"""Something that can be looked at: `("head", "zh", "payments/refund")`, `("topics", "en")`."""
TRACES = 3
"""How many earlier states of one thing are remembered, of other branches for instance."""


class Sight(Center):
    """The same center, which notes in `seen` what is asked of it.

    Settings (without order and lines), registry and options are not noted: they belong to the
    surroundings that `Memory` is given.
    """

    seen: dict[Item, None]
    known: dict[tuple[str, str], Page]
    named: dict[str, tuple[Topic, ...]]

    def __init__(self, center: Center, settings: Settings, *pages: Page) -> None:
        self.__dict__.update(center.__dict__)
        self.__dict__["settings"] = settings
        self.__dict__["center"] = center
        self.__dict__["seen"] = {}
        self.__dict__["known"] = {}
        self.__dict__["named"] = {}
        # Whoever asks for all pages or faults has looked at everything: that is not for a sight.
        del self.__dict__["faults"], self.__dict__["pages"]
        if pages:
            self.__dict__["pages"] = tuple(map(self.seen_page, pages))

    def note(self, *item: str) -> None:
        """Remember that `item` was looked at."""
        self.seen[item] = None

    def seen_page(self, page: Page) -> Page:
        """The page, which notes what is read of it; each is one and the same for a sight."""
        key = (page.locale, page.path)
        if key not in self.known:
            self.known[key] = SeenPage(page, self)
        return self.known[key]

    def page(self, locale: str, path: str) -> Page | None:
        """The page at `path` in one language."""
        found = self.__dict__["center"].page(locale, path)
        self.note("there", locale, path)
        return self.seen_page(found) if found else None

    def topics(self, locale: str) -> tuple[Topic, ...]:
        """The topics a reader of `locale` can choose from."""
        self.note("topics", locale)
        if locale not in self.named:
            self.named[locale] = tuple(
                Topic(
                    one.path,
                    self.seen_page(one.index),
                    _SeenPages(one.pages, self, ("members", locale, one.path)),
                )
                for one in self.__dict__["center"].topics(locale)
            )
        return self.named[locale]

    def of_kind(self, kind: str) -> str:
        """Path of the first page of that kind."""
        self.note("kind", kind)
        found: str = self.__dict__["center"].of_kind(kind)
        return found

    def past(self, day: dt.date) -> bool:
        """Whether `day` is over."""
        self.note("past", day.isoformat())
        found: bool = self.__dict__["center"].past(day)
        return found

    @property
    def today(self) -> dt.date:
        """The day that trust is judged by."""
        self.note("today")
        found: dt.date = self.__dict__["center"].today
        return found

    @property
    def latest(self) -> dt.date:
        """When a page was last reviewed."""
        self.note("latest")
        found: dt.date = self.__dict__["center"].latest
        return found

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of every page."""
        self.note("paths")
        found: tuple[str, ...] = self.__dict__["center"].paths
        return found

    @property
    def files(self) -> frozenset[str]:
        """Every file that may be linked."""
        self.note("files")
        found: frozenset[str] = self.__dict__["center"].files
        return found

    @property
    def written(self) -> Mapping[str, tuple[str, ...]]:
        """The languages that have a file, by path."""
        self.note("files")
        found: Mapping[str, tuple[str, ...]] = self.__dict__["center"].written
        return found


class SeenPage(Page):
    """A page that notes what is read of it."""

    def __init__(self, page: Page, sight: Sight) -> None:
        self.__dict__.update(page.__dict__)
        self.__dict__["of"] = (page, sight)
        self.__dict__["open"] = self._open

    @property
    def meta(self) -> Meta:
        """What its editor declares."""
        page, sight = self.__dict__["of"]
        sight.note("head", page.locale, page.path)
        found: Meta = page.meta
        return found

    @property
    def digest(self) -> str:
        """SHA-256 of the file."""
        page, sight = self.__dict__["of"]
        sight.note("text", page.locale, page.path)
        found: str = page.digest
        return found

    @property
    def body_line(self) -> int:
        """Line of the file where the body's text begins."""
        page, sight = self.__dict__["of"]
        sight.note("text", page.locale, page.path)
        found: int = page.body_line
        return found

    @property
    def allowances(self) -> tuple[Allowance, ...]:
        """What rules shall not say about it."""
        page, sight = self.__dict__["of"]
        sight.note("text", page.locale, page.path)
        found: tuple[Allowance, ...] = page.allowances
        return found

    def _open(self) -> Text:
        page, sight = self.__dict__["of"]
        sight.note("text", page.locale, page.path)
        found: Text = page.open()
        return found


class _SeenPages(Sequence[Page]):
    """The pages of a topic, which note when somebody counts or goes through them."""

    def __init__(self, pages: Sequence[Page], sight: Sight, item: Item) -> None:
        self._pages = pages
        self._sight = sight
        self._item = item

    def __len__(self) -> int:
        self._sight.note(*self._item)
        return len(self._pages)

    @overload
    def __getitem__(self, place: int) -> Page: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Page]: ...
    def __getitem__(self, place: int | slice) -> Page | Sequence[Page]:
        self._sight.note(*self._item)
        if isinstance(place, slice):
            return [self._sight.seen_page(page) for page in self._pages[place]]
        return self._sight.seen_page(self._pages[place])


class Memory:
    """What was made from a center before, found again while all that was looked at is the same."""

    def __init__(self, center: Center, store: Store, surroundings: bytes) -> None:
        self._center = center
        self._store = store
        self._settings = plainer(center.settings)
        shown = replace(self._settings, root=Path())
        self._around = digest(fingerprint(), repr(shown), surroundings)
        self._sums: dict[Item, bytes] = {}

    def sight(self, *pages: Page) -> Sight:
        """A look at the center; `pages` are those it is about, if it is about some."""
        return Sight(self._center, self._settings, *pages)

    def recall(self, name: str) -> bytes | None:
        """What was kept under `name`, if it would be made the same way again."""
        key = self.key(name)
        return self.value(key) if key else None

    def key(self, name: str) -> bytes | None:
        """What stands for the value that would be made under `name`, if that is known."""
        for seen, total in self._traces(name):
            if self._total(seen) == total:
                key = digest(self._around, name, total)
                self._store.touch(key)
                return key
        return None

    def value(self, key: bytes) -> bytes | None:
        """The value that `key` stands for, if it was kept."""
        return self._store.get(key)

    def keep(self, name: str, seen: Iterable[Item], value: bytes) -> bytes:
        """Remember that `value` was made under `name` by looking at `seen`; returns its key."""
        items = tuple(seen)
        total = self._total(items)
        traces = [one for one in self._traces(name) if one[1] != total][: TRACES - 1]
        self._store.put(digest(self._around, name), packed([(items, total), *traces]))
        key = digest(self._around, name, total)
        self._store.put(key, value)
        return key

    def _traces(self, name: str) -> Iterator[tuple[tuple[Item, ...], bytes]]:
        data = self._store.get(digest(self._around, name))
        yield from unpacked(data) if data is not None else ()

    def _total(self, items: Iterable[Item]) -> bytes:
        return digest(b"".join(map(self._sum, items)))

    def _sum(self, item: Item) -> bytes:
        found = self._sums.get(item)
        if found is None:
            found = self._sums[item] = digest(*item, "", *_said(self._center, item))
        return found


def _said(center: Center, item: Item) -> Iterator[str]:
    """What the center says to `item` today."""
    match item:
        case ("head", locale, path):
            page = center.page(locale, path)
            yield from (page.file, repr(page.meta)) if page else ()
        case ("there", locale, path):
            page = center.page(locale, path)
            yield page.file if page else ""
        case ("text", locale, path):
            page = center.page(locale, path)
            yield page.digest if page else ""
        case ("topics", locale):
            yield from (topic.path for topic in center.topics(locale))
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
