"""An address is defined and no link uses it.

It looks as if it were part of the page, and is kept up to date for nobody.

Wrong: `[refund]: refund.md` without `[…][refund]`

Right: a link that uses it, or no definition.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Definitions that no link names."""
    for page in center.pages:
        if center.foreign and page.file in center.foreign.unsure:
            # What fills the page in may use it.
            continue
        for one in page.definitions:
            if not one.used:
                yield Note(
                    page.file,
                    one.line,
                    en=f"“[{one.label}]” is defined and used nowhere. "
                    f"Take the line out, or use it: `[…][{one.label}]`.",
                    zh=f"“[{one.label}]”有定义，却没有链接用它。删掉这一行，或者用上：`[…][{one.label}]`。",
                )
