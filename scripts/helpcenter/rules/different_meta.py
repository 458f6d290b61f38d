"""The front matter of a translation says something else than its original's.

One language would call a page urgent and the other not, or lead its readers elsewhere.

Wrong: `severity: urgent` in one language, `severity: normal` in the other.

Right: the same in both.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checking.twins import pairs
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


KEYS = ("kind", "severity", "related", "urgent", "wanted")
"""What says the same in every language."""


def check(center: Center) -> Iterator[Note]:
    """Values that belong to the page, not to its language."""
    for original, page in pairs(center):
        for key in KEYS:
            theirs, ours = getattr(original.meta, key), getattr(page.meta, key)
            if theirs == ours:
                continue
            value = theirs if isinstance(theirs, str) else f"[{', '.join(theirs)}]"
            where = f"{original.file}:{original.marked.line(key)}"
            yield Note(
                page.file,
                page.marked.line(key),
                en=f"“{key}” is not the same as in {where}. Write `{key}: {value}`, or change it "
                "there.",
                zh=f"“{key}”和 {where} 不一致。写成 `{key}: {value}`，或者改那一边。",
            )
