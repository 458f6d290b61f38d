"""The text of an article as the renderer sees it: its sections, steps, links and blocks."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpcenter.content.anatomy import (
    BLOCKS,
    CODE,
    STEPS,
    Allowance,
    Block,
    Definition,
    Heading,
    Link,
    Section,
    Step,
)
from helpcenter.content.asides import read_allowances, read_definitions
from helpcenter.content.attributes import foreign
from helpcenter.content.boxes import BrokenBox, broken_boxes
from helpcenter.content.markdown import Renderer, unescape, words
from helpcenter.content.places import Places
from helpcenter.content.tables import UnevenRow
from helpcenter.finding import Fault

UNREAD = ("code", "pre", "img")
"""Elements that are no prose."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Body:
    """All that was read."""

    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    steps: tuple[Step, ...]
    links: tuple[Link, ...]
    blocks: tuple[Block, ...]
    ids: tuple[tuple[str, int], ...]
    html: tuple[tuple[str, int], ...]
    """HTML an editor wrote, and the line of each piece."""
    attributes: tuple[tuple[str, str, int], ...]
    """Name, value and line of each attribute and class an editor may not set."""
    definitions: tuple[Definition, ...]
    allowances: tuple[Allowance, ...]
    uneven: tuple[tuple[UnevenRow, int], ...]
    """Rows that do not fit their table, and the line of each."""
    boxes: tuple[BrokenBox, ...]


def read_body(root: etree.Element, renderer: Renderer, lines: Sequence[str], first: int) -> Body:
    """Read the tree `root` that `renderer` has just made of `lines[first:]`.

    Its links become placeholders, for `fill_links` to fill.
    """
    code = [_code(one) for one in root.iter("pre")]
    reader = _Reader(renderer, Places(lines, first, fences=renderer.fences, code=code))
    return reader.read(root)


def uneven_faults(body: Body, file: str) -> Iterator[Fault]:
    """The rows of tables that do not fit."""
    for row, line in body.uneven:
        detail = {"row": row.text, "cells": str(row.cells), "columns": str(row.columns)}
        yield Fault("uneven-table", file, line, detail)


def _code(element: etree.Element) -> str:
    """The lines of a code block."""
    return html.unescape(unescape("".join(element.itertext())))


