"""HTML pages and Word documents from elsewhere, as lines.

What comes in here was written by anybody. It is read with limits, nothing in it is run or
fetched, and what cannot be read is one sentence, not a crash. The packages of
`helpcenter[import]` are loaded only when there is such a file; without them it is read plainly.
"""

from __future__ import annotations

import importlib.util
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from helpcenter.editing.plainly import html_lines, word_lines
from helpcenter.editing.rawline import CONTROL, RawLine, Unreadable, clean

MAX_UNPACKED = 50_000_000
BLOCKS = "p li h1 h2 h3 h4 h5 h6 td th dt dd blockquote pre figcaption caption summary"
FRAMES = "div ul ol table tbody thead tr section article main aside header footer nav form body"
INSIDE = frozenset(f"{BLOCKS} {FRAMES}".split())
ASIDE = frozenset(("nav", "aside", "footer", "form", "header", "menu", "dialog"))
SILENT = "script style template noscript head title svg iframe object"
UNSEEN = frozenset(SILENT.split())


def complete() -> bool:
    """Whether the packages are there that tell an article from what is around it."""
    return all(importlib.util.find_spec(name) for name in ("lxml", "mammoth", "trafilatura"))


def read_word(data: bytes) -> list[RawLine]:
    """The blocks of a Word document. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise Unreadable("too-large")
            for entry in archive.infolist():
                start = archive.open(entry).read(4000) if entry.filename.endswith("xml") else b""
                if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                    raise Unreadable("word", "DOCTYPE")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise Unreadable("word", str(error)) from error
    try:
        import mammoth  # type: ignore[import-untyped]
    except ImportError:
        return word_lines(data)
    try:
        html: str = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(_no_image)
        ).value
    except Exception as error:  # a foreign parser on a foreign file: anything can happen
        raise Unreadable("word", f"{type(error).__name__}: {error}") from error
    return read_html(f"<html><body>{html}</body></html>", whole=False)


def _no_image(image: Any) -> dict[str, str]:
    return {"src": ""}


def read_html(text: str, *, whole: bool) -> list[RawLine]:
    """The blocks of a page; with `whole`, those around the article are known as such."""
    try:
        import lxml.html  # type: ignore[import-untyped]
        import trafilatura
    except ImportError:
        return html_lines(CONTROL.sub("", text), INSIDE, UNSEEN, ASIDE if whole else frozenset())
    text = CONTROL.sub("", text)
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=False)
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        blocks = list(_blocks(root))
        main = ""
        if whole:
            main = (
                trafilatura.extract(
                    text, favor_recall=True, include_comments=False, include_tables=True
                )
                or ""
            )
    except Exception as error:  # the same
        raise Unreadable("html", f"{type(error).__name__}: {error}") from error
    return _judged(blocks, _letters(main) if main else None)


def _judged(blocks: list[RawLine], main: str | None) -> list[RawLine]:
    """The blocks, those outside the main text marked; between two that belong to it all stay."""
    if main is None:
        return blocks
    inside = [
        place
        for place, block in enumerate(blocks)
        if not block.out and _letters(block.text) and _letters(block.text) in main
    ]
    first, last = (inside[0], inside[-1]) if inside else (0, len(blocks))
    return [
        block
        if block.out or first <= place <= last
        else RawLine(block.number, block.text, block.kind, block.level, "boilerplate")
        for place, block in enumerate(blocks)
    ]


def _blocks(root: Any) -> Iterable[RawLine]:
    """Every piece of text with its nearest block, in reading order, without recursion."""
    number = 0
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in UNSEEN or element.tag not in INSIDE:
            continue
        text = clean(" ".join(_own(element)))
        if not text or any(outer.tag in UNSEEN for outer in element.iterancestors()):
            continue
        number += 1
        family = [element, *element.iterancestors()]
        out = ""
        if any(_hidden(one) for one in family):
            out = "hidden"
        elif any(one.tag in ASIDE or one.get("role") in ASIDE for one in family):
            out = "boilerplate"
        kind, level = "", 0
        if re.fullmatch("h[1-6]", element.tag):
            kind, level = "heading", int(element.tag[1])
        elif "li" in (one.tag for one in family):
            listed = next((one.tag for one in family if one.tag in ("ul", "ol")), "ul")
            kind = "number" if listed == "ol" else "item"
        yield RawLine(number, text, kind, level, out)


def _own(element: Any) -> Iterable[str]:
    """The text of a block without that of the blocks inside it."""
    yield element.text or ""
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        if isinstance(child, str):
            yield child
            continue
        stack.append(child.tail or "")
        if isinstance(child.tag, str) and child.tag not in INSIDE and child.tag not in UNSEEN:
            stack += [*reversed(child), child.text or ""] if not _hidden(child) else []


def _hidden(element: Any) -> bool:
    style = re.sub(r"\s", "", element.get("style") or "").lower()
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or any(one in style for one in ("display:none", "visibility:hidden", "font-size:0"))
    )


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
