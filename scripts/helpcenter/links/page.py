"""One built page as a browser takes it: its ids, and every address it follows or loads.

Tags are found by one pattern, after the grammar of HTML's tokenizer: a site has thousands of pages,
and a parser that knows more takes ten times as long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

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
ATTRIBUTE = r"""[\s/]*+[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+"""
# Bounded, and to the end where nothing closes: no page may take long to read.
ATTRIBUTES = rf"(?:{ATTRIBUTE}){{0,200}}+"
TAG = re.compile(
    r"<!--(?:>|->|.*?(?:--!?>|\Z))"
    rf"|<(?P<inert>/?(?:template|noscript))(?=[\s/>]){ATTRIBUTES}[\s/]*+>"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)"
    rf"(?P<inside>{ATTRIBUTES})[\s/]*+>.*?(?:</(?P=raw)\b|\Z)"
    rf"|<(?P<tag>[a-z][^\s/>]*+)(?P<attributes>(?:{ATTRIBUTE}){{1,200}}+)[\s/]*+>",
    re.IGNORECASE | re.DOTALL,
)
"""A comment, what browsers do not show, an element of plain text, or a tag with attributes."""
GIVEN = re.compile(
    r"""[\s/]*+([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?+"""
)
"""One attribute: its name, and its value in one of three spellings."""


class Reference(NamedTuple):
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

    def add(self, url: str, line: int, *, loaded: bool) -> None:
        """Remember one address."""
        self.references.append(Reference(url.strip("\t\n\f\r "), line, loaded))


def read_site_page(text: str) -> SitePage:
    """Read one built page."""
    page = SitePage()
    hidden = place = 0
    line = 1
    for match in TAG.finditer(text):
        inert, raw, inside, tag, attributes = match.groups()
        if inert:
            hidden = max(hidden - 1, 0) if inert[0] == "/" else hidden + 1
        given = None if hidden else GIVEN.findall(attributes or inside or "")
        if given:
            start = match.start()
            line += text.count("\n", place, start)
            place = start
            _read_tag(page, (tag or raw).lower(), given, line)
    return page


def _read_tag(
    page: SitePage, tag: str, attributes: list[tuple[str, str, str, str]], line: int
) -> None:
    """What one tag adds to `page`."""
    given: dict[str, str] = {}
    for key, double, single, bare in attributes:
        value = double or single or bare
        given.setdefault(key.lower(), unescape(value) if "&" in value else value)
    if "id" in given:
        page.ids.append((given["id"], line))
    if tag == "a" and "name" in given:
        page.names.add(given["name"])
    if tag == "base" and not page.base:
        page.base = given.get("href", "")
    if tag in ("a", "area") and "href" in given:
        page.add(given["href"], line, loaded=False)
    elif tag == "form" and given.get("action"):
        page.add(given["action"], line, loaded=False)
    elif tag == "link" and given.get("href"):
        loaded = not LOADING.isdisjoint(given.get("rel", "").lower().split())
        page.add(given["href"], line, loaded=loaded)
    elif tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
        found = REFRESH.match(given.get("content", "").strip())
        page.add(found[1] if found else "", line, loaded=False)
    for key in LOADED.get(tag, ()):
        value = given.get(key, "")
        for url in _several(value) if key == "srcset" else [value]:
            if url:
                page.add(url, line, loaded=True)


def _several(srcset: str) -> list[str]:
    """The addresses of a `srcset`; a comma inside of one is not followed by a space."""
    return [part.split()[0] for part in re.split(r",\s+|,$", srcset) if part.strip()]
