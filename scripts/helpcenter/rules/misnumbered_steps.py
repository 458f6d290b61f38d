"""Steps do not count from one.

“Go back to step 2” must mean the same to everybody, on the page and on the phone with support.

Wrong: `3. **Ask.** …` as the first step.

Right: `1. **Ask.** …`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Lists of steps that begin elsewhere, or begin again."""
    for page in center.pages:
        known: dict[str, int] = {}
        for step in page.steps:
            wanted = known.get(step.platform, 0) + 1
            known[step.platform] = step.number
            if step.number != wanted:
                yield Note(
                    page.file,
                    step.line,
                    en=f"{quote(step.text, 40)} is numbered {step.number} and would be step "
                    f"{wanted}. Count from 1 without a gap, in one list.",
                    zh=f"{quote(step.text, 30)}的编号是 {step.number}，应该是第 {wanted} 步。"
                    "从 1 开始连续编号，写在同一个列表里。",
                )
