"""A page as its editor wrote it: what it declares, its sections, steps and links, with lines.

Read once; rules, search, templates, status and exports all ask `Page` and parse nothing again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

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
from helpcenter.content.body import read_body, uneven_faults
from helpcenter.content.markdown import Renderer, depth
from helpcenter.content.marked import INVISIBLE, Marked, Problem, read_marked
from helpcenter.content.meta import Meta, read_meta
from helpcenter.content.text import EMPTY, read_article, unseen, untidy
from helpcenter.finding import Fault
from helpcenter.store import digest

__all__ = [
    "STEPS",
    "Block",
    "Heading",
    "Link",
    "Page",
    "Section",
    "Step",
    "Text",
    "fill_links",
    "read_page",
]

PLACEHOLDER = re.compile('"\x1ahc:(\\d+)"')
"""What no editor can write: articles with control characters are refused."""
HALF_QUOTED = re.compile(r"""[\w-]+:\s+(?:"[^"]*|'[^']*)""")
MAX_DEPTH = 60
"""How many lists, quotes and boxes may stand inside each other, each being up to three elements."""


@dataclass(frozen=True, eq=False)
class Text:
    """What an article says below its front matter, and the front matter as written."""

    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    steps: tuple[Step, ...]
    links: tuple[Link, ...]
    ids: tuple[tuple[str, int], ...]
    carried: Carried
    blocks: tuple[Block, ...]
    marked: Marked
    definitions: tuple[Definition, ...]


@dataclass(frozen=True)
class Page:
    """One article in one language.

    Its text is opened when somebody asks for it: most pages are only pointed to.
    """

    locale: str
    path: str
    """Same in every language, without ending: `payments/payment-failed`, `payments/index`."""
    file: str
    """Relative to the project's root, with `/`."""
    meta: Meta
    body_line: int
    """Line of the file where the body's text begins."""
    digest: str
    """SHA-256 of the file, hexadecimal."""
    allowances: tuple[Allowance, ...]
    hidden: bool
    """Whether the file may say what no reader of the page sees: comments, unused definitions."""
    declared: bytes
    """Stands for `meta`: another whenever that is another."""
    open: Callable[[], Text] = field(repr=False, compare=False)
    """Gives the text; always the same."""

    @property
    def topic(self) -> str:
        """The folder: `payments`; empty for the home page."""
        return self.path.rpartition("/")[0]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The text in pieces, in order."""
        return self.open().sections

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading inside the article."""
        return self.open().headings

    @property
    def steps(self) -> tuple[Step, ...]:
        """What to do, in order; of all tabs."""
        return self.open().steps

    @property
    def links(self) -> tuple[Link, ...]:
        """Links and images, in order."""
        return self.open().links

    @property
    def ids(self) -> tuple[tuple[str, int], ...]:
        """Every id of the page with its line, repeated ones too."""
        return self.open().ids

    @property
    def carried(self) -> Carried:
        """Every text and address of the page, where a contact could hide."""
        return self.open().carried

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs, list items and cells, in order."""
        return self.open().blocks

    @property
    def marked(self) -> Marked:
        """The front matter as written, for the line of a key: `page.marked.line("related", 0)`."""
        return self.open().marked

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """Addresses that links of the text name."""
        return self.open().definitions

    @property
    def answer(self) -> str:
        """The words before the first heading."""
        return self.section("").text

    def section(self, id: str) -> Section:
        """The section `id`, or an empty one."""
        found = next((one for one in self.sections if one.id == id), None)
        return found or Section(id, "", "", "", self.body_line)


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
    decoded = read_article(data, file)
    if isinstance(decoded, Fault):
        return None, [decoded]
    lines = decoded.split("\n")
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
        # A quotation mark that is not closed swallows lines, and is noticed at the next one.
        halves = (n for n in range(1, min(marked.line, end)) if HALF_QUOTED.fullmatch(lines[n]))
        half = next(halves, None) if marked.kind == "syntax" else None
        line = marked.line if half is None else half + 1
        why = marked.detail if half is None else "end of stream"
        written = lines[min(line, end) - 1]
        detail = {"kind": marked.kind, "detail": why, "text": written}
        return None, [Fault("broken-front-matter", file, line, detail)]
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
    faults += _unseen(decoded, carried)
    faults += (Fault("raw-html", file, line, {"html": piece[:60]}) for piece, line in body.html)
    for name, value, line in body.attributes:
        faults.append(Fault("unsafe-attribute", file, line, {"name": name, "value": value[:60]}))
    faults += uneven_faults(body, file)
    faults += (Fault("broken-box", file, one.line, one.detail) for one in body.boxes)
    text = Text(
        sections=body.sections,
        headings=body.headings,
        steps=body.steps,
        links=body.links,
        ids=body.ids,
        carried=carried,
        blocks=body.blocks,
        marked=marked,
        definitions=body.definitions,
    )
    page = Page(
        locale=locale,
        path=path,
        file=file,
        meta=meta,
        body_line=start,
        digest=hashlib.sha256(data).hexdigest(),
        allowances=body.allowances,
        hidden=b"<!--" in data or b"]:" in data,
        declared=digest(repr(meta)),
        open=lambda: text,
    )
    return page, [*faults, *untidy(data, file)]


def _unseen(text: str, carried: Carried) -> Iterator[Fault]:
    """Characters without width, and those that an entity brings in: `&#x202e;`."""
    for match in EMPTY.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield unseen(carried.file, line, match[0], text.split("\n")[line - 1])
    for passage in carried.passages:
        if found := INVISIBLE.search(passage.text):
            yield unseen(carried.file, passage.line(found.start()), found[0])
    for pointer in carried.pointers:
        if found := INVISIBLE.search(pointer.target + pointer.text + pointer.title):
            yield unseen(carried.file, pointer.line, found[0])
