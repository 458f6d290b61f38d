"""What is around every page of a topic: menu, footer and search, the same on each of them.

A frame knows no page, so what stands in it cannot depend on one; `framed` therefore makes it once.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from helpcenter.content.center import Topic
from helpcenter.content.page import Page
from helpcenter.site.along import Along
from helpcenter.site.article import ShownArticle
from helpcenter.site.card import Card, Shown
from helpcenter.site.edition import Edition
from helpcenter.site.place import Place
from helpcenter.site.policy import content_policy

ABOUT = "about"
"""The home page's section that says who is behind the site; the footer leads to it."""
SAFETY = "safety"
"""The home page's section that is repeated under every article."""
MAIN = 10
"""How many topics the frame of a page names. The home page names them all, these with questions."""
SIBLINGS = 8
"""How many questions of its topic an article names: it may not grow with the site."""


class Frame(Place):
    """What surrounds the page at `path`; `layout` is the template that it stands in."""

    def __init__(self, edition: Edition, locale: str, path: str, layout: str) -> None:
        super().__init__(edition, locale, path)
        self.layout = layout

    @property
    def site_name(self) -> str:
        """The site's name in the reader's language."""
        return self.language.site_name

    @property
    def policy(self) -> str:
        """What the browser may do on the page."""
        return content_policy(disk=self.along.disk)

    @property
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

    def _topic_card(self, topic: Topic) -> Card:
        return replace(self._card(topic.index), count=len(topic.pages))

    @cached_property
    def _topic(self) -> Topic | None:
        return self.edition.center.topic(self.locale, self.path.rpartition("/")[0])

    @cached_property
    def topic(self) -> Card | None:
        """The topic this page belongs to; nothing on the home page."""
        return self._topic_card(self._topic) if self._topic else None

    @property
    def more_questions(self) -> bool:
        """Whether the topic has more questions than a page names."""
        return self.topic is not None and self.topic.count > SIBLINGS

    @cached_property
    def urgent(self) -> tuple[Card, ...]:
        """The home page's urgent pages, on every page."""
        home = self.edition.center.shown(self.locale, "index")
        return self._cards(home.meta.urgent) if home else ()

    @cached_property
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

    def _article(self, page: Page, locale: str) -> ShownArticle:
        return ShownArticle(self.edition, page, locale, self.address)
