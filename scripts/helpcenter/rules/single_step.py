"""There is only one step.

A list of one looks as if the rest were missing, or hides several actions in one sentence.

Wrong: `1. Open the app, find the order, tap “Refund” and wait.`

Right: one action a step, each on its own line.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Lists of steps with a single step, on every platform."""
    for page in center.pages:
        for platform in dict.fromkeys(step.platform for step in page.steps):
            steps = [step for step in page.steps if step.platform == platform]
            if len(steps) == 1:
                step = steps[0]
                yield Note(
                    page.file,
                    step.line,
                    en=f"{quote(step.text, 40)} is the only step. Write one action a step, or, if "
                    "it is one action only, make it the answer above.",
                    zh=f"{quote(step.text, 30)}是唯一的一步。一步只写一个动作；"
                    "本来就只有一个动作，写进开头的回答。",
                )
