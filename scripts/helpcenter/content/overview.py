"""What somebody looked at who looks at all pages: a rule that compares them, for instance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helpcenter.contacts.trust import Trust
from helpcenter.content.center import SEARCH_FAULTS
from helpcenter.content.page import Page
from helpcenter.content.sight import Item, Sight
from helpcenter.finding import Fault
from helpcenter.search.queries import Query
from helpcenter.search.synonyms import Synonyms

COARSE: Mapping[str, Item] = {"head": ("heads",), "there": ("pages",), "members": ("pages",)}
"""What is noted instead by whoever looks at all pages."""


class Overview(Sight):
    """A look at all pages at once, so what is noted is coarse: that heads were read, not whose."""

    def note(self, *item: str) -> None:
        """Remember that `item` was looked at."""
        super().note(*COARSE.get(item[0], item))

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, in the order of the navigation."""
        self.note("pages")
        return tuple(map(self.seen_page, self.center.pages))

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What reading noticed."""
        self.note("faults")
        return self.center.faults

    def faults_of(self, name: str) -> Iterator[Fault]:
        """The faults that the rule `name` explains."""
        self.note("faults", name)
        if name in SEARCH_FAULTS:
            self.note("search")
        return self.center.faults_of(name)

    @property
    def synonyms(self) -> Mapping[str, Synonyms]:
        """What people say for the same thing, by language."""
        self.note("search")
        return self.center.synonyms

    @property
    def queries(self) -> tuple[Query, ...]:
        """What readers are expected to type, and the pages they should see."""
        self.note("search")
        return self.center.queries

    @property
    def search_faults(self) -> tuple[Fault, ...]:
        """What is wrong with the data of search."""
        self.note("search")
        return self.center.search_faults

    @property
    def trust(self) -> Trust:
        """What texts and links are judged by."""
        self.note("today")
        return self.center.trust
