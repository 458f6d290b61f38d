"""Of all that Markdown looks for, what a page can hold.

Markdown tries every kind of block on every block and every pattern on every piece of text. Most
pages have headings, lists, links and bold words and nothing else, so the rest is left out before
its first try.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import cached_property

from markdown import Markdown, inlinepatterns
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import DelimiterProcessor, Pattern
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

BLOCKS = {
    "helpcenter.content.boxes.Boxes": "!!!",
    "helpcenter.content.tables.Tables": r"\|",
    "markdown.blockprocessors.BlockQuoteProcessor": ">",
    "markdown.blockprocessors.CodeBlockProcessor": "",
    "markdown.blockprocessors.EmptyBlockProcessor": "",
    "markdown.blockprocessors.HRProcessor": r"([-_*]) {0,2}\1 {0,2}\1",
    "markdown.blockprocessors.HashHeaderProcessor": "#",
    "markdown.blockprocessors.ListIndentProcessor": "",
    "markdown.blockprocessors.OListProcessor": "",
    "markdown.blockprocessors.ParagraphProcessor": "",
    "markdown.blockprocessors.ReferenceProcessor": "",
    "markdown.blockprocessors.SetextHeaderProcessor": "[=-]",
    "markdown.blockprocessors.UListProcessor": "",
    "markdown.extensions.admonition.AdmonitionProcessor": "!!!",
    "markdown.extensions.sane_lists.SaneOListProcessor": "",
    "markdown.extensions.sane_lists.SaneUListProcessor": "",
    "pymdownx.tabbed.TabbedProcessor": "===",
}
"""What a page without a block of that kind is without."""
SIGNS = {
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.IMAGE_LINK_RE: "![",
    inlinepatterns.AUTOLINK_RE: "<",
    inlinepatterns.AUTOMAIL_RE: "<",
    inlinepatterns.LINE_BREAK_RE: "  \n",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
}
"""What no match of a pattern is without; a pattern that is not listed is always tried."""
REFERENCES = (
    inlinepatterns.ReferenceInlineProcessor,
    inlinepatterns.ShortReferenceInlineProcessor,
    inlinepatterns.ImageReferenceInlineProcessor,
    inlinepatterns.ShortImageReferenceInlineProcessor,
)
"""Patterns that find nothing on a page without definitions."""


class LikelyBlocks(Preprocessor):
    """Runs last, when all that blocks are made of stands in the lines."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.parser = md.parser
        self.all = md.parser.blockprocessors

    def run(self, lines: list[str]) -> list[str]:
        if self._kinds:
            text = "\n".join(lines)
            likely = tuple(one for sign, one in self._kinds if sign.search(text))
            self.parser.blockprocessors = likely  # type: ignore[assignment]
        return lines

    @cached_property
    def _kinds(self) -> list[tuple[re.Pattern[str], BlockProcessor]]:
        """Every kind of block and its sign: when all extensions have brought theirs."""
        kinds = [(f"{type(one).__module__}.{type(one).__qualname__}", one) for one in self.all]
        # One that is not listed may begin what another one goes on with.
        known = all(name in BLOCKS for name, _ in kinds)
        return [(re.compile(BLOCKS[name]), one) for name, one in kinds] if known else []


class LikelyPatterns(Treeprocessor):
    """Runs right before the patterns do, when all they will look at stands in the tree."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.markdown = md

    def run(self, root: etree.Element) -> None:
        text = "".join(root.itertext())
        patterns = (one for one in self.markdown.inlinePatterns if self._can_match(one, text))
        # A tuple is asked for its items much faster than Markdown's own registry.
        self.markdown.treeprocessors["inline"].inlinePatterns = tuple(patterns)  # type: ignore[attr-defined]

    def _can_match(self, pattern: Pattern, text: str) -> bool:
        if type(pattern) in REFERENCES and not self.markdown.references:
            return False
        if isinstance(pattern, DelimiterProcessor):
            return any(token in text for token in pattern.tokens)
        return SIGNS.get(pattern.pattern, "") in text
