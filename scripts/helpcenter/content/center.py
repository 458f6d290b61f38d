"""The whole help center: every page of every language, their twins, topics and order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpcenter.contacts.reading import read_contacts
from helpcenter.contacts.registry import Contacts
from helpcenter.contacts.trust import Trust, this_day, trust_of
from helpcenter.content.desk import Desk
from helpcenter.content.page import Page
from helpcenter.content.pages import Shelf, read_pages
from helpcenter.content.published import Published, read_published
from helpcenter.content.settings import FILE, Language, Settings, read_settings
from helpcenter.content.tree import read_tree
from helpcenter.finding import Fault
from helpcenter.search.queries import Query, read_queries
from helpcenter.search.synonyms import Synonyms, read_synonyms
from helpcenter.store import NOTHING, Store

if TYPE_CHECKING:
    from helpcenter.foreign.project import Project

SEARCH_FAULTS = (
    *("wrong-synonyms", "wrong-queries", "invisible-character", "not-utf-8"),
    *("unreadable-file", "too-large", "outside-project"),
)
"""What can be wrong with the data of search, which is read when it is first asked for."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A folder of questions in one language."""

    path: str
    """`payments`"""
    index: Page
    """The topic's own page."""
    pages: Sequence[Page]
    """Its questions, in the order of the navigation."""


@dataclass(frozen=True)
class Center:
    """All that was read, in the order of the navigation."""

    settings: Settings
    pages: tuple[Page, ...]
    faults: tuple[Fault, ...]
    files: frozenset[str]
    """Every file under the articles' folder that may be linked, relative to the root."""
    published: Published = field(default_factory=Published)
    """Addresses that may not vanish, and where the old ones lead."""
    contacts: Contacts = field(default_factory=Contacts)
    """The registry of trusted contacts."""
    today: dt.date = dt.date.min
    """The day that trust is judged by."""
    contacts_before: Contacts | None = None
    """The registry that this one is compared with, if any."""
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What the project set for single rules, by rule and key."""
    rule_names: tuple[str, ...] = ()
    """Every rule there is, whether it runs or not."""
    foreign: Project | None = None
    """What there is to know of somebody else's project."""

    def with_options(self, options: Mapping[str, Mapping[str, Any]]) -> Center:
        """The same center with settings for its rules."""
        return replace(self, options=options)

    def with_faults(self, faults: Iterable[Fault]) -> Center:
        """The same center with more faults."""
        return replace(self, faults=(*self.faults, *faults))

    def compared_with(self, contacts: Contacts) -> Center:
        """The same center, its contacts to be compared with an older registry."""
        return replace(self, contacts_before=contacts)

    @cached_property
    def trust(self) -> Trust:
        """What texts and links are judged by."""
        settings = self.settings
        return trust_of(self.contacts, self.today, settings.site_url, settings.edit_url)

    @cached_property
    def synonyms(self) -> Mapping[str, Synonyms]:
        """What people say for the same thing, by language."""
        return read_synonyms(self.settings) if self.settings.usable else {}

    @cached_property
    def queries(self) -> tuple[Query, ...]:
        """What readers are expected to type, and the pages they should see."""
        return self._queries[0]

    @cached_property
    def _queries(self) -> tuple[tuple[Query, ...], list[Fault]]:
        return read_queries(self.settings) if self.settings.usable else ((), [])

    @cached_property
    def search_faults(self) -> tuple[Fault, ...]:
        """What is wrong with the data of search."""
        of_synonyms = (fault for one in self.synonyms.values() for fault in one.faults)
        return (*self._queries[1], *of_synonyms)

    def faults_of(self, name: str) -> Iterator[Fault]:
        """The faults that the rule `name` explains."""
        yield from (fault for fault in self.faults if fault.name == name)
        if name in SEARCH_FAULTS:
            yield from (fault for fault in self.search_faults if fault.name == name)

    @cached_property
    def _by_path(self) -> Mapping[tuple[str, str], Page]:
        return {(page.locale, page.path): page for page in self.pages}

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The path of every page that exists in some language, in the order of the navigation."""
        return tuple(dict.fromkeys(page.path for page in self.pages))

    def has(self, locale: str, path: str) -> bool:
        """Whether one language has a file for `path`, even one that could not be read."""
        return f"{self.settings.docs_dir}/{locale}/{path}.md" in self.files

    @cached_property
    def written(self) -> Mapping[str, tuple[str, ...]]:
        """The languages that have a file, by path; even files that could not be read."""
        found: dict[str, tuple[str, ...]] = {}
        for language in self.settings.languages:
            folder = f"{self.settings.docs_dir}/{language.locale}/"
            for file in sorted(self.files):
                if file.startswith(folder) and file.endswith(".md"):
                    path = file.removeprefix(folder).removesuffix(".md")
                    found[path] = (*found.get(path, ()), language.locale)
        return found

    def page(self, locale: str, path: str) -> Page | None:
        """The page at `path` in one language."""
        return self._by_path.get((locale, path))

    def shown(self, locale: str, path: str) -> Page | None:
        """What a reader of `locale` gets at `path`: the page, or the default language's."""
        return self.page(locale, path) or self.page(self.settings.default.locale, path)

    def twins(self, page: Page) -> Mapping[str, Page]:
        """The same page in every language that has it, itself included, by locale."""
        found = ((one.locale, self.page(one.locale, page.path)) for one in self.settings.languages)
        return {locale: twin for locale, twin in found if twin is not None}

    def language(self, locale: str) -> Language:
        """The language with that locale. Raises KeyError if the site has none."""
        for language in self.settings.languages:
            if language.locale == locale:
                return language
        raise KeyError(locale)

    def of_kind(self, kind: str) -> str:
        """Path of the first page of that kind; empty if there is none."""
        return self._kinds.get(kind, "")

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        return {page.meta.kind: page.path for page in reversed(self.pages)}

    @cached_property
    def latest(self) -> dt.date:
        """When a page was last reviewed."""
        return max((page.meta.reviewed for page in self.pages), default=dt.date(2000, 1, 1))

    def past(self, day: dt.date) -> bool:
        """Whether `day` is over."""
        return self.today > day

    def topics(self, locale: str) -> Sequence[Topic]:
        """The topics a reader of `locale` can choose from, in the order of the navigation."""
        return self._topics[locale]

    def topic(self, locale: str, path: str) -> Topic | None:
        """The topic `path`, if a reader of `locale` can choose it."""
        return next((one for one in self.topics(locale) if one.path == path), None)

    @cached_property
    def _topics(self) -> Mapping[str, tuple[Topic, ...]]:
        members: dict[str, list[str]] = {}
        for path in self.paths:
            folder, slash, name = path.rpartition("/")
            if slash and name != "index":
                members.setdefault(folder, []).append(path)
        locales = (one.locale for one in self.settings.languages)
        return {one: tuple(self._in_language(one, members)) for one in locales}

    def _in_language(self, locale: str, members: Mapping[str, list[str]]) -> Iterator[Topic]:
        for path in self.paths:
            folder, slash, name = path.rpartition("/")
            index = self.shown(locale, path) if slash and name == "index" else None
            if index is not None:
                shown = (self.shown(locale, one) for one in members.get(folder, ()))
                yield Topic(folder, index, tuple(page for page in shown if page is not None))


