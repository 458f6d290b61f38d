"""Ids of steps: `{#freeze}` at the end of a list item's first line."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from helpcenter.content.anatomy import BLOCKS

STEP_ID = re.compile(r"\{:?[ ]*#([^\s{}#]+)[ ]*\}[ \t]*$")
"""`{#freeze}` at the end of a step's first line."""


class StepIds(Treeprocessor):
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
            left = text[: match.start()].rstrip(" \t")
            if last is not None:
                last.tail = left
            else:
                first.text = left


def _said(text: str | None) -> bool:
    return bool(text and text.strip())
