"""A folder stands inside a topic's folder.

There are two levels, topic and question. What lies deeper has no place in navigation and on topic
pages, and no reader finds it.

Wrong: `docs/zh/payments/cards/card-details.md`.

Right: `docs/zh/payments/card-details.md`, or a topic `docs/zh/cards/` of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Folders below the second level."""
    for fault in center.faults_of("too-deep"):
        around, _, name = fault.path.rpartition("/")
        yield Note(
            fault.path,
            fault.line,
            en=f"{quote(name)} is a folder inside a topic, and there are two levels only. Move its "
            f"files to `{around}/`.",
            zh=f"{quote(name)}是专题里面的文件夹，而这里只有两层。把里面的文件移到 `{around}/`。",
        )
