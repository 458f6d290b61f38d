"""HTML pages and Word documents read with Python alone, where the packages for it are missing.

Every word is found; only what stands around an article is recognised less well.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.parsers import expat

from helpcenter.editing.rawline import RawLine, Unreadable, clean

DEEPEST = 500
"""Elements inside each other that are told apart; deeper ones count as text of the last."""
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEADING = re.compile(r"(?:heading|标题)?\s*([1-6])", re.I)


@dataclass
class _Open:
    """An element that is not closed yet."""

    tag: str
    out: str
    """Why its text is no part of the article: `silent`, `hidden`, `boilerplate` or nothing."""
    words: list[str] = field(default_factory=list)


class _Blocks(HTMLParser):
    def __init__(self, inside: frozenset[str], unseen: frozenset[str], aside: frozenset[str]):
        super().__init__(convert_charrefs=True)
        self.inside, self.unseen, self.aside = inside, unseen, aside
        self.open = [_Open("body", "")]
        self.lines: list[RawLine] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.open[-1].words.append(" ")
            return
        if tag in self.inside:
            self._flush()
            if tag in ("li", "p", "td", "th", "tr") and self.open[-1].tag in (tag, "p"):
                self.open.pop()
        if len(self.open) < DEEPEST:
            self.open.append(_Open(tag, self.open[-1].out or self._out(tag, dict(attrs))))

    def _out(self, tag: str, attrs: dict[str, str | None]) -> str:
        style = re.sub(r"\s", "", attrs.get("style") or "").lower()
        if tag in self.unseen:
            return "silent"
        unseen = ("display:none", "visibility:hidden", "font-size:0")
        if (
            "hidden" in attrs
            or attrs.get("aria-hidden") == "true"
            or any(one in style for one in unseen)
        ):
            return "hidden"
        return "boilerplate" if tag in self.aside or attrs.get("role") in self.aside else ""

    def handle_endtag(self, tag: str) -> None:
        if not any(one.tag == tag for one in self.open[1:]):
            return
        self._flush()
        while self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.open[-1].words.append(data)

    def _flush(self) -> None:
        """Make a line of the words since the last block began or ended."""
        last = len(self.open)
        while last > 1 and self.open[last - 1].tag not in self.inside:
            last -= 1
        parts: dict[str, list[str]] = {}
        for one in self.open[max(last - 1, 0) :]:
            parts.setdefault(one.out, []).append("".join(one.words))
            one.words.clear()
        for out, words in parts.items():
            text = clean("".join(words))
            if text and out != "silent":
                self.lines.append(self._line(text, out))

    def _line(self, text: str, out: str) -> RawLine:
        tags = [one.tag for one in self.open]
        kind, level = "", 0
        heading = next((tag for tag in reversed(tags) if re.fullmatch("h[1-6]", tag)), "")
        if heading:
            kind, level = "heading", int(heading[1])
        elif "li" in tags:
            listed = next((tag for tag in reversed(tags) if tag in ("ul", "ol")), "ul")
            kind = "number" if listed == "ol" else "item"
        return RawLine(len(self.lines) + 1, text, kind, level, out)


def html_lines(
    text: str, inside: frozenset[str], unseen: frozenset[str], aside: frozenset[str]
) -> list[RawLine]:
    """The blocks of a page: `inside` are block elements, `unseen` never shown, `aside` around."""
    reader = _Blocks(inside, unseen, aside)
    reader.feed(text)
    reader.close()
    reader._flush()
    return reader.lines


class _Word:
    """The paragraphs of `word/document.xml`."""

    def __init__(self) -> None:
        self.lines: list[RawLine] = []
        self.words: list[str] = []
        self.kind, self.level, self.reading = "", 0, False

    def start(self, name: str, attrs: dict[str, str]) -> None:
        tag = name.removeprefix(f"{WORDS} ")
        if tag == "p":
            self.end(name)
        elif tag == "pStyle":
            style = attrs.get(f"{WORDS} val", "")
            if match := HEADING.fullmatch(style):
                self.kind, self.level = "heading", int(match[1])
            elif style.lower() == "title":
                self.kind, self.level = "heading", 1
        elif tag == "numPr" and not self.kind:
            self.kind = "item"
        elif tag in ("tab", "br", "cr"):
            self.words.append(" ")
        self.reading = tag == "t"

    def end(self, name: str) -> None:
        self.reading = False
        if name == f"{WORDS} p":
            if text := clean("".join(self.words)):
                self.lines.append(RawLine(len(self.lines) + 1, text, self.kind, self.level))
            self.words, self.kind, self.level = [], "", 0

    def data(self, text: str) -> None:
        if self.reading:
            self.words.append(text)


def word_lines(data: bytes) -> list[RawLine]:
    """The paragraphs of a Word document, opened before by `markup.read_word`. Raises Unreadable."""
    word = _Word()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = word.start
    parser.EndElementHandler = word.end
    parser.CharacterDataHandler = word.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parser.Parse(archive.read("word/document.xml"), True)
    except (expat.ExpatError, KeyError, OSError, RuntimeError, zipfile.BadZipFile) as error:
        raise Unreadable("word", str(error)) from error
    return word.lines


def _refuse(*names: object) -> None:
    raise Unreadable("word", "DOCTYPE")
