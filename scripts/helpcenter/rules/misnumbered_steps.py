"""Steps do not count from one, or a number written by hand makes no step.

“Go back to step 2” must mean the same to everybody, on the page and on the phone with support. To
Markdown `2、`, `2)`, `②` and `第二步：` are no numbers: such a step is lost in the text above it.

Wrong:

    1. **Ask.** Ask the merchant. {#ask}
    2、**Wait.** Wait three days. {#wait}

Right:

    1. **Ask.** Ask the merchant. {#ask}
    2. **Wait.** Wait three days. {#wait}
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from helpcenter.contacts.numerals import said
from helpcenter.content.center import Center
from helpcenter.content.page import STEPS, Block, Page, Step
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR

HAN = "[一二三四五六七八九十]{1,3}"
BY_HAND = re.compile(
    rf"""[(（](\d{{1,2}}|{HAN})[)）]            # （3）
    |(\d{{1,2}})(?:
        [)）]|[:：](?!\d)|\ufe0f?\u20e3       # 3) 3️⃣, and not 3:15
        |[.．](?!\d|\w\b)                     # 3.tap, and not 3.50 or 3.x
        |、(?!\s?\d))                         # 3、and not 3、4 days
    |({HAN})(?:[.．]|、(?!{HAN}))             # 三、
    |第\s?({HAN}|\d{{1,2}})\s?步(?!\w)         # 第三步：
    |([\u2460-\u249b\u2776-\u2793])           # ③ ⑶ ❸
    |step\s*(\d{{1,2}}|[a-z]{{3,6}})\b\s?[^\w\s]  # Step 3:
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How people count at the start of a line."""
CODE = re.compile(r"(\d{1,2})\. ")
BULLET = re.compile(r"[-*+] ")
INNER = re.compile(r'<ol start="(\d{1,6})"')
WHY = {
    "hand": (
        "is numbered by hand, so it is no step but part of the text around it",
        "的编号不是列表的写法，成不了一步，只会混进旁边的文字里",
    ),
    "code": ("is indented too far, so it is no step but code", "缩进太多，成了代码"),
    "inner": (
        "is indented, so it is part of the step above",
        "多了缩进，成了上一步的一部分",
    ),
}


class Row(NamedTuple):
    """A line among the steps that was meant to be one."""

    why: str
    """`hand`, `code`, `inner` or `bullet`."""
    text: str
    line: int
    number: int
    glued: bool = False
    """Whether it stands right below other words of its paragraph."""


def check(center: Center) -> Iterator[Note]:
    """Lists of steps that begin elsewhere or begin again, and steps numbered by hand."""
    for page in center.pages:
        if page.steps:
            yield from _page(page)


def _page(page: Page) -> Iterator[Note]:
    known: dict[str, int] = {}
    """The last number on each platform, as its editor counts."""
    ahead = list(page.steps)
    platform, inner, swallowed = ahead[0].platform, False, 0
    events: list[Step | Row] = [*page.steps, *_rows(page)]
    for one in sorted(events, key=lambda one: one.line):
        if isinstance(one, Row):
            if one.why == "bullet":
                yield _bullet(page, one, known.get(platform, 0) + 1)
                continue
            if one.number == 1 and ahead and ahead[0].platform not in known:
                platform = ahead[0].platform
            elif inner or one.number != known.get(platform, 0) + 1:
                # What counts from one inside of a step counts something else.
                inner = inner or one.number == 1
                continue
            known[platform] = one.number
            swallowed += 1
            yield _by_hand(page, one)
            continue
        del ahead[0]
        platform, inner = one.platform, False
        wanted = known.get(platform, 0) + 1
        # The list knows nothing of what was swallowed; a new list is told where to begin.
        swallowed = swallowed if one.number + swallowed == wanted else 0
        known[platform] = one.number + swallowed
        if known[platform] != wanted:
            yield Note(
                page.file,
                one.line,
                en=f"{quote(one.text, 40)} is numbered {one.number} and would be step "
                f"{wanted}. Count from 1 without a gap, in one list.",
                zh=f"{quote(one.text, 30)}的编号是 {one.number}，应该是第 {wanted} 步。"
                "从 1 开始连续编号，写在同一个列表里。",
            )


def _by_hand(page: Page, row: Row) -> Note:
    below, below_zh = (", below an empty line", "，上面空一行") if row.glued else ("", "")
    why, why_zh = WHY[row.why]
    return Note(
        page.file,
        row.line,
        en=f"{quote(row.text, 40)} {why}. Begin the line with `{row.number}. `, indented like the "
        f"other steps{below}.",
        zh=f"{quote(row.text, 30)}{why_zh}。行首写成 `{row.number}. `，"
        f"缩进和别的步骤一样{below_zh}。",
    )


def _bullet(page: Page, row: Row, number: int) -> Note:
    return Note(
        page.file,
        row.line,
        en=f"{quote(row.text, 40)} stays part of the text above. If it is a step, begin the line "
        f"with `{number}. `; if it begins a list inside the step, leave an empty line above it and "
        "indent it four spaces more.",
        zh=f"{quote(row.text, 30)}成不了列表，只会混进上一步的文字里。如果它是一步，行首写成 "
        f"`{number}. `；如果是步骤里的列表，就在上面空一行，再多缩进四个空格。",
    )


def _rows(page: Page) -> Iterator[Row]:
    """The lines among the steps that begin with a number of some kind."""
    starts = {step.line for step in page.steps}
    around = list(_around(page))
    for step in page.steps:
        inner = INNER.search(step.html)
        if inner and int(inner[1]) == step.number + 1:
            items = (one for one in around if one.kind == "li" and one.line > step.line)
            item = next((one for one in items if one.line not in starts), None)
            if item:
                yield Row("inner", item.text, item.line, step.number + 1)
    bulleted = 0
    for block in around:
        if block.kind == "pre":
            if match := CODE.match(block.text):
                yield Row("code", block.text.split("\n")[0], block.line, int(match[1]))
            continue
        for offset, text in enumerate(block.text.split("\n")):
            line = block.line + offset
            # The first words of an item have a number of their own.
            if not offset and (block.kind == "li" or line in starts):
                continue
            if match := BY_HAND.match(text):
                glued = bool(offset) and not block.list
                number = _number(next(filter(None, match.groups())))
                yield Row("hand", text, line, number, glued)
            elif offset and block.list == "ol" and BULLET.match(text) and bulleted != block.line:
                bulleted = block.line
                yield Row("bullet", text, line, 0)


def _around(page: Page) -> Iterator[Block]:
    """The paragraphs, items and code below the heading of the steps."""
    below: set[int] = set()
    inside = False
    for place, heading in enumerate(page.headings, 1):
        inside = heading.id == STEPS if heading.level == 2 else inside
        below |= {place} if inside else set()
    return (one for one in page.blocks if one.under in below and one.kind in ("p", "li", "pre"))


def _number(written: str) -> int:
    """`３`, `③`, `三`, `三十`, `three`; 0 if it is no number."""
    if len(written) == 1:
        return int(unicodedata.numeric(written))
    return int(next(iter(said(written)), 0))
