"""What somebody looked at in a center, so that it is known when to look again.

Whoever makes something from a center (a page of the site, the findings about an article) gets a
`Sight` of it. What was looked at is kept beside what was made; as long as all of that is the same,
so is the thing made. Nothing has to be declared, and so nothing can be forgotten.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import TypeVar, overload

from helpcenter.content.anatomy import Allowance
from helpcenter.content.center import Center, Topic
from helpcenter.content.meta import Meta
from helpcenter.content.page import Page, Text
from helpcenter.content.settings import Settings

T = TypeVar("T")
Item = tuple[str, ...]
"""Something that can be looked at: `("head", "zh", "payments/refund")`, `("topics", "en")`."""


class Sight(Center):
    """The same center, which notes in `seen` what is asked of it.

    Settings (without order and lines), registry and options are not noted: they belong to the
    surroundings that `Memory` is given.
    """

    center: Center
    seen: dict[Item, None]
    known: dict[tuple[str, str], Page]

    def __init__(self, center: Center, settings: Settings, *pages: Page) -> None:
        self.__dict__.update(center.__dict__)
        self.__dict__["settings"] = settings
        self.__dict__["center"] = center
        self.__dict__["seen"] = {}
        self.__dict__["known"] = {}
        # Whoever asks for all pages or faults has looked at everything: that is not for a sight.
        del self.__dict__["faults"], self.__dict__["pages"]
        if pages:
            self.__dict__["pages"] = tuple(map(self.seen_page, pages))

    def note(self, *item: str) -> None:
        """Remember that `item` was looked at."""
        self.seen[item] = None

    def close(self) -> None:
        """Let go of the pages, which hold on to their sight; what was seen stays."""
        self.known.clear()
        self.__dict__.pop("pages", None)

    def seen_page(self, page: Page) -> Page:
        """The page, which notes what is read of it; each is one and the same for a sight."""
        key = (page.locale, page.path)
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = SeenPage(page, self)
        return known

    def page(self, locale: str, path: str) -> Page | None:
        """The page at `path` in one language."""
        self.note("there", locale, path)
        known = self.known.get((locale, path))
        if known is not None:
            return known
        found = self.center.page(locale, path)
        return self.seen_page(found) if found else None

    def topics(self, locale: str) -> Sequence[Topic]:
        """The topics a reader of `locale` can choose from."""
        look = partial(self.note, "topics", locale)
        return _Seen(self.center.topics(locale), partial(self._seen_topic, locale), look)

    def topic(self, locale: str, path: str) -> Topic | None:
        """The topic `path`, if a reader of `locale` can choose it."""
        self.note("topics", locale)
        found = self.center.topic(locale, path)
        return self._seen_topic(locale, found) if found else None

    def _seen_topic(self, locale: str, topic: Topic) -> Topic:
        look = partial(self.note, "members", locale, topic.path)
        pages = _Seen(topic.pages, self.seen_page, look)
        return Topic(topic.path, self.seen_page(topic.index), pages)

    def of_kind(self, kind: str) -> str:
        """Path of the first page of that kind."""
        self.note("kind", kind)
        return self.center.of_kind(kind)

    def past(self, day: dt.date) -> bool:
        """Whether `day` is over."""
        self.note("past", day.isoformat())
        return self.center.past(day)

    @property
    def today(self) -> dt.date:
        """The day that trust is judged by."""
        self.note("today")
        return self.center.today

    @property
    def latest(self) -> dt.date:
        """When a page was last reviewed."""
        self.note("latest")
        return self.center.latest

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of every page."""
        self.note("paths")
        return self.center.paths

    @property
    def files(self) -> frozenset[str]:
        """Every file that may be linked."""
        self.note("files")
        return self.center.files

    @property
    def written(self) -> Mapping[str, tuple[str, ...]]:
        """The languages that have a file, by path."""
        self.note("files")
        return self.center.written


class SeenPage(Page):
    """A page that notes what is read of it; each thing when it is read first."""

    whole: Page
    sight: Sight

    def __init__(self, page: Page, sight: Sight) -> None:
        known = self.__dict__
        known.update(page.__dict__)
        known["whole"], known["sight"] = page, sight
        for name in NOTED:
            del known[name]

    def _read(self, part: str) -> Page:
        """The page itself, for somebody who reads its `part`: `head` or `text`."""
        self.sight.note(part, self.whole.locale, self.whole.path)
        return self.whole

    @cached_property
    def open(self) -> Callable[[], Text]:
        """Gives the text."""
        return self._read("text").open

    @cached_property
    def meta(self) -> Meta:
        """What its editor declares."""
        return self._read("head").meta

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the file."""
        return self._read("text").digest

    @cached_property
    def body_line(self) -> int:
        """Line of the file where the body's text begins."""
        return self._read("text").body_line

    @cached_property
    def allowances(self) -> tuple[Allowance, ...]:
        """What rules shall not say about it."""
        return self._read("text").allowances


NOTED = [name for name, one in vars(SeenPage).items() if isinstance(one, cached_property)]
"""What a page has to be asked for."""


class _Seen(Sequence[T]):
    """Things of which most pages show a few: each is made when it is taken, `look` tells of it."""

    def __init__(
        self, things: Sequence[T], made: Callable[[T], T], look: Callable[[], object]
    ) -> None:
        self._things = things
        self._made = made
        self._look = look

    def __len__(self) -> int:
        self._look()
        return len(self._things)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        self._look()
        if isinstance(place, slice):
            return [self._made(thing) for thing in self._things[place]]
        return self._made(self._things[place])
