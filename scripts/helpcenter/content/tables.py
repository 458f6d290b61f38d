"""Tables of an article: how their cells are aligned, and rows that do not fit."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any, NamedTuple

from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor

ALIGNED = re.compile(r"text-align: (left|right|center);?")
"""How Markdown aligns the cells of a column."""


class UnevenRow(NamedTuple):
    """A row with more or fewer cells than its table has columns."""

    text: str
    """As written."""
    cells: int
    columns: int


class Tables(TableProcessor):
    """Notes the rows whose cells the renderer drops or adds without a word."""

    def __init__(self, usual: Any, uneven: list[UnevenRow]) -> None:
        super().__init__(usual.parser, usual.config)
        self.uneven = uneven

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        header, _, *rows = blocks[0].split("\n")
        columns = self._count(header)
        for row in rows:
            cells = self._count(row)
            if cells != columns:
                self.uneven.append(UnevenRow(row.strip(), cells, columns))
        super().run(parent, blocks)

    def _count(self, row: str) -> int:
        return len(self._split_row(row.strip(" ")))  # type: ignore[attr-defined]


class Cells(Treeprocessor):
    """Aligns cells by class: browsers ignore style attributes on this site."""

    def run(self, root: etree.Element) -> None:
        for cell in root.iter():
            if cell.tag in ("td", "th") and ALIGNED.fullmatch(cell.get("style") or ""):
                cell.set("class", "align-" + cell.attrib.pop("style").split()[1].rstrip(";"))
