"""What templates see: one page with its words, links and surroundings, ready to be shown.

Templates hold no logic about languages or files, and nothing here knows what a wallet is. Every
link is relative to the page it stands on, except those that must carry the site's full address.
"""

from __future__ import annotations

import datetime as dt
import html
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import quote, urlsplit

from helpcenter.address import Addresses
from helpcenter.center import Center
from helpcenter.page import Page, Section, fill_links
from helpcenter.words import Words

SAFETY = "safety"
"""The home page's section that is repeated under every article."""
ABOUT = "about"
"""The home page's section that says who is behind the site; the footer leads to it."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
LEAD = re.compile(r"(<li[^>]*>\s*(?:<p>)?)<strong>")
"""Bold words that open a list item: what a step or a rung is about."""


@dataclass(frozen=True, slots=True)
class Card:
    """A page as others point to it."""

    path: str
    title: str
    short: str
    description: str
    url: str
    urgent: bool
    lang: str
    """Language of the words, if it is not the language of the page around; else empty."""
    count: int = 0
    """Of a topic: how many questions it holds."""
    pages: tuple[Card, ...] = ()
    """Of a topic: its questions."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A language of the switch."""

    name: str
    lang: str
    url: str
    current: bool
    twin: bool
    """Whether it leads to the same page; else to that language's home page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A section with its links filled in."""

    id: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Twin:
    """The same page in another language, to be read beside this one."""

    name: str
    lang: str
    title: str
    answer: str
    sections: tuple[Shown, ...]


