"""A page as its editor wrote it: what it declares, its sections, steps and links, with lines.

Read once; rules, search, templates, status and exports all ask `Page` and parse nothing again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from helpcenter.contacts.carried import read_carried
from helpcenter.contacts.passage import Carried
from helpcenter.content.anatomy import (
    STEPS,
    Allowance,
    Block,
    Definition,
    Heading,
    Link,
    Section,
    Step,
)
from helpcenter.content.body import read_body
from helpcenter.content.file import MAX_BYTES
from helpcenter.content.markdown import Renderer, depth
from helpcenter.content.marked import INVISIBLE, Marked, Problem, read_marked
from helpcenter.content.meta import Meta, read_meta
from helpcenter.content.text import EMPTY, read_text, unseen
from helpcenter.finding import Fault

__all__ = [
    "STEPS",
    "Block",
    "Heading",
    "Link",
    "Page",
    "Section",
    "Step",
    "fill_links",
    "read_page",
]

PLACEHOLDER = re.compile('"\x1ahc:(\\d+)"')
"""What no editor can write: articles with control characters are refused."""
MAX_DEPTH = 60
"""How many lists, quotes and boxes may stand inside each other, each being up to three elements."""
LIMITS = {"line": 10_000, "brackets": 1_000, "angles": 1_000}
"""Longest line, and how many `[` and `<`: what Markdown takes minutes over."""


@dataclass(frozen=True, slots=True)
class Page:
    """One article in one language."""

    locale: str
    path: str
    """Same in every language, without ending: `payments/payment-failed`, `payments/index`."""
    file: str
    """Relative to the project's root, with `/`."""
    meta: Meta
    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    steps: tuple[Step, ...]
    links: tuple[Link, ...]
    ids: tuple[tuple[str, int], ...]
    """Every id of the page with its line, repeated ones too."""
    body_line: int
    """Line of the file where the body's text begins."""
    digest: str
    """SHA-256 of the file, hexadecimal."""
    carried: Carried
    """Every text and address of the page, where a contact could hide."""
    blocks: tuple[Block, ...]
    """Paragraphs, list items and cells, in order."""
    marked: Marked
    """The front matter as written, for the line of a key: `page.marked.line("related", 0)`."""
    definitions: tuple[Definition, ...] = ()
    allowances: tuple[Allowance, ...] = ()

    @property
    def topic(self) -> str:
        """The folder: `payments`; empty for the home page."""
        return self.path.rpartition("/")[0]

    @property
    def answer(self) -> str:
        """The words before the first heading."""
        return self.section("").text

    def section(self, id: str) -> Section:
        """The section `id`, or an empty one."""
        return next(
            (one for one in self.sections if one.id == id), Section(id, "", "", "", self.body_line)
        )


def fill_links(html: str, address: Callable[[int], str]) -> str:
    """Replace the link placeholders in `html` by `address(place in Page.links)`."""
    return PLACEHOLDER.sub(lambda match: f'"{address(int(match[1]))}"', html)


