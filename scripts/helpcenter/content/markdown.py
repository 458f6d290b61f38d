"""Markdown as this site writes it: the extensions of `mkdocs.yml`, and steps with ids.

The one renderer of the package. MkDocs shows what it returns, so a check and a reader never see
two different pages.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import ENTITY_RE, HTML_RE, HtmlInlineProcessor, InlineProcessor
from markdown.postprocessors import AndSubstitutePostprocessor, RawHtmlPostprocessor
from markdown.preprocessors import HtmlBlockPreprocessor

from helpcenter.content.anatomy import BLOCKS
from helpcenter.content.boxes import Box, Boxes
from helpcenter.content.extensions import built
from helpcenter.content.likely import leave_out
from helpcenter.content.step_ids import StepIds
from helpcenter.content.tables import Cells, Tables, UnevenRow

COMMENT = re.compile(r"<!--(?!-?>)(?:(?!<!--|--!?>).)*(?<!<!-)-->", re.DOTALL)
"""A comment that is one for every browser; `<!--> … -->` is over after four signs."""
MARK = re.compile("\x02amp\x03(#?\\w+;)?|\x02(\\d+)\x03|\x02[^\x02\x03]*\x03")
"""What Python-Markdown keeps until the very end: `&`, escaped characters, pieces of HTML."""

FINISHING = {RawHtmlPostprocessor, AndSubstitutePostprocessor}
"""Put back what was kept out of the way, and look for nothing but its marks."""


class Renderer:
    """Turns the body of an article into a tree of elements, and elements into HTML.

    Keeps one parser and resets it between pages: building a parser costs about as much as
    reading a short page.
    """

    refused: tuple[tuple[str, str], ...]
    """Extensions that could not be loaded, and why; the site is read without them."""

    def __init__(
        self, extensions: Iterable[tuple[str, Mapping[str, Any]]], *, own: bool = True
    ) -> None:
        """`own` is whether this site's additions to Markdown belong to it: ids of steps."""
        self._extensions = tuple(extensions)
        self._own = own
        self._build()

    def _build(self) -> None:
        self._additions = _Additions(own=self._own)
        self._markdown = Markdown()
        refused: list[tuple[str, str]] = []
        for name, options in self._extensions:
            try:
                extension = built(name, options) or name
                self._markdown.registerExtensions([extension], {name: dict(options)})
            except Exception as error:  # Whatever a package of somebody else raises.
                refused.append((name, f"{error}" or type(error).__name__))
        self._markdown.registerExtensions([self._additions], {})
        # Asked of every element several times, and looked for in a list of 60 names.
        known = lru_cache(self._markdown.is_block_level)
        self._markdown.is_block_level = known  # type: ignore[method-assign]
        self.refused = tuple(refused)
        self._finished = {type(one) for one in self._markdown.postprocessors} <= FINISHING

    @property
    def fences(self) -> bool:
        """Whether ``` begins a block of code."""
        return "fenced_code_block" in self._markdown.preprocessors

    def read(self, body: str) -> etree.Element:
        """The finished element tree of `body`; its root is a `div`."""
        try:
            return self._read(body)
        except BaseException:
            # The parser would remember which list it was in, and read the next page otherwise.
            self._build()
            raise

    def _read(self, body: str) -> etree.Element:
        # What `convert` does, without the HTML of the whole page, which nobody asks for.
        markdown = self._markdown
        markdown.reset()
        self._additions.raw.clear()
        self._additions.uneven.clear()
        self._additions.boxes.clear()
        lines = body.split("\n")
        for preprocessor in markdown.preprocessors:
            lines = preprocessor.run(lines)
        root: etree.Element = markdown.parser.parseDocument(lines).getroot()  # type: ignore[assignment]
        for treeprocessor in markdown.treeprocessors:
            changed = treeprocessor.run(root)
            root = root if changed is None else changed
        for element in root.iter():
            for name, value in element.items():
                if value is None:  # `{open}` is an attribute without a value.
                    element.set(name, "")
        return root

    def raw_html(self) -> list[str]:
        """Everything the page read last keeps out of Markdown's way, by its number there."""
        return [_text(block) for block in self._markdown.htmlStash.rawHtmlBlocks]

    def tags(self) -> list[str]:
        """The pieces of HTML an editor wrote in the page read last; comments are none."""
        return [piece for piece in self._additions.raw if not COMMENT.fullmatch(piece.strip())]

    def uneven_rows(self) -> list[UnevenRow]:
        """The rows of the page read last that do not fit their table."""
        return list(self._additions.uneven)

    def boxes(self) -> list[Box]:
        """The boxes of the page read last."""
        return list(self._additions.boxes)

    def html(self, element: etree.Element) -> str:
        """The element, its children and its tail as HTML."""
        text: str = self._markdown.serializer(element)
        if "\x02" in text or not self._finished:
            for postprocessor in self._markdown.postprocessors:
                text = postprocessor.run(text)
        return text.strip()


