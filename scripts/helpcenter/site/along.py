"""What pages say besides their text: about copies to take along, and about programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from helpcenter.site.edition import Edition
from helpcenter.site.feed import feed_address
from helpcenter.site.installed import WORKER, has_worker, manifest_address


class Along:
    """As a reader of `locale` gets it; `way` makes an address a link."""

    def __init__(self, edition: Edition, locale: str, way: Callable[[str], str]) -> None:
        self.edition = edition
        self.locale = locale
        self._way = way

    @property
    def disk(self) -> bool:
        """Whether the page is part of a copy on a disk, which should say how old it is."""
        return not self.edition.addresses.directories

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
