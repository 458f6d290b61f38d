"""One page of somebody else's project: any text, with or without front matter, any extension."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpcenter.contacts.passage import Carried
from helpcenter.content.anatomy import Allowance, Definition, Link
from helpcenter.content.body import Body, read_body, uneven_faults
from helpcenter.content.markdown import Renderer, depth
from helpcenter.content.marked import Marked, Problem, read_marked
from helpcenter.content.meta import Meta
from helpcenter.content.page import Page, Text
from helpcenter.content.places import WRITTEN, Places
from helpcenter.content.reading import MAX_DEPTH
from helpcenter.finding import Fault
from helpcenter.foreign.raw import RawHtml, anchors, media, put_back
from helpcenter.foreign.snippets import Expanded, Origin, Snippets

MAX_BYTES = 4_000_000
FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
META = re.compile(r" {0,3}[A-Za-z0-9_-]+:.*")
MORE = re.compile(r"(?: {4}|\t).*\S.*")
PROGRAM = re.compile(r"\{\{|\{%|\{!|\{\*|^[ \t]*:::|<!-- [\w-]+:|^[ \t]*\.\. ", re.MULTILINE)
"""Signs of pages that a program fills in before, or after, they are read."""
CONTROL = re.compile("[\x00\x02\x03\x1a]")
OPEN = 1_000
"""How many brackets of a kind may stay open: what Markdown takes minutes over."""
NOTHING = Meta("", "", "", "", "", dt.date.min)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one file."""

    closed: Page | None
    """The page without its text."""
    faults: tuple[Fault, ...]
    more_ids: frozenset[str] = frozenset()
    unsure: bool = False
    origins: tuple[Origin, ...] = ()
    """Empty if every line is the file's own."""
    text: Text | None = None

    @property
    def page(self) -> Page | None:
        """The page with its text."""
        text = self.text
        return replace(self.closed, open=lambda: text) if self.closed and text else None


def read_foreign_page(
    data: bytes,
    names: tuple[str, str, str],
    renderer: Renderer,
    snippets: Snippets | None,
) -> Reading:
    """Read one file; `names` are its language, its path without ending, and its file."""
    locale, path, file = names
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = Fault("not-utf-8", file, line, {"byte": f"0x{data[error.start]:02x}"})
        return Reading(None, (fault,))
    text = CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    faults: list[Fault] = []
    first = _front_matter(text, file, faults)
    lines = text.split("\n")
    whole = Expanded(lines[first:])
    if snippets is not None and ("8<" in text or snippets.appended):
        whole = snippets.expand(lines[first:], file, first + 1)
        faults += (
            Fault("missing-include", file, first + 1 + place, {"name": name})
            for name, place in whole.missing
        )
        lines = lines[:first] + whole.lines
    # The front matter is no text; for those who count lines it is empty ones.
    lines[:first] = [""] * first
    joined = "\n".join(whole.lines)
    for kind, opening, closing in (("brackets", "[", "]"), ("angles", "<", ">")):
        if joined.count(opening) - joined.count(closing) > OPEN:
            detail = {"kind": kind, "limit": str(OPEN)}
            return Reading(None, (*faults, Fault("too-large", file, first + 1, detail)))
    try:
        root = renderer.read(joined)
        if depth(root) > 3 * MAX_DEPTH:
            raise RecursionError
        raw = renderer.raw_html()
        put_back(root, raw)
        places_only = anchors(root)
        ids = {one.get("id") or "" for one in root.iter()} | {
            one.get("name") or "" for one in root.iter("a")
        }
        loading = tuple(media(root))
        body = read_body(root, renderer, lines, first)
    except RecursionError:
        detail = {"kind": "nesting", "limit": ""}
        return Reading(None, (*faults, Fault("too-large", file, first + 1, detail)))
    except Exception as error:  # Whatever a package of somebody else raises.
        detail = {"why": f"{type(error).__name__}: {error}"}
        return Reading(None, (*faults, Fault("unreadable-file", file, first + 1, detail)))
    faults += uneven_faults(body, file)
    html = RawHtml(raw)
    links: tuple[Link, ...] = ()
    if html.tags or loading:
        places = Places(lines, first, fences=renderer.fences, code=())
        placed = [(places.html(tag), found) for tag, found in html.tags]
        links = tuple(one._replace(line=line + one.line) for line, found in placed for one in found)
        links += tuple(one._replace(line=places.html(one.target)) for one in loading)
    origins: tuple[Origin, ...] = ()
    if whole.origins:
        origins = (*((file, n) for n in range(1, first + 1)), *whole.origins)
    # Links are numbered in the tree by now.
    unfollowed = {int((one.get("href") or "").rpartition(":")[2]) for one in places_only}
    said = Text(
        sections=(),
        headings=body.headings,
        steps=(),
        links=(*(one for n, one in enumerate(body.links) if n not in unfollowed), *links),
        ids=_explicit(body, lines),
        carried=Carried(file, "", (), ()),
        blocks=body.blocks,
        marked=Marked({}, {(): 1}),
        definitions=_own(body.definitions, file, origins),
    )
    page = Page(
        locale=locale,
        path=path,
        file=file,
        meta=NOTHING,
        body_line=first + 1,
        digest=hashlib.sha256(data).hexdigest(),
        allowances=_placed(body.allowances, file, origins),
        hidden=False,
        declared=b"",
        open=Closed(),
    )
    unsure = whole.remote or bool(whole.missing) or bool(PROGRAM.search(joined))
    ids |= html.ids
    return Reading(page, tuple(faults), frozenset(ids), unsure, origins, said)


class Closed:
    """The text of a page that was taken out of it."""

    def __call__(self) -> Text:
        raise ValueError("a page without its text")


def _front_matter(text: str, file: str, faults: list[Fault]) -> int:
    """How many lines stand above the text, as MkDocs sees it."""
    if match := FRONT.match(text):
        marked = read_marked("\n" + match[1])
        if isinstance(marked, Problem) and marked.kind == "syntax":
            written = text.split("\n")[marked.line - 1]
            detail = {"kind": "syntax", "detail": marked.detail, "text": written}
            faults.append(Fault("broken-front-matter", file, marked.line, detail))
        return match[0].count("\n")
    rows = text.split("\n")
    for row, line in enumerate(rows):
        if not META.fullmatch(line) and not (row and MORE.fullmatch(line)):
            return row
    return 0


def _explicit(body: Body, lines: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """The ids that an editor wrote; others are made so that no two are the same."""
    written = set(WRITTEN.findall("\n".join(lines)))
    return tuple((id, line) for id, line in body.ids if id in written)


def _own(
    definitions: Sequence[Definition], file: str, origins: Sequence[Origin]
) -> tuple[Definition, ...]:
    """Without those of other files, which other pages take in as well."""
    return tuple(one for one in definitions if not origins or origins[one.line - 1][0] == file)


def _placed(
    allowances: Sequence[Allowance], file: str, origins: Sequence[Origin]
) -> tuple[Allowance, ...]:
    """At the lines of the file itself."""
    if not origins:
        return tuple(allowances)

    def line(number: int) -> int:
        return origins[min(number, len(origins)) - 1][1]

    return tuple(
        one._replace(line=line(one.line), first=line(one.first), last=line(one.last))
        for one in allowances
        if origins[one.line - 1][0] == file
    )