def read_page(
    data: bytes, locale: str, path: str, file: str, renderer: Renderer
) -> tuple[Page | None, list[Fault]]:
    """Read one file. Never raises on what an editor can write: that becomes faults.

    `data` is the file's content; `path` the page's path without ending; `file` names it in
    faults. There is no page if encoding or front matter are broken.
    """
    text = _limited(data, file)
    if isinstance(text, Fault):
        return None, [text]
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        later = next((line for line in lines if line.strip()), "").rstrip() == "---"
        detail = {"first": lines[0][:40], "later": "yes" if later else ""}
        return None, [Fault("missing-front-matter", file, 1, detail)]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return None, [Fault("broken-front-matter", file, 1, {"kind": "open", "detail": ""})]
    marked = read_marked("\n" + "\n".join(lines[1:end]))
    if isinstance(marked, Problem) and marked.kind == "invisible":
        return None, [Fault("invisible-character", file, marked.line, {"sign": marked.detail})]
    if isinstance(marked, Problem):
        written = lines[min(marked.line, end) - 1]
        detail = {"kind": marked.kind, "detail": marked.detail, "text": written}
        return None, [Fault("broken-front-matter", file, marked.line, detail)]
    meta, faults = read_meta(marked, file)
    if meta is None:
        return None, faults
    first = end + 1
    start = next((n for n in range(first, len(lines)) if lines[n].strip()), end) + 1
    try:
        root = renderer.read("\n".join(lines[first:]))
        if depth(root) > MAX_DEPTH:
            raise RecursionError
        # First of all: links become placeholders in the body.
        carried = read_carried(root, renderer.raw_html(), lines, first, file, marked)
        body = read_body(root, renderer, lines, first)
    except RecursionError:
        return None, [Fault("too-large", file, start, {"kind": "nesting", "limit": ""})]
    faults += _unseen(text, carried)
    faults += (Fault("raw-html", file, line, {"html": piece[:60]}) for piece, line in body.html)
    for name, value, line in body.attributes:
        faults.append(Fault("unsafe-attribute", file, line, {"name": name, "value": value[:60]}))
    page = Page(
        locale=locale,
        path=path,
        file=file,
        meta=meta,
        sections=body.sections,
        headings=body.headings,
        steps=body.steps,
        links=body.links,
        ids=body.ids,
        body_line=start,
        digest=hashlib.sha256(data).hexdigest(),
        carried=carried,
        blocks=body.blocks,
        marked=marked,
        definitions=body.definitions,
        allowances=body.allowances,
    )
    return page, [*faults, *_untidy(data, file)]


def _untidy(data: bytes, file: str) -> Iterator[Fault]:
    """What other programs may stumble over, though it can be read."""
    if data.startswith(b"\xef\xbb\xbf"):
        yield Fault("untidy-file", file, 1, {"kind": "bom"})
    if b"\r" in data:
        line = len(re.split(rb"\r\n|\r|\n", data[: data.index(b"\r")]))
        yield Fault("untidy-file", file, line, {"kind": "cr"})
    if not data.endswith((b"\n", b"\r")):
        yield Fault("untidy-file", file, data.count(b"\n") + 1, {"kind": "end"})


def _unseen(text: str, carried: Carried) -> Iterator[Fault]:
    """Characters without width, and those that an entity brings in: `&#x202e;`."""
    for match in EMPTY.finditer(text):
        yield unseen(carried.file, text.count("\n", 0, match.start()) + 1, match[0])
    for passage in carried.passages:
        if found := INVISIBLE.search(passage.text):
            yield unseen(carried.file, passage.line(found.start()), found[0])
    for pointer in carried.pointers:
        if found := INVISIBLE.search(pointer.target + pointer.text + pointer.title):
            yield unseen(carried.file, pointer.line, found[0])


def _limited(data: bytes, file: str) -> str | Fault:
    """The text of a file, or why it is none, or too much."""
    if len(data) > MAX_BYTES:
        return Fault("too-large", file, 1, {"kind": "bytes", "limit": str(MAX_BYTES)})
    text = read_text(data, file)
    if isinstance(text, Fault):
        return text
    for kind, place in _excesses(text):
        line = text.count("\n", 0, place) + 1
        return Fault("too-large", file, line, {"kind": kind, "limit": str(LIMITS[kind])})
    return text


def _excesses(text: str) -> Iterator[tuple[str, int]]:
    """What there is too much of, and where it begins to be."""
    place = 0
    for line in text.split("\n"):
        if len(line) > LIMITS["line"]:
            yield "line", place
        place += len(line) + 1
    for kind, sign in (("brackets", "["), ("angles", "<")):
        pieces = text.split(sign, LIMITS[kind] + 1)
        if len(pieces) > LIMITS[kind] + 1:
            yield kind, len(text) - len(pieces[-1]) - 1
