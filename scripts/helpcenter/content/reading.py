"""Reading one article: from the bytes of its file to a page, or to what is wrong with it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from helpcenter.contacts.carried import read_carried
from helpcenter.contacts.passage import Carried
from helpcenter.content.body import read_body, uneven_faults
from helpcenter.content.markdown import Renderer, depth
from helpcenter.content.marked import INVISIBLE, Problem, read_marked
from helpcenter.content.meta import read_meta
from helpcenter.content.page import Page, Text
from helpcenter.content.text import EMPTY, read_article, unseen, untidy
from helpcenter.finding import Fault
from helpcenter.store import digest

HALF_QUOTED = re.compile(r"""[\w-]+:\s+(?:"[^"]*|'[^']*)""")
MAX_DEPTH = 60
"""How many lists, quotes and boxes may stand inside each other, each being up to three elements."""


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