class _Reader:
    """Reads the tree of one article from top to bottom."""

    def __init__(self, renderer: Renderer, places: Places) -> None:
        self.renderer = renderer
        self.places = places
        self.headings: dict[etree.Element, Heading] = {}
        self.blocks: list[Block] = []
        self.starts: dict[etree.Element, int] = {}
        """Line of each list item's first words."""
        self.steps: list[Step] = []

    def read(self, root: etree.Element) -> Body:
        """Everything of the page."""
        elements = list(root.iter())[1:]
        tags = [(piece, self.places.html(piece)) for piece in self.renderer.tags()]
        attributes = tuple(foreign(elements, self.places))
        self._blocks(root, "")
        pointing = [element for element in elements if _points(element)]
        links = tuple(self._link(element, place) for place, element in enumerate(pointing))
        ids = tuple(
            (element.attrib["id"] or "", self.places.id(element.attrib["id"] or ""))
            for element in elements
            if "id" in element.attrib and element.tag != "input"
        )
        return Body(
            sections=tuple(self._sections(root)),
            headings=tuple(self.headings.values()),
            steps=tuple(self.steps),
            links=links,
            blocks=tuple(self.blocks),
            ids=ids,
            html=tuple(tags),
            attributes=attributes,
            definitions=tuple(read_definitions(self.places)),
            allowances=tuple(read_allowances(self.places)),
            uneven=tuple((one, self.places.row(one.text)) for one in self.renderer.uneven_rows()),
            boxes=tuple(self._boxes()),
        )

    def _boxes(self) -> Iterator[BrokenBox]:
        rows = [""] * self.places.first + self.places.whole.split("\n")
        return broken_boxes(self.renderer.boxes(), self.blocks, rows, self.places.row)

    def _blocks(self, element: etree.Element, around: str) -> None:
        for child in element:
            if child.tag in HEADINGS:
                level, text = int(child.tag[1]), words(child)
                line = self.places.heading(level, text)
                self.headings[child] = Heading(level, child.get("id", ""), text, line)
            elif "tabbed-labels" not in child.get("class", ""):
                self._block(child, child.tag if child.tag in ("ol", "ul") else around)

    def _block(self, element: etree.Element, around: str) -> None:
        if element.tag not in BLOCKS and not len(element):
            return
        text, images, prosaic = _own_words(element)
        if text.strip() or images:
            line = self.places.block(text.strip() or images)
            kept = prose = _kept(text)
            if not prosaic and element.tag != "pre":
                prose = _kept(_prose(element))
            under = len(self.headings)
            self.blocks.append(Block(element.tag, around, kept, line, under, prose))
        known = len(self.blocks)
        self._blocks(element, around)
        if element.tag == "li":
            own = [*self.blocks[known - 1 if text.strip() or images else known :], None][0]
            self.starts[element] = own.line if own else self.places.block("")

    def _link(self, element: etree.Element, place: int) -> Link:
        """The link itself; in the tree it becomes a placeholder."""
        image = element.tag == "img"
        name = "src" if image else "href"
        written = unescape(element.attrib[name] or "")
        # An address for mail is written in entities, to hide it from collectors.
        written = html.unescape(written) if "\x02amp" in element.attrib[name] else written
        line = self.places.link(written)
        pictures = " ".join(one.get("alt", "") for one in element.iter("img"))
        text = unescape(pictures) if image else words(element) or unescape(pictures)
        element.set(name, f"\x1ahc:{place}")
        return Link(html.unescape(written), html.unescape(text), line, image)

    def _sections(self, root: etree.Element) -> Iterator[Section]:
        start = Heading(2, "", "", self.places.first + 1)
        groups: list[tuple[Heading, list[etree.Element]]] = [(start, [])]
        for element in root:
            if element.tag == "h2":
                groups.append((self.headings[element], []))
            else:
                groups[-1][1].append(element)
        for heading, elements in groups:
            if heading.id == STEPS:
                for element in elements:
                    self._find_steps(element)
            yield Section(
                id=heading.id,
                title=heading.text,
                text=" ".join(filter(None, map(words, elements))),
                html="\n".join(self.renderer.html(element) for element in elements),
                line=heading.line,
            )

    def _find_steps(self, element: etree.Element) -> None:
        """Collect the steps of a list, or of every tab of a set, and mark them for the reader."""
        if element.tag == "ol":
            self._list(element, "")
        elif "tabbed-set" in element.get("class", ""):
            labels = [words(label) for label in element.iter("label")]
            blocks = [one for one in element.iter("div") if one.get("class") == "tabbed-block"]
            for place, block in enumerate(blocks):
                label = labels[place] if place < len(labels) else ""
                for child in block:
                    if child.tag == "ol":
                        self._list(child, label)

    def _list(self, ol: etree.Element, platform: str) -> None:
        ol.set("class", "steps")
        start = ol.get("start") or "1"
        first = int(start) if re.fullmatch("[0-9]{1,6}", start) else 1
        for number, item in enumerate(ol.findall("li"), first):
            text = self.renderer.html(item)
            inner = text[text.index(">") + 1 : text.rindex("</li>")].strip()
            id = item.get("id") or ""
            self.steps.append(Step(id, number, words(item), inner, self.starts[item], platform))


def _own_words(element: etree.Element) -> tuple[str, str, bool]:
    """The text of a block without the blocks inside it, what its pictures say, and whether it is
    prose: all words as they are, no code and no pictures."""
    images: list[str] = []
    pieces = [element.text or ""]
    prosaic = True
    for child in element:
        if child.tag not in BLOCKS and child.tag not in ("label", "input"):
            for one in child.iter():
                prosaic = prosaic and one.tag not in UNREAD
                if one.tag == "img":
                    images.append(one.get("alt") or "?")
            pieces += child.itertext()
        pieces.append(child.tail or "")
    text = "".join(pieces)
    prosaic = prosaic and "&" not in text and "\x02" not in text
    return html.unescape(unescape(text)), " ".join(images), prosaic


def _prose(element: etree.Element) -> str:
    """The own words of a block, with a sign in place of code and pictures."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag in UNREAD:
            pieces.append(CODE)
        elif child.tag not in BLOCKS and child.tag not in ("label", "input"):
            pieces.append(_prose(child))
        pieces.append(child.tail or "")
    return html.unescape(unescape("".join(pieces)))


def _kept(text: str) -> str:
    """The text without needless spaces; line ends stay."""
    if "\n" not in text:
        return " ".join(text.split())
    return "\n".join(" ".join(row.split()) for row in text.strip().split("\n"))


def _points(element: etree.Element) -> bool:
    return (element.tag == "a" and "href" in element.attrib) or (
        element.tag == "img" and "src" in element.attrib
    )
