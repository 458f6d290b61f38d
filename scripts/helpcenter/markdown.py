"""Markdown as this site writes it: the extensions of `mkdocs.yml`, and steps with ids.

The one renderer of the package. MkDocs shows what it returns, so a check and a reader never see
two different pages.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

STEP_ID = re.compile(r"[ \t]*\{:?[ ]*#([^\s{}#]+)[ ]*\}[ \t]*$")
"""`{#freeze}` at the end of a step's first line."""

BLOCKS = {
    *("p", "div", "ul", "ol", "li", "blockquote", "pre", "table", "thead", "tbody", "tr", "td"),
    *("th", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "dl", "dt", "dd", "details", "summary"),
}


class Renderer:
    """Turns the body of an article into a tree of elements, and elements into HTML.

    Keeps one parser and resets it between pages: building a parser costs about as much as
    reading a short page.
    """

    def __init__(self, extensions: tuple[tuple[str, Mapping[str, Any]], ...]) -> None:
        self._tree = _KeepTree()
        self._markdown = Markdown(
            extensions=[*(name for name, _ in extensions), _Article(self._tree)],
            extension_configs={name: dict(options) for name, options in extensions},
        )

    def read(self, body: str) -> etree.Element:
        """The finished element tree of `body`; its root is a `div`."""
        self._markdown.reset()
        self._markdown.convert(body)
        assert self._tree.root is not None
        return self._tree.root

    def raw_html(self) -> list[str]:
        """The pieces of raw HTML in the page read last, comments included."""
        return [
            block if isinstance(block, str) else etree.tostring(block, "unicode")
            for block in self._markdown.htmlStash.rawHtmlBlocks
        ]

    def html(self, element: etree.Element) -> str:
        """The element, its children and its tail as HTML."""
        html: str = self._markdown.serializer(element)
        for postprocessor in self._markdown.postprocessors:
            html = postprocessor.run(html)
        return html.strip()


def words(element: etree.Element) -> str:
    """The text a reader sees in `element`, on one line, without the labels of tabs."""
    pieces: list[str] = []

    def walk(one: etree.Element) -> None:
        if "tabbed-labels" in one.get("class", ""):
            return
        block = one.tag in BLOCKS
        if block:
            pieces.append(" ")
        pieces.append(one.text or "")
        for child in one:
            walk(child)
            pieces.append(child.tail or "")
        if block:
            pieces.append(" ")

    walk(element)
    return " ".join(_unescape("".join(pieces)).split())


def _unescape(text: str) -> str:
    """Python-Markdown keeps escaped characters and `&` in its own marks until the very end."""
    text = re.sub(r"\x02(\d+)\x03", lambda match: chr(int(match[1])), text)
    return re.sub(r"\x02[^\x03]*\x03", "&", text)


def children(element: etree.Element) -> Iterator[tuple[etree.Element, etree.Element]]:
    """Every element below `element` with its parent, in document order."""
    for child in element:
        yield child, element
        yield from children(child)


class _Article(Extension):
    def __init__(self, tree: _KeepTree) -> None:
        super().__init__()
        self._tree = tree

    def extendMarkdown(self, md: Markdown) -> None:
        # After inline patterns (20), before attr_list (8), which takes no id on a list item's
        # own line.
        md.treeprocessors.register(_StepIds(md), "helpcenter-steps", 15)
        self._tree.md = md
        md.treeprocessors.register(self._tree, "helpcenter-tree", -100)


class _StepIds(Treeprocessor):
    """Gives a list item the id that stands at the end of its first line."""

    def run(self, root: etree.Element) -> None:
        for item in root.iter("li"):
            first = item[0] if len(item) and item[0].tag == "p" and not _said(item.text) else item
            inline = [child for child in first if child.tag not in BLOCKS]
            last = None
            for child in first:
                if child.tag in BLOCKS:
                    break
                last = child
            text = (last.tail if last is not None else first.text) or ""
            if first is item and len(inline) != len(first):
                text = text.rstrip("\n")
            match = STEP_ID.search(text)
            if not match:
                continue
            item.set("id", match[1])
            if last is not None:
                last.tail = text[: match.start()]
            else:
                first.text = text[: match.start()]


def _said(text: str | None) -> bool:
    return bool(text and text.strip())


class _KeepTree(Treeprocessor):
    root: etree.Element | None = None

    def run(self, root: etree.Element) -> None:
        self.root = root
