"""An article as HTML, with every link filled in as seen from one address."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from helpcenter.content.page import PLACEHOLDER, Page
from helpcenter.content.tongues import told_apart
from helpcenter.site.card import Shown
from helpcenter.site.edition import Edition

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
LEAD = re.compile(r"(<li[^>]*>\s*(?:<p>)?)<strong>")
"""Bold words that open a list item: what a step or a rung is about."""


class ShownArticle:
    """The text of `page`, shown at the address `here`; its links lead to pages of `locale`."""

    def __init__(self, edition: Edition, page: Page, locale: str, here: str) -> None:
        self.edition = edition
        self.page = page
        self.locale = locale
        self.here = here
        self.lang = edition.lang(page.locale)

    @cached_property
    def answer(self) -> str:
        """HTML before the first heading."""
        return self.filled(self.page.section("").html)

    @cached_property
    def sections(self) -> tuple[Shown, ...]:
        """The sections under the article's headings."""
        return tuple(
            Shown(one.id, self._title(one.title), self.filled(one.html))
            for one in self.page.sections
            if one.id
        )

    def section(self, id: str) -> Shown | None:
        """One section; nothing if the article has none with that id."""
        found = self.page.section(id)
        return Shown(id, self._title(found.title), self.filled(found.html)) if found.html else None

    def target(self, target: str) -> str:
        """Where a link, written as `target`, leads."""
        if SCHEME.match(target):
            return target
        addresses = self.edition.addresses
        path, mark, anchor = target.partition("#")
        if not path:
            address = addresses.page(self.locale, self.page.path)
            return self._way(address + mark + anchor) if mark else ""
        full = _joined(self.page.path, path)
        if path.endswith(".md"):
            address = addresses.page(self.locale, full.removesuffix(".md"))
        else:
            center, own = self.edition.center, self.page.locale
            if f"{center.settings.docs_dir}/{own}/{full}" not in center.files:
                own = addresses.default
            address = full if own == addresses.default else f"{own}/{full}"
        return self._way(address + mark + anchor)

    def _way(self, address: str) -> str:
        return self.edition.addresses.way(self.here, address)

    def _title(self, text: str) -> str:
        return told_apart(html.escape(text), self.lang)

    def filled(self, text: str) -> str:
        """A piece of the page's HTML with its links filled in."""
        pieces = _pieces(text, self.lang)
        if len(pieces) == 1:
            return pieces[0]
        links = self.page.links
        filled = list(pieces)
        filled[1::2] = [self._quoted(links[int(place)].target) for place in pieces[1::2]]
        return "".join(filled)

    def _quoted(self, target: str) -> str:
        return f'"{html.escape(self.target(target), quote=True)}"'


@lru_cache(maxsize=1 << 10)
def _pieces(text: str, lang: str) -> Sequence[str]:
    """The HTML before the first link, the place of the link in `Page.links`, and so on.

    A text is shown on several pages, each with links of its own; the rest is the same on all.
    """
    marked = told_apart(LEAD.sub(r'\1<strong class="lead">', text), lang)
    return PLACEHOLDER.split(marked)


@lru_cache(maxsize=1 << 10)
def _joined(path: str, target: str) -> str:
    """The path that `target` means, written in the page at `path`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
