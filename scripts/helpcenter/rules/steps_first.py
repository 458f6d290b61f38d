"""An urgent page does not begin with its steps.

Money is leaving while the reader scrolls. What to do now comes before everything else.

Wrong: `## Before you start {#before-you-start}` above `## Do this now {#steps}`.

Right: `## Do this now {#steps}` as the first heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import STEPS
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Pages with `severity: urgent` whose first section is another."""
    for page in center.pages:
        if page.meta.severity != "urgent" or not page.steps:
            continue
        heads = [one for one in page.headings if one.level == 2]
        if heads[0].id != STEPS:
            line = next(one.line for one in heads if one.id == STEPS)
            yield Note(
                page.file,
                heads[0].line,
                en=f"This page is urgent, and {quote(heads[0].text)} stands before the steps. Move "
                f"the section of line {line} up here.",
                zh=f"这一页很急，{quote(heads[0].text)}却排在步骤前面。"
                f"把第 {line} 行的那一节移到这里。",
            )
