"""What stands in an article beside its text: definitions of links, and allowances for rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.anatomy import Allowance, Definition
from helpcenter.content.places import DEFINITION, Places

COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
ALLOW = re.compile(r"\s*allow(-page)?\b\s*([\w-]*)\s*[:：]?\s*(.*?)\s*", re.DOTALL)


def read_definitions(places: Places) -> Iterator[Definition]:
    """Every `[label]: target`, and whether the text names it."""
    text = places.live
    if "]:" not in text:
        return
    rest = DEFINITION.sub("", text)
    named = {_plain(label) for label in re.findall(r"\[([^\[\]]+)\]", rest)}
    for match in DEFINITION.finditer(text):
        label = match[1]
        # A footnote's definition looks the same, and belongs to another extension.
        if not label.startswith("^"):
            yield Definition(
                label,
                match[2] or match[3] or "",
                places.line(match.start()),
                _plain(label) in named,
            )


def read_allowances(places: Places) -> Iterator[Allowance]:
    """Every comment that begins with `allow`, outside of code.

    On a line of its own it is about the block below, `allow-page` about the whole page; otherwise
    about its own line.
    """
    rows = places.shown.split("\n")
    for comment in COMMENT.finditer(places.whole):
        match = ALLOW.fullmatch(comment[1])
        # What was not blanked out is code, not a comment.
        if not match or places.shown.startswith("<!--", comment.start()):
            continue
        line = places.line(comment.start())
        row = places.line(comment.end() - 1) - places.first - 1
        first = last = line
        if match[1]:
            first, last = 1, places.first + len(rows)
        elif not rows[row].strip():
            while row + 1 < len(rows) and not rows[row].strip():
                row += 1
            first = places.first + row + 1
            while row + 1 < len(rows) and rows[row + 1].strip():
                row += 1
            last = places.first + row + 1
        yield Allowance(match[2], match[3], line, first, last)


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()