def read_center(
    root: Path,
    today: dt.date | None = None,
    store: Store = NOTHING,
    processes: int | None = None,
    shelf: Shelf | None = None,
) -> Center:
    """Read the project in `root`. Never raises: what is wrong stands in `faults`.

    `today` is the day that trust in contacts is judged by; without it, the machine's. Pages are
    taken from `store` where nothing changed; `processes` is how many read at once. `shelf` is for
    whoever reads again and again.
    """
    settings = read_settings(root)
    tree = read_tree(settings)
    faults = list(tree.faults)
    desk = Desk(settings, store)
    for name, why in desk.refused:
        detail = {"why": "extension", "detail": name, "error": why}
        faults.append(Fault("unreadable-settings", FILE, settings.extension_lines[name], detail))
    pages: list[Page] = []
    for page, found in read_pages(desk, tree.articles, store, processes, shelf):
        faults += found
        if page is not None:
            pages.append(page)
    place = {entry.path.removesuffix(".md"): n for n, entry in reversed([*enumerate(settings.nav)])}
    published, found = read_published(settings)
    faults += found
    contacts, found = read_contacts(settings)
    faults += found
    order = [language.locale for language in settings.languages]
    pages.sort(
        key=lambda page: (order.index(page.locale), place.get(page.path, len(place)), page.path)
    )
    return Center(
        settings=settings,
        pages=tuple(pages),
        faults=(*settings.faults, *faults),
        files=frozenset((*(article.file for article in tree.articles), *tree.images)),
        published=published,
        contacts=contacts,
        today=today or this_day(),
    )
