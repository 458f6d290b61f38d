"""What a page says besides its text: about copies to take along, about programs, about paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from helpcenter.content.page import Page
from helpcenter.site.download import FOLDER as DOWNLOADS
from helpcenter.site.download import Download
from helpcenter.site.edition import Edition
from helpcenter.site.feed import feed_address
from helpcenter.site.installed import WORKER, has_worker, manifest_address
from helpcenter.site.linked_data import linked_data


class Along:
    """Of `page`, as a reader of `locale` gets it; `way` makes an address a link."""

    def __init__(
        self, edition: Edition, locale: str, page: Page, way: Callable[[str], str]
    ) -> None:
        self.edition = edition
        self.locale = locale
        self.page = page
        self._way = way

    @property
    def disk(self) -> bool:
        """Whether the page is part of a copy on a disk, which should say how old it is."""
        return not self.edition.addresses.directories

    @property
    def linked_data(self) -> str:
        """What the page tells search engines; nothing in a copy, or in another language's frame."""
        own = self.page.locale == self.locale and not self.disk
        return linked_data(self.edition, self.page) if own else ""

    @property
    def print_url(self) -> str:
        """Of a topic: the page with all its questions, for paper; or nothing."""
        taken = self.edition.center.shown(self.locale, f"{self.page.topic}/print")
        there = (self.edition.center.settings.overrides / "print.html").is_file()
        if self.page.meta.kind != "topic" or taken or not there:
            return ""
        return self._way(self.edition.paper(self.locale, self.page.topic))

    @property
    def worker(self) -> str:
        """Link to the service worker, or nothing."""
        return self._way(WORKER) if has_worker(self.edition) else ""

    @property
    def manifest(self) -> str:
        """Link to the web manifest, or nothing."""
        found = has_worker(self.edition)
        return self._way(manifest_address(self.edition, self.locale)) if found else ""

    @property
    def feed(self) -> str:
        """Full address of the list of changed pages; or nothing."""
        return "" if self.disk else feed_address(self.edition, self.locale)

    @property
    def made(self) -> dt.date:
        """The day the edition stands for."""
        return self.edition.made

    @property
    def downloads(self) -> tuple[tuple[Download, str], ...]:
        """The files to take along, each with its link."""
        found = self.edition.downloads
        return tuple((one, self._way(f"{DOWNLOADS}/{one.name}")) for one in found)
