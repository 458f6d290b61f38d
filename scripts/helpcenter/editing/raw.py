"""A raw article from elsewhere, as lines: text, Markdown, HTML or a Word document."""

from __future__ import annotations

import re

from helpcenter.editing.markup import read_html, read_word
from helpcenter.editing.rawline import RawLine, Unreadable, clean, decoded

MAX_BYTES = 5_000_000
LONGEST = 20_000
"""Characters of a paragraph; more is a log, a picture or worse."""
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--(?:(?!-->|<!--).)*-->")


def read_raw(name: str, data: bytes) -> list[RawLine]:
    """The lines of the file `name`. Raises Unreadable."""
    lines = _lines(name, data)
    long = next((line for line in lines if len(line.text) > LONGEST), None)
    if long:
        raise Unreadable("long-line", str(long.number))
    return lines


def _lines(name: str, data: bytes) -> list[RawLine]:
    if len(data) > MAX_BYTES:
        raise Unreadable("too-large")
    ending = name.rpartition(".")[2].lower()
    if ending == "docx" or data[:4] == b"PK\x03\x04":
        return read_word(data)
    text = decoded(data)
    if ending in ("html", "htm", "xhtml") or re.match(r"\s*(<!doctype html|<html)", text, re.I):
        return read_html(text, whole=True)
    return _text(text)


def _text(text: str) -> list[RawLine]:
    lines = []
    for number, row in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        tagged = bool(TAG.search(row))
        shown = clean(TAG.sub("", row) if tagged else row)
        if tagged and not shown:
            lines.append(RawLine(number, clean(row), out="tags"))
            continue
        if not shown or re.fullmatch(r"([-*_=] ?){3,}", shown):
            continue
        if match := re.match(r"(#{1,6})\s*(.+?)\s*#*$", shown):
            lines.append(RawLine(number, match[2], "heading", len(match[1])))
        elif match := re.match(r"(?:[-*+•·●▪]|\u2013)\s*(?=\S)(.+)", shown):
            lines.append(RawLine(number, match[1], "item"))
        else:
            lines.append(RawLine(number, shown))
    return lines
