"""Where a reader stands: an address in one language, and the ways from there.

Every link is relative to the page it stands on, except those that must carry the site's full
address.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from helpcenter.content.page import Page
from helpcenter.site.card import Card
from helpcenter.site.edition import Edition


class Place:
    """The site in one language, seen from the address of a page at `path`."""

    def __init__(self, edition: Edition, locale: str, path: str) -> None:
        self.edition = edition
        self.locale = locale
        self.path = path
        self.words = edition.words[locale]
        self.address = edition.addresses.page(locale, path)
        self.language = edition.center.language(locale)

    @property
    def lang(self) -> str:
        """Language tag of the reader: `zh-Hans`."""
        return self.words.lang

    def url(self, path: str) -> str:
        """Relative link to a page of the reader's language: `url("support/escalate")`."""
        return self._way(self.edition.addresses.page(self.locale, path))

    def asset(self, name: str) -> str:
        """Relative link to a file below `assets/`: `asset("styles/site.css")`."""
        return self._way(f"assets/{name}")

    def _way(self, address: str) -> str:
        return self.edition.addresses.way(self.address, address)

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

    def date(self, day: dt.date) -> str:
        """A date as readers of this language write it."""
        return self.words.date(day)
