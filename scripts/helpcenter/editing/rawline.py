"""One line of a raw article, and what may keep an article from being read."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from dataclasses import dataclass

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


class Unreadable(Exception):
    """Why a file cannot be read: `too-large`, `long-line`, `encoding`, `word` or `html`."""

    def __init__(self, why: str, detail: str = "") -> None:
        """`detail` is what a program said, if anything."""
        super().__init__(why)
        self.why = why
        self.detail = detail


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line or block of the article."""

    number: int
    """1-based: the line of a text file, the block of another one."""
    text: str
    """What a reader would see, on one line."""
    kind: str = ""
    """`heading`, `item`, `number` (an item that counts) or nothing."""
    level: int = 0
    """Of a heading: 1 to 6, as far as the format tells."""
    out: str = ""
    """Why this is no part of the article, if that is known: `hidden`, `boilerplate`, `tags`."""


def decoded(data: bytes) -> str:
    """The text of a file in any of the usual encodings. Raises Unreadable."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    else:
        named = re.search(rb"charset=[\"']?([\w-]{2,20})", data[:2000])
        encodings = ["utf-8-sig", named[1].decode("ascii") if named else "", "gb18030"]
    for encoding in filter(None, encodings):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return _unmarked(data)


def _unmarked(data: bytes) -> str:
    """UTF-16 of an editor that did not say so; raises Unreadable if that gives no text."""
    order = "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
    if 0 in data and len(data) % 2 == 0:
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(order)
            if not re.search(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]", text):
                return text
    raise Unreadable("encoding")


def clean(text: str) -> str:
    """`text` on one line, without what nobody sees: control and zero-width characters."""
    plain = CONTROL.sub("", unicodedata.normalize("NFC", text).replace("\t", " "))
    return " ".join(plain.split())
