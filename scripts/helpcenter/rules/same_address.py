"""Two articles, or two pictures, would be published at the same address.

One of them overwrites the other, and which one depends on the machine.

Wrong: `docs/zh/payments.md` beside `docs/zh/payments/index.md`.

Right: `docs/zh/payments/index.md` alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """The second of two articles with one address."""
    for fault in center.faults_of("same-address"):
        other, address = fault.detail["other"], fault.detail["address"]
        if fault.detail.get("kind") == "file":
            yield Note(
                fault.path,
                fault.line,
                en=f"This would be published at `/{address}`, as {other} is. Rename one of the "
                "two, and write its new name in the articles.",
                zh=f"这个文件和 {other} 的网址都是 `/{address}`。给其中一个改名，"
                "文章里也改成新名字。",
            )
            continue
        yield Note(
            fault.path,
            fault.line,
            en=f"This would be published at `/{address}`, as {other} is. Rename this file, or move "
            "its text into the other and delete it.",
            zh=f"这一篇和 {other} 的网址都是 `/{address}`。给这个文件改名，"
            "或者把内容并到那一篇，再删掉这个文件。",
        )
