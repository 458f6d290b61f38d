"""A step says nothing to do.

A reader counts the steps that are left, and stops at one that is a blank.

Wrong: `2. …`, `2. TODO`, `2. 待补充`

Right: `2. **Ask.** Ask the merchant. {#ask}`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR

BLANK = re.compile(
    r"(?:\W|_|x{3,}|todo|tbd|tba|fixme|lorem ipsum.*|coming soon|to be (?:written|added|done)|n/?a"
    r"|placeholder|待补充?|待完善|待定|待写|待填|稍后补充|敬请期待|占位|略|无|同上)*",
    re.IGNORECASE,
)


def check(center: Center) -> Iterator[Note]:
    """Steps without a word, or with a word that waits for others."""
    for page in center.pages:
        # Without words of its own, a step is found by its id.
        ids = dict(page.ids)
        for step in page.steps:
            # `???` has a rule of its own.
            if BLANK.fullmatch(step.text) and "???" not in step.text and "<img" not in step.html:
                yield Note(
                    page.file,
                    ids.get(step.id, step.line),
                    en=f"Step {step.number} says nothing. Write what to do, or take the step out.",
                    zh=f"第 {step.number} 步什么都没写。写出要做的事，或者去掉这一步。",
                )
