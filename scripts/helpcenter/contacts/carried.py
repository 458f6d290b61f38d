"""What an article carries: the text and addresses the renderer made, each with its line."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from helpcenter.contacts.document import ADDRESSES, SILENT, WARNING, read_document, targets
from helpcenter.contacts.passage import Carried, Passage, Pointer, Source
from helpcenter.content.anatomy import BLOCKS
from helpcenter.content.markdown import unescape
from helpcenter.content.marked import Marked

SHOWN_KEYS = ("title", "short", "description", "keywords")
"""Front matter that readers see, or find pages by."""
PIECES = BLOCKS | {"label"}
"""Elements whose text is read for itself."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
STASH = re.compile("\x02wzxhzdk:(\\d+)\x03")
"""Where Python-Markdown keeps raw HTML and entities out of its own way."""


def read_carried(
    root: etree.Element,
    raw: Sequence[str],
    lines: Sequence[str],
    first: int,
    file: str,
    marked: Marked,
) -> Carried:
    """Everything an article carries.

    `root` and `raw` are what the renderer made of `lines[first:]`; `marked` is the front matter.
    """
    source = Source([_unescaped(line) for line in lines])
    meta = _meta(marked, source)
    reader = _Tree(raw, source, first + 1, file)
    reader.walk(root)
    title = marked.data.get("title") if isinstance(marked.data, dict) else ""
    passages, pointers = reader.finish()
    return Carried(file, str(title), (*meta, *passages), pointers)


def _unescaped(line: str) -> str:
    # `&#10;` is the end of a line, and must not become one.
    return html.unescape(line).replace("\n", " ") if "&" in line else line


def _meta(marked: Marked, source: Source) -> list[Passage]:
    passages: list[Passage] = []

    def add(value: object, *key: str | int) -> None:
        if isinstance(value, list):
            for number, item in enumerate(value):
                add(item, *key, number)
        elif value is not None and not isinstance(value, dict):
            text = str(value)
            line = marked.line(*key)
            place = source.find(text, source.start(line))
            if place is not None and source.line(place) >= line:
                passages.append(Passage(text, source.marks([(0, text, place)])))
            else:
                passages.append(Passage(text, ((0, line),)))

    if isinstance(marked.data, dict):
        for key in SHOWN_KEYS:
            add(marked.data.get(key), key)
    return passages


