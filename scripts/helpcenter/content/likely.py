"""Of all that Markdown looks for inside of paragraphs, what a page can hold.

Markdown tries every pattern on every piece of text. Most pages have links and bold words and
nothing else, so most patterns are left out before their first try.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown, inlinepatterns
from markdown.inlinepatterns import DelimiterProcessor, Pattern
from markdown.treeprocessors import Treeprocessor

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


class Likely(Treeprocessor):
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
