"""An address is defined twice under one label.

The later definition counts, so links lead where their editor did not look.

Wrong: `[refund]: refund.md` and, further down, `[refund]: index.md`

Right: one definition a label.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Definitions with a label that is taken."""
    for page in center.pages:
        seen: dict[str, int] = {}
        for one in page.definitions:
            label = one.label.casefold()
            if label in seen:
                yield Note(
                    page.file,
                    one.line,
                    en=f"“[{one.label}]” was defined in line {seen[label]} already. "
                    "Give one of them another label.",
                    zh=f"“[{one.label}]”在第 {seen[label]} 行已经定义过。给其中一个换个名字。",
                )
            seen.setdefault(label, one.line)
