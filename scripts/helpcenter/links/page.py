"""One built page as a browser takes it: its ids, and every address it follows or loads.

Tags are found by one pattern, after the grammar of HTML's tokenizer: a site has thousands of pages,
and a parser that knows more takes ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
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
    "link": ("imagesrcset",),
}
"""What is fetched without a click, by tag."""
SEVERAL = re.compile(r"[\s,]*+(\S*[^\s,])(?:,|\s[^,(]*(?:\([^)]*\)[^,(]*)*|$)")
"""One address of a `srcset`, and what it is for."""
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


class Tag(NamedTuple):
    """What one tag says that links are about."""

    id: str | None
    anchor: str | None
    """The name of an anchor of the old kind, `<a name>`."""
    base: str | None
    """Where relative addresses start."""
    addresses: tuple[tuple[str, bool], ...]
    """Each address, and whether it is fetched without a click."""


NOTHING = Tag(None, None, None, ())


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
    page = SitePage()
    hidden = place = 0
    line = 1
    for match in TAG.finditer(text):
        inert, raw, inside, tag, attributes = match.groups()
        if inert:
            hidden = max(hidden - 1, 0) if inert[0] == "/" else hidden + 1
        if hidden or not (tag or inside):
            continue
        said = _read_tag(tag or raw, attributes or inside)
        if said is NOTHING:
            continue
        line += text.count("\n", place, match.start())
        place = match.start()
        if said.id is not None:
            page.ids.append((said.id, line))
        if said.anchor is not None:
            page.names.add(said.anchor)
        page.base = page.base or said.base or ""
        page.references += (Reference(url, line, loaded) for url, loaded in said.addresses)
    return page


@lru_cache(maxsize=20_000)
def _read_tag(name: str, attributes: str) -> Tag:
    """What a tag says. The pages of a site have most of their tags in common."""
    tag = name.lower()
    given: dict[str, str] = {}
    for key, double, single, bare in GIVEN.findall(attributes):
        value = double or single or bare
        given.setdefault(key.lower(), unescape(value) if "&" in value else value)
    addresses = tuple((url.strip("\t\n\f\r "), loaded) for url, loaded in _addresses(tag, given))
    anchor = given.get("name") if tag == "a" else None
    base = given.get("href") if tag == "base" else None
    said = Tag(given.get("id"), anchor, base, addresses)
    return NOTHING if said == NOTHING else said


def _addresses(tag: str, given: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Every address in the attributes of a tag, and whether it is fetched without a click."""
    if tag in ("a", "area") and "href" in given:
        yield given["href"], False
    elif tag == "form" and given.get("action"):
        yield given["action"], False
    elif tag == "link" and given.get("href"):
        yield given["href"], not LOADING.isdisjoint(given.get("rel", "").lower().split())
    elif tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
        found = REFRESH.match(given.get("content", "").strip())
        yield found[1] if found else "", False
    for _, url in loaded(tag, given):
        yield url, True


def loaded(tag: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the attributes `given` make a browser fetch: name of the attribute, and address."""
    for key in LOADED.get(tag, ()):
        value = given.get(key, "").strip()
        # In the address itself a comma may stand, and at its end it is none of it.
        urls = SEVERAL.findall(value) if key in ("srcset", "imagesrcset") else [value]
        yield from ((key, url) for url in urls if url)
