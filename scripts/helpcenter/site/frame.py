"""What is around every page of a topic: menu, footer and search, the same on each of them.

A frame knows no page, so what stands in it cannot depend on one; `framed` therefore makes it once.
"""

from __future__ import annotations

from functools import cached_property

from helpcenter.content.page import Page
from helpcenter.site.along import Along
from helpcenter.site.article import ShownArticle
from helpcenter.site.card import Card, Shown
from helpcenter.site.place import Place
from helpcenter.site.policy import content_policy

ABOUT = "about"
"""The home page's section that says who is behind the site; the footer leads to it."""
MAIN = 10
"""How many topics the frame of a page names; the home page names them all."""


class Frame(Place):
    """What surrounds the page at a place."""

    @property
    def site_name(self) -> str:
        """The site's name in the reader's language."""
        return self.language.site_name

    @property
    def policy(self) -> str:
        """What the browser may do on the page."""
        return content_policy(disk=self.along.disk)

    @cached_property
    def along(self) -> Along:
        """What the page says about copies and programs."""
        return Along(self.edition, self.locale, self._way)

    @cached_property
    def main_topics(self) -> tuple[Card, ...]:
        """The first topics, uncounted, for the frame of every page, which may not grow with the
        site."""
        first = self.edition.center.topics(self.locale)[:MAIN]
        return tuple(self._card(topic.index) for topic in first)

    @property
    def more_topics(self) -> bool:
        """Whether there are other topics."""
        return len(self.edition.center.topics(self.locale)) > MAIN

    def current(self, topic: Card) -> str:
        """How the menu marks a topic: `page` if it is this page, `true` if it is this page's."""
        if topic.path == self.path:
            return "page"
        folder = self.path.rpartition("/")[0]
        return "true" if folder and topic.path == f"{folder}/index" else ""

    @cached_property
    def urgent(self) -> tuple[Card, ...]:
        """The home page's urgent pages, on every page."""
        return self._cards(self.urgent_paths)

    @property
    def urgent_paths(self) -> tuple[str, ...]:
        """Their paths, as the home page names them."""
        home = self.edition.center.shown(self.locale, "index")
        return home.meta.urgent if home else ()

    @property
    def about(self) -> Shown | None:
        """The home page's section about the site; or nothing."""
        return self._of_home(ABOUT)

    def _of_home(self, id: str) -> Shown | None:
        home = self.edition.center.shown(self.locale, "index")
        return self._article(home, self.locale).section(id) if home else None

    def _article(self, page: Page, locale: str) -> ShownArticle:
        return ShownArticle(self.edition, page, locale, self.address)
