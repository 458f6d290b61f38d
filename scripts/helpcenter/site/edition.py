"""An edition of the site: which pages it shows in which words, and where they live."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from helpcenter.content.address import Addresses
from helpcenter.content.center import Center
from helpcenter.content.words import Words
from helpcenter.site.download import Download, made_on


@dataclass(frozen=True, slots=True)
class Edition:
    """What all pages of one edition share."""

    center: Center
    words: Mapping[str, Words]
    """The interface's words by locale."""
    addresses: Addresses
    downloads: tuple[Download, ...] = ()
    """What the web site offers to take along."""

    installed: bool = True
    """Whether browsers may keep the web site; not while it is being edited."""

    frames: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    """The frames that were made for pages so far (`framed`), by locale, path and layout."""

    @property
    def made(self) -> dt.date:
        """The day the edition stands for."""
        return made_on(self.center.latest)

    def full(self, locale: str, path: str) -> str:
        """Address of a page on the web, in every edition; or nothing if the site has none."""
        base = self.center.settings.site_url
        web = Addresses(self.addresses.default)
        return base + _quoted(web.page(locale, path)) if base else ""

    def lost(self, locale: str) -> str:
        """Where the error page of a language lies; that of the default one answers for all."""
        return self._folder(locale) + "404.html"

    def paper(self, locale: str, topic: str) -> str:
        """Where a topic's page for paper lies, on the web and on a disk."""
        return f"{self._folder(locale)}{topic}/print.html"

    def _folder(self, locale: str) -> str:
        return "" if locale == self.addresses.default else f"{locale}/"

    def lang(self, locale: str) -> str:
        """Language tag for readers and programs: `zh-Hans`."""
        return self.words[locale].lang


@lru_cache(maxsize=1 << 12)
def _quoted(address: str) -> str:
    return quote(address, safe="/.-_~")


def edition_of(center: Center, words: Mapping[str, Words], *, directories: bool = True) -> Edition:
    """The edition for a web server, or, without `directories`, for a folder on a disk."""
    return Edition(center, words, Addresses(center.settings.default.locale, directories))
