"""The text of a page as its readers get it: every link leads somewhere from where it is shown.

The same article stands on its own page, beside its twin, and, in parts, on other pages.
"""

from __future__ import annotations

import html
import posixpath
import re
from functools import cached_property

from helpcenter.card import Shown
from helpcenter.edition import Edition
from helpcenter.page import Page, Section, fill_links

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
LEAD = re.compile(r"(<li\b[^>]*>\s*(?:<p>\s*)?)<strong>")
"""Bold words that open a list item."""


class Article:
    """The text of `page`, shown to readers of `locale` at `address`."""

    def __init__(self, edition: Edition, page: Page, locale: str, address: str) -> None:
        self.edition = edition
        self.page = page
        self.locale = locale
        self.address = address

    @cached_property
    def answer(self) -> str:
        """HTML before the first heading."""
        return self._fill(self.page.section(""))

    @cached_property
    def sections(self) -> tuple[Shown, ...]:
        """The sections under the article's headings."""
        return tuple(self._shown(one) for one in self.page.sections if one.id)

    def section(self, id: str) -> Shown | None:
        """The section `id`; nothing if it has none, or an empty one."""
        section = self.page.section(id)
        return self._shown(section) if section.html else None

    def _shown(self, section: Section) -> Shown:
        return Shown(section.id, html.escape(section.title), self._fill(section))

    def _fill(self, section: Section) -> str:
        def address(place: int) -> str:
            return html.escape(self._target(self.page.links[place].target), quote=True)

        return LEAD.sub(r'\1<strong class="lead">', fill_links(section.html, address))

    def _target(self, target: str) -> str:
        """Where `target`, written in the page, leads from here."""
        if SCHEME.match(target):
            return target
        path, mark, anchor = target.partition("#")
        addresses = self.edition.addresses
        if not path:
            own = addresses.page(self.locale, self.page.path)
            return mark + anchor if own == self.address else self._way(own + mark + anchor)
        full = posixpath.normpath(posixpath.join(posixpath.dirname(self.page.path), path))
        if path.endswith(".md"):
            address = addresses.page(self.locale, full.removesuffix(".md"))
        else:
            prefix = "" if self.page.locale == addresses.default else f"{self.page.locale}/"
            address = prefix + full
        return self._way(address + mark + anchor)

    def _way(self, address: str) -> str:
        return self.edition.addresses.way(self.address, address)
