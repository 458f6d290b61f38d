"""What an article carries: the text and addresses the renderer made, each with its line."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Sequence
from itertools import count

from helpcenter.contacts.document import ADDRESSES, SILENT, WARNING, read_document, targets
from helpcenter.contacts.passage import Carried, Passage, Pointer
from helpcenter.contacts.written import Written
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
    reader = _Tree(raw, file)
    reader.walk(root)
    declared = _declared(marked)
    written = Written(
        "\n".join(lines),
        first + 1,
        tuple(reader.runs),
        tuple(line for _, line in declared),
        tuple((begin, end, aside) for _, begin, end, _, _, aside in reader.texts),
        tuple(run for _, run, _ in reader.aside),
    )
    title = marked.data.get("title") if isinstance(marked.data, dict) else ""
    passages, pointers = reader.finish([text for text, _ in declared], written)
    return Carried(file, str(title), passages, pointers)


def _declared(marked: Marked) -> list[tuple[str, int]]:
    """The texts of the front matter, each with the line of its key."""
    found: list[tuple[str, int]] = []

    def add(value: object, *key: str | int) -> None:
        if isinstance(value, list):
            for number, item in enumerate(value):
                add(item, *key, number)
        elif value is not None and not isinstance(value, dict):
            found.append((str(value), marked.line(*key)))

    if isinstance(marked.data, dict):
        for key in SHOWN_KEYS:
            add(marked.data.get(key), key)
    return found


class _Tree:
    """Collects runs of text; their lines are found when somebody asks for them."""

    def __init__(self, raw: Sequence[str], file: str) -> None:
        self.raw = raw
        self.file = file
        self.heading = ""
        self.runs: list[str] = []
        self.texts: list[tuple[str, int, int, str, str, bool]] = []
        """Text of each block, its first run, its end, heading, warning and whether it stands out of
        order (tabs' names)."""
        self.aside: list[tuple[str, int, str]] = []
        """Text in attributes: the words, the run it stands near, the heading."""
        self.leads: list[tuple[str, str, str, bool, int, str]] = []
        """Addresses: target, text, title, whether an image, the run near, the heading."""
        self.raws: dict[int, str] = {}
        """Raw HTML by the place it has among the runs, where an empty run keeps it free."""
        self._begin = 0
        """The first run of the block."""
        self._warning: list[str] | None = None

    def walk(self, element: etree.Element, aside: bool = False) -> None:
        """Collect `element` and what is in it, without its tail."""
        block = element.tag in PIECES
        attributes = element.items()
        kind = (element.get("class") or "") if attributes else ""
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
        if attributes:
            self._attributes(element, attributes, begin)
        if block:
            self._flush(aside)
            if element.tag in HEADINGS:
                self.heading = " ".join("".join(self.runs[begin:]).split())
        if warns:
            self._warning = None

    def _say(self, text: str) -> None:
        if "\x02" not in text:
            # Markdown has strings of its own kind, which no store takes.
            self.runs.append(str(text))
            return
        for place, piece in enumerate(STASH.split(text)):
            if place % 2 == 0:
                if said := html.unescape(unescape(piece)):
                    self.runs.append(said)
            elif (raw := self._raw(piece)).startswith("&"):
                self.runs.append(html.unescape(raw))
            else:
                self.raws[len(self.runs)] = raw
                self.runs.append("")

    def _raw(self, number: str) -> str:
        place = int(number)
        return self.raw[place] if place < len(self.raw) else ""

    def _flush(self, aside: bool) -> None:
        begin, end = self._begin, len(self.runs)
        if begin == end:
            return
        text = "".join(self.runs[begin:end])
        if text.strip() or self._raw_in(begin, end):
            warning = ""
            if self._warning is not None:
                self._warning.append(text.strip())
                warning = self._warning[0]
            self.texts.append((text, begin, end, self.heading, warning, aside))
        self._begin = end

    def _raw_in(self, begin: int, end: int) -> bool:
        return bool(self.raws) and any(run in self.raws for run in range(begin, end))

    def _plain(self, value: str) -> str:
        if "\x02" in value:
            pieces = STASH.split(value)
            pieces[1::2] = [self._raw(number) for number in pieces[1::2]]
            value = unescape("".join(pieces))
        return html.unescape(value)

    def _attributes(
        self, element: etree.Element, attributes: Iterable[tuple[str, str]], begin: int
    ) -> None:
        for name, value in attributes:
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

    def finish(
        self, declared: Sequence[str], written: Written
    ) -> tuple[tuple[Passage, ...], tuple[Pointer, ...]]:
        """All that was collected, behind what the front matter declares."""
        number = count()
        passages = [Passage(text, next(number), written=written) for text in declared]
        for text, _, _, heading, warning, _ in self.texts:
            passages.append(Passage(text, next(number), heading, warning, written))
        for text, _, heading in self.aside:
            passages.append(Passage(text, next(number), heading, written=written))
        pointers = [
            Pointer(target, text, run, image, title, heading, written)
            for target, text, title, image, run, heading in self.leads
        ]
        for said, begin, end, _, _, _ in self.texts:
            if self._raw_in(begin, end):
                found = self._raw_html(begin, end, written)
                passages += (one for one in found.passages if one.text.strip() not in said)
                pointers += found.pointers
        return tuple(passages), tuple(pointers)

    def _raw_html(self, begin: int, end: int, written: Written) -> Carried:
        """What the raw HTML in a block carries, with the Markdown between its tags."""
        block = range(begin, end)
        first = next(run for run in block if run in self.raws)
        line = written.source.line_of(html.unescape(self.raws[first]), written.places[first])
        whole = "".join(self.raws.get(run) or html.escape(self.runs[run]) for run in block)
        return read_document(whole, self.file, line)