class View:
    """One page of one language, as its reader gets it."""

    def __init__(self, site: Site, locale: str, path: str) -> None:
        page = site.center.shown(locale, path)
        if page is None:
            raise KeyError((locale, path))
        self.site = site
        self.locale = locale
        self.path = path
        self.page = page
        self.meta = page.meta
        self.kind = page.meta.kind
        self.words = site.words[locale]
        self.address = site.addresses.page(locale, path)
        self.language = site.center.language(locale)

    # What the document says about itself

    @property
    def lang(self) -> str:
        """Language tag of the page's frame: `zh-Hans`."""
        return self.words.lang

    @property
    def content_lang(self) -> str:
        """Language tag of the article itself; another one if it is not translated."""
        return self.site.words[self.page.locale].lang

    @property
    def translated(self) -> bool:
        """Whether the article is in the reader's language."""
        return self.page.locale == self.locale

    @property
    def site_name(self) -> str:
        """The site's name in the reader's language."""
        return self.language.site_name

    @property
    def title(self) -> str:
        """For the browser's tab and for result lists."""
        if self.kind == "home":
            return self.site_name
        return f"{self.meta.title} - {self.site_name}"

    @property
    def description(self) -> str:
        """One sentence for result lists."""
        return self.language.site_description if self.kind == "home" else self.meta.description

    @property
    def canonical(self) -> str:
        """Full address of the page, or of the original if it is not translated; or nothing."""
        return self.site.full(self.page.locale, self.path)

    @cached_property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """Language tag and full address of every real translation, with `x-default` last."""
        if not self.translated or not self.site.center.settings.site_url:
            return ()
        twins = self.site.center.twins(self.page)
        found = [(self.site.words[one].lang, self.site.full(one, self.path)) for one in twins]
        default = self.site.center.settings.default.locale
        if default in twins:
            found.append(("x-default", self.site.full(default, self.path)))
        return tuple(found)

    @property
    def edit_url(self) -> str:
        """Where this page's text can be edited; or nothing."""
        settings = self.site.center.settings
        file = self.page.file.removeprefix(f"{settings.docs_dir}/")
        return settings.edit_url.replace("{path}", quote(file)) if settings.edit_url else ""

    # Ways to other places

    def url(self, path: str) -> str:
        """Relative link to a page of the reader's language: `url("support/escalate")`."""
        return self._way(self.site.addresses.page(self.locale, path))

    def asset(self, name: str) -> str:
        """Relative link to a file below `assets/`: `asset("styles/site.css")`."""
        return self._way(f"assets/{name}")

    @cached_property
    def languages(self) -> tuple[Choice, ...]:
        """The language switch."""
        choices = []
        for language in self.site.center.settings.languages:
            twin = self.site.center.page(language.locale, self.path) is not None
            address = self.site.addresses.page(language.locale, self.path if twin else "index")
            choices.append(
                Choice(
                    name=language.name,
                    lang=self.site.words[language.locale].lang,
                    url=self._way(address),
                    current=language.locale == self.locale,
                    twin=twin,
                )
            )
        return tuple(choices)

    def _way(self, address: str) -> str:
        return self.site.addresses.way(self.address, address)

    # The article

    @cached_property
    def answer(self) -> str:
        """HTML before the first heading."""
        return self._fill(self.page, self.page.section(""))

    @cached_property
    def sections(self) -> tuple[Shown, ...]:
        """The sections under the article's headings."""
        return self._sections(self.page)

    @cached_property
    def twins(self) -> tuple[Twin, ...]:
        """The article in every other language it is written in; its links stay in that language."""
        found = self.site.center.twins(self.page)
        return tuple(
            Twin(
                name=language.name,
                lang=self.site.words[language.locale].lang,
                title=found[language.locale].meta.title,
                answer=self._fill(
                    found[language.locale], found[language.locale].section(""), language.locale
                ),
                sections=self._sections(found[language.locale], language.locale),
            )
            for language in self.site.center.settings.languages
            if language.locale in found and language.locale != self.page.locale
        )

    @property
    def safety(self) -> Shown | None:
        """The home page's safety section, for articles to repeat; or nothing."""
        return self._of_home(SAFETY)

    @property
    def about(self) -> Shown | None:
        """The home page's section about the site; or nothing."""
        return self._of_home(ABOUT)

    def _of_home(self, id: str) -> Shown | None:
        home = self.site.center.shown(self.locale, "index")
        section = home.section(id) if home else None
        if home is None or section is None or not section.html:
            return None
        return Shown(id, html.escape(section.title), self._fill(home, section))

    def _sections(self, page: Page, locale: str = "") -> tuple[Shown, ...]:
        return tuple(
            Shown(one.id, html.escape(one.title), self._fill(page, one, locale))
            for one in page.sections
            if one.id
        )

    def _fill(self, page: Page, section: Section, locale: str = "") -> str:
        def address(place: int) -> str:
            target = self.target(page, page.links[place].target, locale)
            return html.escape(target, quote=True)

        return LEAD.sub(r'\1<strong class="lead">', fill_links(section.html, address))

    def target(self, page: Page, target: str, locale: str = "") -> str:
        """Where `target`, written in `page`, leads from here; to `locale` if it is another one."""
        locale = locale or self.locale
        if SCHEME.match(target):
            return target
        path, mark, anchor = target.partition("#")
        if not path:
            own = self._way(self.site.addresses.page(locale, page.path))
            same = page.path == self.path and locale == self.locale
            return mark + anchor if same else own + mark + anchor
        full = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
        if path.endswith(".md"):
            address = self.site.addresses.page(locale, full.removesuffix(".md"))
        else:
            prefix = "" if page.locale == self.site.addresses.default else f"{page.locale}/"
            address = prefix + full
        return self._way(address + mark + anchor)

    # Its surroundings

    def card(self, path: str) -> Card | None:
        """The page at `path` as a card; nothing if there is no such page."""
        page = self.site.center.shown(self.locale, path)
        return self._card(page) if page else None

    def _card(self, page: Page, pages: Sequence[Page] = ()) -> Card:
        meta = page.meta
        other = page.locale != self.locale
        return Card(
            path=page.path,
            title=meta.title,
            short=meta.short,
            description=meta.description,
            url=self._way(self.site.addresses.page(self.locale, page.path)),
            urgent=meta.severity == "urgent",
            lang=self.site.words[page.locale].lang if other else "",
            count=len(pages),
            pages=tuple(self._card(one) for one in pages),
        )

    def _cards(self, paths: Sequence[str]) -> tuple[Card, ...]:
        return tuple(card for card in map(self.card, paths) if card)

    @cached_property
    def topics(self) -> tuple[Card, ...]:
        """All topics with their questions."""
        return tuple(
            self._card(topic.index, topic.pages) for topic in self.site.center.topics(self.locale)
        )

    @cached_property
    def topic(self) -> Card | None:
        """The topic this page belongs to; nothing on the home page."""
        path = f"{self.page.topic}/index"
        return next((one for one in self.topics if one.path == path), None)

    @cached_property
    def related(self) -> tuple[Card, ...]:
        """The pages that help next."""
        return self._cards(self.meta.related)

    @cached_property
    def urgent(self) -> tuple[Card, ...]:
        """The home page's urgent pages, on every page."""
        home = self.site.center.shown(self.locale, "index")
        return self._cards(home.meta.urgent) if home else ()

    @cached_property
    def wanted(self) -> tuple[Card, ...]:
        """The home page's most wanted pages."""
        home = self.site.center.shown(self.locale, "index")
        return self._cards(home.meta.wanted) if home else ()

    def date(self, day: dt.date) -> str:
        """A date as readers of this language write it."""
        return self.words.date(day)


class LostView(View):
    """The home page as the error page needs it: shown at any address, so links are absolute."""

    def _way(self, address: str) -> str:
        base = urlsplit(self.site.center.settings.site_url).path or "/"
        return base + quote(address, safe="/.-_~#")


class Site:
    """The pages of one edition: what the views of its pages share."""

    def __init__(
        self, center: Center, words: Mapping[str, Words], *, directories: bool = True
    ) -> None:
        self.center = center
        self.words = words
        self.addresses = Addresses(center.settings.default.locale, directories)

    def full(self, locale: str, path: str) -> str:
        """Full address of a page, or nothing if the site has no address."""
        base = self.center.settings.site_url
        return base + quote(self.addresses.page(locale, path), safe="/.-_~") if base else ""

    @lru_cache(maxsize=None)  # noqa: B019 - a site lives as long as the build that made it
    def view(self, locale: str, path: str) -> View:
        """The page at `path` for readers of `locale`. Raises KeyError if there is none."""
        return View(self, locale, path)

    def lost(self) -> tuple[View, ...]:
        """The error page's views, one a language, the default language first."""
        return tuple(LostView(self, one.locale, "index") for one in self.center.settings.languages)

    def entries(self) -> tuple[View, ...]:
        """The views of every page that has its own text, for the sitemap."""
        return tuple(self.view(page.locale, page.path) for page in self.center.pages)
