"""Boxes of an article that lost their text, and signs of boxes and tabs that stay text.

Markdown says nothing of either: a warning is empty, or three exclamation marks in a sentence.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from markdown.extensions.admonition import AdmonitionProcessor

from helpcenter.content.anatomy import Block

SIGNS = {"!!!": "!!!", "！！！": "!!!", "===": "===", "＝＝＝": "==="}
"""How a box or a tab begins, and what an input method makes of that."""
QUOTES = " \"'“”‘’«»„「」『』＂＇"
AFTER = {
    "!!!": re.compile(r"\s*([\w-]+|(?=[^\w!！]))\s*(.+)?"),
    "===": re.compile(rf"()\s*([{QUOTES[1:]}].+)"),
}
"""What follows, if it was meant to be one."""
APART = ("#", "!!!", "===", "---")
"""How lines begin that end a box without an empty line."""


class BrokenBox(NamedTuple):
    """What is wrong with a box."""

    kind: str
    """`empty`, `fallen` (a line below it is not indented far enough), `between` (it breaks a list
    in two) or `text` (it is none)."""
    text: str
    """The line, as written."""
    line: int
    right: str = ""
    """Of `text`: what was meant."""

    @property
    def detail(self) -> Mapping[str, str]:
        """What the rule needs to say it."""
        return {"kind": self.kind, "text": self.text, "right": self.right}


@dataclass(slots=True)
class Box:
    """A box as the renderer made it."""

    mark: str
    """Its first line, as written."""
    parent: etree.Element
    element: etree.Element = field(default_factory=lambda: etree.Element("div"))
    fallen: list[str] = field(default_factory=list)
    """Lines that stand right below its text and not in it."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it but its title."""
        return all(one.get("class") == AdmonitionProcessor.CLASSNAME_TITLE for one in self.element)

    @property
    def between(self) -> bool:
        """Whether one numbered list ends above it, and goes on below."""
        around = list(self.parent)
        if self.element not in around:  # a footnote, which was moved to the end of the page
            return False
        place = around.index(self.element)
        above = next((one for one in reversed(around[:place]) if not _is_box(one)), None)
        below = next((one for one in around[place:] if not _is_box(one)), None)
        if above is None or below is None or above.tag != "ol" or below.tag != "ol":
            return False
        return below.get("start") == str(int(above.get("start") or 1) + len(above))


class Boxes(AdmonitionProcessor):
    """Notes every box, and the lines that Markdown takes out of it without a word."""

    def __init__(self, usual: Any, boxes: list[Box]) -> None:
        super().__init__(usual.parser)
        self.boxes = boxes

    def test(self, parent: etree.Element, block: str) -> bool:
        # Most blocks neither begin a box nor stand below one.
        if "!!!" not in block and (not len(parent) or parent[-1].tag != "div"):
            return False
        return super().test(parent, block)

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        count, match = len(blocks), self.RE.search(blocks[0])
        if match:
            self.boxes.append(Box(match[0].strip(), parent))
        box = self.boxes[-1]
        super().run(parent, blocks)
        if match:
            box.element = parent[-1]
        # What is left of the block comes back as the next one.
        if len(blocks) == count and not blocks[0].lstrip().startswith(APART):
            box.fallen.append(blocks[0].partition("\n")[0].strip())


def broken_boxes(
    boxes: Sequence[Box],
    blocks: Sequence[Block],
    rows: Sequence[str],
    line_of: Callable[[str], int],
) -> Iterator[BrokenBox]:
    """What is wrong with `boxes`, and which of `blocks` should be some.

    `rows` are all lines of the file; `line_of` gives the line of the next `mark`.
    """
    for box in boxes:
        line = line_of(box.mark)
        for text in box.fallen:
            below = (at for at in range(line, len(rows)) if rows[at].strip() == text)
            line = next(below, line - 1) + 1
            yield BrokenBox("fallen", text, line)
        if box.empty and not box.fallen:
            yield BrokenBox("empty", box.mark, line)
        elif box.between:
            yield BrokenBox("between", box.mark, line)
    for block in blocks:
        if block.kind in ("p", "li"):
            for offset, row in enumerate(block.text.split("\n")):
                sign = SIGNS.get(row[:3], "")
                if sign and (after := AFTER[sign].fullmatch(row[3:])):
                    right = _right(sign, after[1], (after[2] or "").lstrip(" :：").strip(QUOTES))
                    yield BrokenBox("text", row, block.line + offset, right)


def _is_box(element: etree.Element) -> bool:
    return AdmonitionProcessor.CLASSNAME in (element.get("class") or "").split()


def _right(sign: str, kind: str, title: str) -> str:
    kind = kind or "note"
    return (
        f'=== "{title}"' if sign == "===" else f'!!! {kind} "{title}"' if title else f"!!! {kind}"
    )
