"""What templates see: one page with its words, links and surroundings, ready to be shown.

Templates hold no logic about languages or files, and nothing here knows what a wallet is. Every
link is relative to the page it stands on, except those that must carry the site's full address.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from urllib.parse import quote, urlsplit

from helpcenter.contacts.cards import ContactCard, ContactGroup, cards, groups, regions
from helpcenter.content.center import Topic
from helpcenter.content.page import Page
from helpcenter.content.words import Words
from helpcenter.site.along import Along
from helpcenter.site.article import Article
from helpcenter.site.card import Card, Choice, Shown, Twin
from helpcenter.site.edition import Edition
from helpcenter.site.policy import content_policy
from helpcenter.translation.review import due
from helpcenter.translation.state import State, source_of, standing

SAFETY = "safety"
"""The home page's section that is repeated under every article."""
ABOUT = "about"
"""The home page's section that says who is behind the site; the footer leads to it."""

MAIN = 10
"""How many topics the frame of a page names; the home page names them all."""


class View:
    """One page of one language, as its reader gets it."""

    def __init__(self, edition: Edition, locale: str, path: str) -> None:
        page = edition.center.shown(locale, path)
        if page is None:
            raise KeyError((locale, path))
        self.edition = edition
        self.locale = locale
        self.path = path
        self.page = page
        self.meta = page.meta
        self.kind = page.meta.kind
        self.words = edition.words[locale]
        self.address = edition.addresses.page(locale, path)
        self.language = edition.center.language(locale)

    # What the document says about itself

    @property
    def lang(self) -> str:
        """Language tag of the page's frame: `zh-Hans`."""
        return self.words.lang

    @property
    def content_lang(self) -> str:
        """Language tag of the article itself; another one if it is not translated."""
        return self.edition.lang(self.page.locale)

    @property
    def translated(self) -> bool:
        """Whether the article is in the reader's language."""
        return self.page.locale == self.locale

    @cached_property
    def stale(self) -> bool:
        """Whether the source has changed in its meaning since this translation was compared."""
        return self.translated and (
            standing(self.edition.center, self.locale, self.path).state is State.STALE
        )

    @property
    def fresher(self) -> Choice | None:
        """Of a stale page: its source, as the language switch offers it."""
        source = source_of(self.edition.center, self.path) if self.stale else None
        lang = self.edition.lang(source.locale) if source else ""
        return next((one for one in self.languages if source and one.lang == lang), None)

    @property
    def review_due(self) -> bool:
        """Whether the page should have been compared with reality again by now."""
        center = self.edition.center
        return center.past(due(self.page, center.settings.review_months))

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
        return self.edition.full(self.page.locale, self.path)

    @cached_property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """Language tag and full address of every real translation, with `x-default` last."""
        if not self.translated or not self.edition.center.settings.site_url:
            return ()
        twins = self.edition.center.twins(self.page)
        found = [(self.edition.lang(one), self.edition.full(one, self.path)) for one in twins]
        default = self.edition.center.settings.default.locale
        if default in twins:
            found.append(("x-default", self.edition.full(default, self.path)))
        return tuple(found)

    @property
    def edit_url(self) -> str:
        """Where this page's text can be edited; or nothing."""
        settings = self.edition.center.settings
        file = self.page.file.removeprefix(f"{settings.docs_dir}/")
        return settings.edit_url.replace("{path}", quote(file)) if settings.edit_url else ""

    @property
    def report_url(self) -> str:
        """Where a mistake on this page is reported, filled in; or nothing."""
        known = {"title": self.meta.title, "page": self.canonical, "path": self.page.file}
        url = self.edition.center.settings.report_url
        for name, value in known.items():
            url = url.replace(f"{{{name}}}", quote(value, safe=""))
        return url

    @property
    def policy(self) -> str:
        """What the browser may do on the page."""
        return content_policy(disk=self.along.disk)

    @cached_property
    def along(self) -> Along:
        """What the page says about copies, programs and paper."""
        return Along(self.edition, self.locale, self.page, self._way)

    # Ways to other places

    def url(self, path: str) -> str:
        """Relative link to a page of the reader's language: `url("support/escalate")`."""
        return self._way(self.edition.addresses.page(self.locale, path))

    def asset(self, name: str) -> str:
        """Relative link to a file below `assets/`: `asset("styles/site.css")`."""
        return self._way(f"assets/{name}")

    @cached_property
    def languages(self) -> tuple[Choice, ...]:
        """The language switch."""
        choices = []
        for language in self.edition.center.settings.languages:
            twin = self.edition.center.page(language.locale, self.path) is not None
            address = self.edition.addresses.page(language.locale, self.path if twin else "index")
            choices.append(
                Choice(
                    name=language.name,
                    lang=self.edition.lang(language.locale),
                    url=self._way(address),
                    current=language.locale == self.locale,
                    twin=twin,
                )
            )
        return tuple(choices)

    def _way(self, address: str) -> str:
        return self.edition.addresses.way(self.address, address)

    # The article

    @cached_property
    def article(self) -> Article:
        """The text, in the reader's language or, if it is not translated, in the default one."""
        return self._article(self.page, self.locale)

    @property
    def answer(self) -> str:
        """HTML before the first heading."""
        return self.article.answer

    @property
    def sections(self) -> tuple[Shown, ...]:
        """The sections under the article's headings."""
        return self.article.sections

    @cached_property
    def twins(self) -> tuple[Twin, ...]:
        """The article in every other language it is written in; its links stay in that language."""
        return tuple(
            Twin(
                name=self.edition.center.language(locale).name,
                lang=self.edition.lang(locale),
                title=page.meta.title,
                answer=self._article(page, locale).answer,
                sections=self._article(page, locale).sections,
            )
            for locale, page in self.edition.center.twins(self.page).items()
            if locale != self.page.locale
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
        home = self.edition.center.shown(self.locale, "index")
        return self._article(home, self.locale).section(id) if home else None

    def _article(self, page: Page, locale: str) -> Article:
        return Article(self.edition, page, locale, self.address)

    # Its surroundings

    def card(self, path: str) -> Card | None:
        """The page at `path` as a card; nothing if there is no such page."""
        page = self.edition.center.shown(self.locale, path)
        return self._card(page) if page else None

    def _card(self, page: Page) -> Card:
        meta = page.meta
        other = page.locale != self.locale
        return Card(
            path=page.path,
            title=meta.title,
            short=meta.short,
            description=meta.description,
            url=self._way(self.edition.addresses.page(self.locale, page.path)),
            urgent=meta.severity == "urgent",
            lang=self.edition.lang(page.locale) if other else "",
        )

    def _cards(self, paths: Sequence[str]) -> tuple[Card, ...]:
        return tuple(card for card in map(self.card, paths) if card)

    @cached_property
    def topics(self) -> tuple[Card, ...]:
        """All topics, without their questions: every page names them."""
        return tuple(map(self._topic_card, self.edition.center.topics(self.locale)))

    def _topic_card(self, topic: Topic) -> Card:
        return replace(self._card(topic.index), count=len(topic.pages))

    @cached_property
    def main_topics(self) -> tuple[Card, ...]:
        """The first topics, for the frame of every page, which may not grow with the site."""
        return tuple(map(self._topic_card, self.edition.center.topics(self.locale)[:MAIN]))

    def questions(self, topic: Card, most: int | None = None) -> tuple[Card, ...]:
        """The questions of a topic, or its first ones."""
        found = next(
            one for one in self.edition.center.topics(self.locale) if one.index.path == topic.path
        )
        return tuple(map(self._card, found.pages[:most]))

    @cached_property
    def topic(self) -> Card | None:
        """The topic this page belongs to, with its questions; nothing on the home page."""
        topics = self.edition.center.topics(self.locale)
        found = next((one for one in topics if one.path == self.page.topic), None)
        if found is None:
            return None
        return replace(self._topic_card(found), pages=tuple(map(self._card, found.pages)))

    @cached_property
    def related(self) -> tuple[Card, ...]:
        """The pages that help next."""
        return self._cards(self.meta.related)

    @cached_property
    def contacts(self) -> tuple[ContactCard, ...]:
        """The trusted contacts that the page names."""
        center = self.edition.center
        found = cards(self.meta.contacts, center.contacts, self.words, self.locale, center.today)
        return tuple(found)

    @cached_property
    def contact_groups(self) -> tuple[ContactGroup, ...]:
        """Every trusted contact of the site, by brand."""
        center = self.edition.center
        return tuple(groups(center.contacts, self.words, self.locale, center.today))

    @property
    def contact_regions(self) -> tuple[tuple[str, str], ...]:
        """The regions to choose from, key and name: of the page's contacts, or of all."""
        grouped = [card for group in self.contact_groups for card in group.cards]
        return regions(grouped if self.kind == "contacts" else self.contacts)

    @cached_property
    def contact_page(self) -> Card | None:
        """The page that lists every contact; or nothing."""
        return self._of_kind("contacts")

    @cached_property
    def message_page(self) -> Card | None:
        """The page that writes a message to support; or nothing."""
        return self._of_kind("message")

    def _of_kind(self, kind: str) -> Card | None:
        path = self.edition.center.of_kind(kind)
        return self.card(path) if path else None

    @property
    def voices(self) -> tuple[tuple[str, Words], ...]:
        """Name and words of every language, the reader's first."""
        own = self.edition.center.language(self.locale)
        others = (one for one in self.edition.center.settings.languages if one != own)
        return tuple((one.name, self.edition.words[one.locale]) for one in (own, *others))

    @cached_property
    def urgent(self) -> tuple[Card, ...]:
        """The home page's urgent pages, on every page."""
        home = self.edition.center.shown(self.locale, "index")
        return self._cards(home.meta.urgent) if home else ()

    @cached_property
    def wanted(self) -> tuple[Card, ...]:
        """The home page's most wanted pages."""
        home = self.edition.center.shown(self.locale, "index")
        return self._cards(home.meta.wanted) if home else ()

    def date(self, day: dt.date) -> str:
        """A date as readers of this language write it."""
        return self.words.date(day)


class LostView(View):
    """The home page as the error page needs it: shown at any address, so links are absolute."""

    def _way(self, address: str) -> str:
        base = urlsplit(self.edition.center.settings.site_url).path or "/"
        return base + quote(address, safe="/.-_~#")


def lost_views(edition: Edition) -> tuple[View, ...]:
    """The error page's views, one a language, the default language first."""
    return tuple(
        LostView(edition, one.locale, "index") for one in edition.center.settings.languages
    )


def own_views(edition: Edition) -> Iterator[View]:
    """The views of every page that has its own text, for the sitemap."""
    return (View(edition, page.locale, page.path) for page in edition.center.pages)
