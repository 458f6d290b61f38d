"""A table has no names above its columns.

A screen reader says the column’s name before each cell; without one, a row of words remains.

Wrong: a first row of empty cells, `| | |`

Right: `| Who | When |`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.anatomy import BLOCKS
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Tables whose first cell with words is not a header."""
    for page in center.pages:
        before = ""
        for block in page.blocks:
            if block.kind == "td" and before not in ("th", "td"):
                yield Note(
                    page.file,
                    block.line,
                    en=f"The table with {quote(block.text, 30)} has no column names. Write them in "
                    "its first row.",
                    zh=f"{quote(block.text, 30)}所在的表格没有列名。在第一行写上。",
                )
            if block.kind in BLOCKS:
                before = block.kind
