"""What templates see: one page with its words, links and surroundings, ready to be shown.

Templates hold no logic about languages or files, and nothing here knows what a wallet is. A `View`
is a `Place` (where links start), a `Frame` (what is around every page), a `Document` (what it says
about itself), and what is shown on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from urllib.parse import quote, urlsplit

from helpcenter.contacts.cards import ContactCard, ContactGroup, cards, groups, regions
from helpcenter.content.words import Words
from helpcenter.site.article import ShownArticle
from helpcenter.site.card import Card, Shown, Twin
from helpcenter.site.document import Document
from helpcenter.site.download import FOLDER as DOWNLOADS
from helpcenter.site.download import Download
from helpcenter.site.edition import Edition
from helpcenter.site.frame import SIBLINGS

STUCK = "still-stuck"
"""The section of an article to which a reader is led whom it did not help."""


class View(Document):
    """One page of one language, as its reader gets it."""

    # The article

    @cached_property
    def article(self) -> ShownArticle:
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

    @property
    def still_stuck(self) -> Shown | None:
        """The section about what to do if nothing helped; or nothing."""
        return next((one for one in self.sections if one.id == STUCK), None)

    @cached_property
    def twins(self) -> tuple[Twin, ...]:
        """The article in every other language it is written in; its links stay in that language."""
        return tuple(
            Twin(
                name=self.edition.center.language(locale).name,
                lang=self.edition.lang(locale),
                title=page.meta.title,
                answer=article.answer,
                sections=article.sections,
            )
            for locale, page in self.edition.center.twins(self.page).items()
            if locale != self.page.locale
            for article in (self._article(page, locale),)
        )

    # Its surroundings

    @cached_property
    def topics(self) -> tuple[Card, ...]:
        """All topics, without their questions."""
        return tuple(map(self._topic_card, self.edition.center.topics(self.locale)))

    def questions(self, topic: Card, most: int | None = None) -> tuple[Card, ...]:
        """The questions of a topic, or its first ones."""
        found = self.edition.center.topic(self.locale, topic.path.rpartition("/")[0])
        return tuple(map(self._card, found.pages[:most])) if found else ()

    @cached_property
    def siblings(self) -> tuple[Card, ...]:
        """The questions around this one in its topic: all of a small topic, some of a large one."""
        pages = self._topic.pages if self._topic else ()
        here = next((place for place, one in enumerate(pages) if one.path == self.path), 0)
        first = max(0, min(here - SIBLINGS // 2, len(pages) - SIBLINGS))
        return tuple(map(self._card, pages[first : first + SIBLINGS]))

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

    @property
    def downloads(self) -> tuple[tuple[Download, str], ...]:
        """The files to take along, each with its link, on the page that offers them."""
        found = self.edition.downloads if self.kind == "download" else ()
        return tuple((one, self._way(f"{DOWNLOADS}/{one.name}")) for one in found)

    @cached_property
    def wanted(self) -> tuple[Card, ...]:
        """The home page's most wanted pages."""
        home = self.edition.center.shown(self.locale, "index")
        return self._cards(home.meta.wanted) if home else ()


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
    center = edition.center
    for language in center.settings.languages:
        for path in center.paths:
            if center.page(language.locale, path) is not None:
                yield View(edition, language.locale, path)
