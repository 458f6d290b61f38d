"""One built page as a browser takes it: its ids, and every address it follows or loads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

LOADED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
"""What is fetched without a click, by tag."""
LOADING = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}
"""The relations of a `link` that make a browser fetch it."""
REFRESH = re.compile(r"[\d.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)
INERT = ("template", "noscript")


@dataclass(frozen=True, slots=True)
class Reference:
    """An address on a page."""

    url: str
    line: int
    loaded: bool
    """Fetched without a click."""


@dataclass
class SitePage:
    """What was read from one file."""

    ids: list[tuple[str, int]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """Anchors of the old kind, `<a name>`."""
    references: list[Reference] = field(default_factory=list)
    base: str = ""
    """Where relative addresses start, if the page says so."""


def read_site_page(text: str) -> SitePage:
    """Read one built page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = SitePage()
        self.inert = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in INERT:
            self.inert += 1
        if self.inert:
            return
        line = self.getpos()[0]
        given = {name: value or "" for name, value in reversed(attrs)}
        if "id" in given:
            self.page.ids.append((given["id"], line))
        if tag == "a" and "name" in given:
            self.page.names.add(given["name"])
        if tag == "base" and not self.page.base:
            self.page.base = given.get("href", "")
        if tag in ("a", "area") and "href" in given:
            self._add(given["href"], line, loaded=False)
        elif tag == "form" and given.get("action"):
            self._add(given["action"], line, loaded=False)
        elif tag == "link" and given.get("href"):
            loaded = not LOADING.isdisjoint(given.get("rel", "").lower().split())
            self._add(given["href"], line, loaded=loaded)
        elif tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            match = REFRESH.match(given.get("content", "").strip())
            self._add(match[1] if match else "", line, loaded=False)
        for name in LOADED.get(tag, ()):
            value = given.get(name, "")
            for url in _several(value) if name == "srcset" else [value]:
                if url:
                    self._add(url, line, loaded=True)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in INERT:
            self.inert -= 1

    def handle_endtag(self, tag: str) -> None:
        if tag in INERT and self.inert:
            self.inert -= 1

    def _add(self, url: str, line: int, *, loaded: bool) -> None:
        self.page.references.append(Reference(url.strip("\t\n\f\r "), line, loaded))


def _several(srcset: str) -> list[str]:
    """The addresses of a `srcset`; a comma inside of one is not followed by a space."""
    return [part.split()[0] for part in re.split(r",\s+|,$", srcset) if part.strip()]