class _Tree:
    """Collects runs of text first; their lines are found when all are known."""

    def __init__(self, raw: Sequence[str], source: Source, first: int, file: str) -> None:
        self.raw = raw
        self.source = source
        self.first = first
        self.file = file
        self.heading = ""
        self.runs: list[str] = []
        self.texts: list[tuple[list[int], str, str, bool]] = []
        """Runs, heading, warning and whether they stand out of order (tabs' names)."""
        self.aside: list[tuple[str, int, str]] = []
        """Text in attributes: the words, the run it stands near, the heading."""
        self.leads: list[tuple[str, str, str, bool, int, str]] = []
        """Addresses: target, text, title, whether an image, the run near, the heading."""
        self.raws: dict[int, str] = {}
        """Raw HTML by the place it has among the runs, where an empty run keeps it free."""
        self._block: list[int] = []
        self._warning: list[str] | None = None

    def walk(self, element: etree.Element, aside: bool = False) -> None:
        """Collect `element` and what is in it, without its tail."""
        block = element.tag in PIECES
        kind = element.get("class") or ""
        aside = aside or "tabbed-labels" in kind
        if block:
            self._flush(aside)
        warns = bool(kind) and self._warning is None and bool(WARNING.search(kind))
        if warns:
            self._warning = []
        if element.tag == "br":
            self._say("\n")
        begin = len(self.runs)
        if element.text:
            self._say(element.text)
        for child in element:
            self.walk(child, aside)
            if child.tail:
                self._say(child.tail)
        self._attributes(element, begin)
        if block:
            self._flush(aside)
            if element.tag in HEADINGS:
                self.heading = " ".join("".join(self.runs[begin:]).split())
        if warns:
            self._warning = None

    def _say(self, text: str) -> None:
        if "\x02" not in text:
            self._add(text)
            return
        for place, piece in enumerate(STASH.split(text)):
            if place % 2 == 0:
                self._add(html.unescape(unescape(piece)))
            elif (raw := self._raw(piece)).startswith("&"):
                self._add(html.unescape(raw))
            else:
                self.raws[len(self.runs)] = raw
                self._block.append(len(self.runs))
                self.runs.append("")

    def _raw(self, number: str) -> str:
        place = int(number)
        return self.raw[place] if place < len(self.raw) else ""

    def _add(self, text: str) -> None:
        if text:
            self._block.append(len(self.runs))
            self.runs.append(text)

    def _flush(self, aside: bool) -> None:
        text = "".join(self.runs[place] for place in self._block)
        if text.strip() or any(place in self.raws for place in self._block):
            warning = ""
            if self._warning is not None:
                self._warning.append(text.strip())
                warning = self._warning[0]
            self.texts.append((self._block, self.heading, warning, aside))
        self._block = []

    def _plain(self, value: str) -> str:
        if "\x02" in value:
            pieces = STASH.split(value)
            pieces[1::2] = [self._raw(number) for number in pieces[1::2]]
            value = unescape("".join(pieces))
        return html.unescape(value)

    def _attributes(self, element: etree.Element, begin: int) -> None:
        for name, value in element.items():
            if name in ADDRESSES:
                text, title = self._told(element, begin), self._plain(element.get("title", ""))
                image = element.tag == "img"
                for target in targets(name, self._plain(value)):
                    self.leads.append((target, text, title, image, begin, self.heading))
            elif name not in SILENT and element.tag not in ("input", "label"):
                self.aside.append((self._plain(value), begin, self.heading))

    def _told(self, element: etree.Element, begin: int) -> str:
        """What a reader is told of where `element` leads."""
        text = " ".join("".join(self.runs[begin:]).split()) if element.tag == "a" else ""
        if text or element.tag not in ("a", "img"):
            return text
        return " ".join(self._plain(one.get("alt", "")) for one in element.iter("img"))

    def finish(self) -> tuple[tuple[Passage, ...], tuple[Pointer, ...]]:
        """Find the lines of all that was collected."""
        ordered = [place for block, _, _, aside in self.texts if not aside for place in block]
        start = self.source.start(self.first)
        where = dict(
            zip(
                ordered,
                self.source.align([self.runs[place] for place in ordered], start),
                strict=True,
            )
        )
        for block, _, _, aside in self.texts:
            if aside:
                for place in block:
                    where[place] = self.source.find(self.runs[place], start) or start
        passages: list[Passage] = []
        for block, heading, warning, _ in self.texts:
            offset = 0
            runs: list[tuple[int, str, int]] = []
            for place in block:
                runs.append((offset, self.runs[place], where[place]))
                offset += len(self.runs[place])
            text = "".join(self.runs[place] for place in block)
            passages.append(Passage(text, self.source.marks(runs), heading, warning))

        def near(run: int) -> int:
            return next((where[one] for one in range(run, -1, -1) if one in where), start)

        for text, run, heading in self.aside:
            line = self.source.line_of(text, near(run))
            passages.append(Passage(text, ((0, line),), heading))
        pointers: list[Pointer] = []
        for target, text, title, image, run, heading in self.leads:
            line = self.source.line_of(target, near(run))
            pointers.append(Pointer(target, text, line, image, title, heading))
        for block, _, _, _ in self.texts if self.raws else ():
            if any(place in self.raws for place in block):
                said = "".join(self.runs[place] for place in block)
                found = self._raw_html(block, where)
                passages += (one for one in found.passages if one.text.strip() not in said)
                pointers += found.pointers
        return tuple(passages), tuple(pointers)

    def _raw_html(self, block: Sequence[int], where: dict[int, int]) -> Carried:
        """What the raw HTML in a block carries, with the Markdown between its tags."""
        first = next(place for place in block if place in self.raws)
        line = self.source.line_of(html.unescape(self.raws[first]), where[first])
        whole = "".join(self.raws.get(one) or html.escape(self.runs[one]) for one in block)
        return read_document(whole, self.file, line)