def words(element: etree.Element) -> str:
    """The text a reader sees in `element`, on one line, without the labels of tabs."""
    pieces: list[str] = []
    _collect(element, pieces)
    return " ".join(unescape("".join(pieces)).split())


def _collect(element: etree.Element, pieces: list[str]) -> None:
    if "tabbed-labels" in (element.get("class") or ""):
        return
    block = element.tag in BLOCKS
    if block:
        pieces.append(" ")
    if text := element.text:
        # The text of code is escaped already.
        pieces.append(html.unescape(text) if element.tag == "code" else text)
    for child in element:
        _collect(child, pieces)
        if child.tail:
            pieces.append(child.tail)
    if block:
        pieces.append(" ")


def unescape(text: str) -> str:
    """Text without the marks that Python-Markdown keeps in it until the very end."""
    if "\x02" not in text:
        return text

    def sign(match: re.Match[str]) -> str:
        if match[2]:
            return chr(int(match[2]))
        return html.unescape("&" + (match[1] or "")) if match[0].startswith("\x02amp") else ""

    return MARK.sub(sign, text)


def _text(block: str | etree.Element) -> str:
    return block if isinstance(block, str) else etree.tostring(block, "unicode")


def depth(root: etree.Element) -> int:
    """How many elements stand inside each other."""
    deepest, level = 0, [root]
    while level:
        deepest += 1
        level = [child for element in level for child in element]
    return deepest


class _Additions(Extension):
    """Everything this site adds to Markdown, and what it wants to know about a page."""

    def __init__(self, *, own: bool) -> None:
        super().__init__()
        self.own = own
        self.raw: list[str] = []
        self.uneven: list[UnevenRow] = []
        self.boxes: list[Box] = []

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(_Entity(ENTITY_RE, md), "entity", 80)
        leave_out(md)
        blocks = md.parser.blockprocessors
        if "table" in blocks:
            blocks.register(Tables(blocks["table"], self.uneven), "table", 75)
        if not self.own:
            return
        if "admonition" in blocks:
            blocks.register(Boxes(blocks["admonition"], self.boxes), "admonition", 105)
        # After inline patterns (20), before attr_list (8), which takes no id on a list item's
        # own line.
        md.treeprocessors.register(StepIds(md), "helpcenter-steps", 15)
        md.treeprocessors.register(Cells(md), "helpcenter-cells", 0)
        md.preprocessors.register(_RawBlocks(md, self.raw), "html_block", 20)
        md.inlinePatterns.register(_RawInline(md, self.raw), "html", 90)


class _RawBlocks(HtmlBlockPreprocessor):
    def __init__(self, md: Markdown, raw: list[str]) -> None:
        super().__init__(md)
        self.raw = raw

    def run(self, lines: list[str]) -> list[str]:
        if not any("<" in line or "&" in line for line in lines):
            return lines
        assert self.md is not None
        known = len(self.md.htmlStash.rawHtmlBlocks)
        lines = super().run(lines)
        self.raw += map(_text, self.md.htmlStash.rawHtmlBlocks[known:])
        return lines


class _RawInline(HtmlInlineProcessor):
    def __init__(self, md: Markdown, raw: list[str]) -> None:
        super().__init__(HTML_RE, md)
        self.raw = raw

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        self.raw.append(self.backslash_unescape(self.unescape(m[1])))
        return super().handleMatch(m, data)


class _Entity(InlineProcessor):
    """`&nbsp;` becomes the character itself, so that every text is what the reader sees."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        return html.unescape(m[1]), m.start(0), m.end(0)
