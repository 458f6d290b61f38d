"""The keys of the front matter are not in their order.

The same order on every page lets an editor see at once what is missing, and keeps differences
between versions small.

Wrong: `kind` above `title`.

Right: `title`, `short`, `description`, `kind`, `severity`, `reviewed`, then the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Front matter in another order than the schema's."""
    for fault in center.faults_of("key-order"):
        order = fault.detail["order"]
        yield Note(
            fault.path,
            fault.line,
            en=f"From this line on the keys are in another order than on other pages. Write them "
            f"as {order}.",
            zh=f"从这一行起，键的顺序和其他页面不一样。按这个顺序写：{order.replace(', ', '、')}。",
        )
