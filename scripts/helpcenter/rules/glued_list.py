"""A list stands right below other words and stays text.

Markdown begins a list only below an empty line. Without it readers get one long sentence with
dashes or numbers in it.

Wrong:

    Have ready:
    - the amount
    - the date

Right:

    Have ready:

    - the amount
    - the date
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import STEPS, Block, Page
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR

BEGINS = re.compile(r"(?:[-*] +|[•·] ?|1[.)] +|[(（]1[)）]|1、|①)\S")
GOES_ON = re.compile(r"(?:[-*] +|[•·] ?|\d{1,2}[.)] +|[(（]\d{1,2}[)）]|\d{1,2}、|[②-⑳])\S")


def check(center: Center) -> Iterator[Note]:
    """Lines that begin like a list inside of a paragraph."""
    unsure = center.foreign.unsure if center.foreign else ()
    for page in center.pages:
        # What a program fills in may be no Markdown.
        if page.file not in unsure:
            yield from _page(page)


def _page(page: Page) -> Iterator[Note]:
    for block in page.blocks:
        if "\n" not in block.prose or block.kind not in ("p", "li"):
            continue
        rows = block.prose.split("\n")
        start = next((n for n, row in enumerate(rows) if n and BEGINS.match(row)), None)
        if start is None or _is_step(page, block, rows[start]):
            continue
        # One dash alone may stand in a sentence.
        if rows[start - 1].endswith((":", "：")) or any(map(GOES_ON.match, rows[start + 1 :])):
            shown = block.text.split("\n")[start]
            yield Note(
                page.file,
                block.line + start,
                en=f"{quote(shown, 40)} stands right below other words and stays text. Leave an "
                "empty line above it; inside a list, indent it four spaces more as well.",
                zh=f"{quote(shown, 30)}紧跟在别的文字下面，成不了列表。在它上面空一行；"
                "在别的列表里，还要多缩进四个空格。",
            )


def _is_step(page: Page, block: Block, row: str) -> bool:
    """Whether it stands where steps do, which have rules of their own."""
    above = [one.id for one in page.headings[: block.under] if one.level == 2]
    return above[-1:] == [STEPS] and (block.list == "ol" or row[0] not in "-*•·")
