"""Of all that Markdown looks for, what a page can hold.

Markdown tries every kind of block on every block and every pattern on every piece of text. Most
pages have headings, lists, links and bold words and nothing else, so the rest is left out before
its first try. Most text, in turn, is plain words with a few that are bold or a link: nothing is
looked for in it at all.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import cached_property

from markdown import Markdown, inlinepatterns
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor
from markdown.inlinepatterns import DelimiterProcessor, LinkInlineProcessor, Pattern
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

BLOCKS = {
    "helpcenter.content.boxes.Boxes": "!!!",
    "helpcenter.content.likely.Headings": "#",
    "helpcenter.content.tables.Tables": r"\|",
    "markdown.blockprocessors.BlockQuoteProcessor": ">",
    "markdown.blockprocessors.CodeBlockProcessor": "",
    "markdown.blockprocessors.EmptyBlockProcessor": "",
    "markdown.blockprocessors.HRProcessor": r"([-_*]) {0,2}\1 {0,2}\1",
    "markdown.blockprocessors.HashHeaderProcessor": "#",
    "markdown.blockprocessors.ListIndentProcessor": "",
    "markdown.blockprocessors.OListProcessor": "",
    "markdown.blockprocessors.ParagraphProcessor": "",
    "markdown.blockprocessors.ReferenceProcessor": r"\]:",
    "markdown.blockprocessors.SetextHeaderProcessor": "(?m)[=-] *$",
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
USUAL = re.compile(
    r"\*\*(?!\s)([^*_\[\]\\`<&\x02\x03]+)(?<!\s)\*\*"
    r"|\[(?<!!\[)([^*_\[\]\\`<&\x02\x03]+)\]\(([^\s()<>\"'\[\]\\`&\x02\x03]+)\)"
)
"""Bold words, or a link's words and address, with no other pattern inside."""
SIGN = re.compile(r"[*_\[\]\\`<\x02\x03]|&[#\w]")
"""What patterns begin with: those of `SIGNS` but a break, and bold words."""
BREAK = SIGNS[inlinepatterns.LINE_BREAK_RE]


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


class Headings(HashHeaderProcessor):
    """Markdown's headings, not looked for where no line begins like one."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return (block.startswith("#") or "\n#" in block) and super().test(parent, block)


class LikelyPatterns(InlineProcessor):
    """Markdown's own way to apply its patterns, for the texts that need it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.markdown = md

    def run(self, tree: etree.Element, ancestors: list[str] | None = None) -> etree.Element:
        self.stashed_nodes: dict[str, etree.Element | str] = {}
        usual: list[tuple[etree.Element, list[str | None]]] = []
        others = False
        elements = tree.iter()
        next(elements)  # the page itself, whose own text Markdown leaves alone
        for element in elements:
            text = element.text
            others = others or bool(element.tail)
            if not text or isinstance(text, AtomicString):
                continue
            pieces = USUAL.split(text) if self._is_usual else None
            if pieces and BREAK not in text and not SIGN.search("".join(pieces[::4])):
                usual.append((element, pieces))
                element.text = None
            else:
                others = True
        if others:
            text = "".join(tree.itertext())
            patterns = (one for one in self.markdown.inlinePatterns if self._can_match(one, text))
            # A tuple is asked for its items much faster than Markdown's own registry.
            self.inlinePatterns = tuple(patterns)  # type: ignore[assignment]
            super().run(tree, ancestors)
        for element, pieces in usual:
            _write(element, pieces)
        return tree

    @cached_property
    def _is_usual(self) -> bool:
        """Whether bold words and links are those of Markdown itself, and all else has signs."""
        patterns = self.markdown.inlinePatterns
        strong = self.markdown.delimiters
        if type(strong) is not DelimiterProcessor or strong.delimiters.keys() != {"*", "_"}:
            return False
        bold = strong.delimiters["*"]
        return (
            strong in patterns
            and (bold.tags, bold.smart) == (("strong", "em"), False)
            and "link" in patterns
            and type(patterns["link"]) is LinkInlineProcessor
            and all(one is strong or one.pattern in SIGNS for one in patterns)
        )

    def _can_match(self, pattern: Pattern, text: str) -> bool:
        if type(pattern) in REFERENCES and not self.markdown.references:
            return False
        if isinstance(pattern, DelimiterProcessor):
            return any(token in text for token in pattern.tokens)
        return SIGNS.get(pattern.pattern, "") in text


def _write(element: etree.Element, pieces: list[str | None]) -> None:
    """Put back the text that was taken out of `element`, as `USUAL` split it."""
    element.text = pieces[0] or None
    for place in range(1, len(pieces), 4):
        bold, words, address, after = pieces[place : place + 4]
        if bold is not None:
            child = etree.Element("strong")
            child.text = bold
        else:
            child = etree.Element("a", {"href": address or ""})
            child.text = words
        child.tail = after or None
        element.insert(place // 4, child)
