"""HTML read into passages and addresses: a file of the built site, or raw HTML inside an article.

Everything that a reader sees, hears or can be led to by is kept: text, alternative texts, titles,
labels, the words of templates and of data for machines. Comments are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html.parser import HTMLParser

from helpcenter.contacts.data import Datum, json_strings, script_strings, style_strings
from helpcenter.contacts.hosts import WEB, address_of
from helpcenter.contacts.passage import Carried, Passage, Pointer
from helpcenter.content.anatomy import BLOCKS

PIECES = BLOCKS | {
    *("html", "head", "title", "body", "main", "header", "footer", "nav", "aside", "section"),
    *("article", "form", "fieldset", "figure", "figcaption", "button", "option", "select", "label"),
    *("template", "caption", "legend", "tfoot", "address", "dialog", "script", "style", "svg"),
    *("text", "desc", "textarea", "iframe", "object", "video", "audio", "noscript", "meta", "link"),
}
"""Elements whose text is read for itself; in all others it continues the text around."""
VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
    *("source", "track", "wbr"),
}
ADDRESSES = {
    *("href", "src", "srcset", "action", "formaction", "data", "poster", "cite", "background"),
    *("xlink:href", "ping", "manifest", "longdesc"),
}
SILENT = ADDRESSES | {
    *("id", "class", "lang", "hreflang", "dir", "type", "name", "rel", "for", "style", "width"),
    *("height", "viewbox", "d", "fill", "stroke", "stroke-width", "role", "datetime", "charset"),
    *("http-equiv", "property", "media", "method", "tabindex", "points", "transform", "cx", "cy"),
    *("r", "x", "y", "x1", "x2", "y1", "y2", "rx", "ry", "colspan", "rowspan", "start", "align"),
    *("xmlns", "xmlns:xlink", "xmlns:xhtml", "integrity", "sizes", "maxlength", "min", "max"),
}
"""Attributes no reader is told."""
CODE: dict[str, Callable[[str, int], Iterator[Datum]]] = {
    "json": json_strings,
    "script": script_strings,
    "style": style_strings,
}
READ_AS_LINKS = (*WEB, "tel", "mailto")
"""Schemes of data that are judged as links alone: as text they would be told twice."""
UNSAID_META = ("viewport", "theme-color", "color-scheme", "generator")
PLAIN_WORD = re.compile("[A-Za-z]+")
"""Values such as `submit` and `true` say nothing."""
WARNING = re.compile(r"\badmonition\b.*\b(warning|danger)\b|\b(warning|danger)\b.*\badmonition\b")


def read_document(html: str, file: str, first: int = 1, *, separate: bool = False) -> Carried:
    """Everything `html` carries; its first line is line `first` of `file`.

    With `separate`, as in a feed, the text of every element is read for itself.
    """
    reader = _Reader(first, separate)
    reader.feed(html)
    reader.close()
    reader.finish()
    return Carried(file, reader.title, tuple(reader.passages), tuple(reader.pointers))


def read_data(data: Iterable[Datum], file: str) -> Carried:
    """Everything the strings of a file for machines carry; HTML in them is read as HTML."""
    passages: list[Passage] = []
    pointers: list[Pointer] = []
    for one in data:
        target = one.target
        if target:
            pointers.append(Pointer(target, "", one.line))
        if re.search(r"<[A-Za-z!/]", one.text):
            # One line of the file, however many the text has when it is unpacked.
            inner = read_document(one.text.replace("\n", " "), file, one.line)
            passages += inner.passages
            pointers += inner.pointers
        elif one.text.strip() and (not target or address_of(target).scheme not in READ_AS_LINKS):
            passages.append(Passage(one.text, ((0, one.line),)))
    return Carried(file, "", tuple(passages), tuple(pointers))


def targets(attribute: str, value: str) -> Sequence[str]:
    """The addresses in an attribute: one, or those of a `srcset`."""
    if attribute == "srcset":
        return [part.split()[0] for part in value.split(",") if part.split()]
    if attribute == "ping":
        return value.split()
    return [value]


class _Reader(HTMLParser):
    def __init__(self, first: int, separate: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.first = first
        self.separate = separate
        self.title = ""
        self.heading = ""
        self.passages: list[Passage] = []
        self.pointers: list[Pointer] = []
        self._pieces: list[str] = []
        self._marks: list[tuple[int, int]] = []
        self._open: list[str] = []
        self._code: str = ""
        """What the script or style sheet that is being read is written in."""
        self._link: tuple[str, int, str, int] | None = None
        self._warning = ""
        self._warning_depth = 0
        """How many elements are open around the warning, itself included; 0 outside of any."""

    @property
    def _line(self) -> int:
        return self.getpos()[0] + self.first - 1

    def finish(self) -> None:
        """End what is still open."""
        self._end_link()
        self.flush()

    def flush(self) -> None:
        """End the passage that is being read."""
        text = "".join(self._pieces)
        if self._code:
            if text.strip():
                self._data(CODE[self._code](text, self._marks[0][1]))
            self._code = ""
        elif text.strip():
            warning = self._warning if self._warning_depth else ""
            if self._warning_depth and not warning:
                self._warning = warning = text.strip()
            self.passages.append(Passage(text, tuple(self._marks), self.heading, warning))
            if self._open and re.fullmatch("h[1-6]", self._open[-1]):
                self.heading = " ".join(text.split())
            if self._open and self._open[-1] == "title" and not self.title:
                self.title = " ".join(text.split())
        self._pieces, self._marks = [], []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in PIECES or self.separate:
            self.flush()
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append(tag)
            if not self._warning_depth and WARNING.search(given.get("class", "")):
                self._warning, self._warning_depth = "", len(self._open)
        if tag == "br":
            self.handle_data("\n")
        if tag in ("script", "style"):
            self._code = "json" if "json" in given.get("type", "") else tag
        if tag in ("a", "area") and "href" in given:
            self._end_link()
            length = sum(map(len, self._pieces))
            self._link = (given["href"], self._line, given.get("title", ""), length)
        self._attributes(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def _data(self, data: Iterable[Datum]) -> None:
        found = read_data(data, "")
        self.passages += found.passages
        self.pointers += found.pointers

    def _attributes(self, tag: str, given: dict[str, str]) -> None:
        raw = self.get_starttag_text() or ""
        for name, value in given.items():
            line = self._line + raw[: max(raw.find(value), 0)].count("\n")
            if name in ADDRESSES and not (tag in ("a", "area") and name == "href"):
                if name == "data" and tag != "object":
                    continue
                text = given.get("alt", "")
                for target in targets(name, value):
                    self.pointers.append(
                        Pointer(
                            target,
                            text,
                            line,
                            tag == "img",
                            given.get("title", ""),
                            self.heading,
                        )
                    )
            elif tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
                if found := re.search(r"url\s*=\s*[\"']?([^\"']+)", value, re.IGNORECASE):
                    self.pointers.append(Pointer(found[1], "", line))
            elif tag == "meta" and ("http-equiv" in given or given.get("name") in UNSAID_META):
                continue
            elif name == "style":
                self._data(style_strings(value, line))
            elif name not in SILENT and value.strip() and not PLAIN_WORD.fullmatch(value):
                self.passages.append(Passage(value, ((0, line),), self.heading))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("a", "area"):
            self._end_link()
        if tag in PIECES or self.separate:
            self.flush()
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if len(self._open) < self._warning_depth:
            self._warning_depth = 0

    def _end_link(self) -> None:
        if self._link:
            target, line, title, length = self._link
            text = " ".join("".join(self._pieces)[length:].split())
            self.pointers.append(Pointer(target, text, line, False, title, self.heading))
            self._link = None

    def handle_data(self, data: str) -> None:
        offset = sum(map(len, self._pieces))
        line = self._line
        if not self._marks or self._marks[-1][1] != line:
            self._marks.append((offset, line))
        for found in re.finditer("\n", data):
            line += 1
            self._marks.append((offset + found.end(), line))
        self._pieces.append(data)
