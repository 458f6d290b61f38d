"""An edition of the site: which pages it shows in which words, and where they live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from helpcenter.address import Addresses
from helpcenter.center import Center
from helpcenter.words import Words


@dataclass(frozen=True, slots=True)
class Edition:
    """What all pages of one edition share."""

    center: Center
    words: Mapping[str, Words]
    """The interface's words by locale."""
    addresses: Addresses

    def full(self, locale: str, path: str) -> str:
        """Full address of a page, or nothing if the site has no address."""
        base = self.center.settings.site_url
        return base + quote(self.addresses.page(locale, path), safe="/.-_~") if base else ""

    def lang(self, locale: str) -> str:
        """Language tag for readers and programs: `zh-Hans`."""
        return self.words[locale].lang


def edition_of(center: Center, words: Mapping[str, Words], *, directories: bool = True) -> Edition:
    """The edition for a web server, or, without `directories`, for a folder on a disk."""
    return Edition(center, words, Addresses(center.settings.default.locale, directories))
