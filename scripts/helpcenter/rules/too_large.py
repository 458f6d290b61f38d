"""A file holds more than an article can.

Nobody reads a page of that size in trouble, and building the site would take minutes.

Wrong: a log of ten megabytes, saved as `refund.md`.

Right: one question a page, a few hundred words.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Files beyond the limits."""
    for fault in center.faults_of("too-large"):
        limit = fault.detail["limit"]
        count = f"{int(limit):,}" if limit else ""
        en, zh = {
            "bytes": (
                f"This file is larger than {count} bytes, and it was not read further.",
                f"这个文件超过 {count} 字节，没有再往下读。",
            ),
            "line": (
                f"This line is longer than {count} characters.",
                f"这一行超过 {count} 个字符。",
            ),
            "brackets": (
                f"From here on the page has more than {count} signs `[`.",
                f"到这里，这一页的 `[` 已经超过 {count} 个。",
            ),
            "angles": (
                f"From here on the page has more than {count} signs `<`.",
                f"到这里，这一页的 `<` 已经超过 {count} 个。",
            ),
            "nesting": (
                "Lists or quotes stand inside each other hundreds of times.",
                "列表或引用一层套一层，套了几百层。",
            ),
        }[fault.detail["kind"]]
        yield Note(
            fault.path,
            fault.line,
            en=f"{en} Split it into one page a question.",
            zh=f"{zh}拆开，一个问题写一页。",
        )
