"""A file or folder has a name that makes a bad address.

Names become addresses. Spaces and Chinese turn into `%E9%80%80`, which nobody can read out, and
capitals work on one server and not on the next.

Wrong: `docs/zh/payments/退款 New.md`.

Right: `docs/zh/payments/refund.md`, the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.slug import slug
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Names with anything but small letters, digits and dashes."""
    for fault in center.faults_of("bad-name"):
        name = fault.detail["name"]
        stem, dot, ending = name.rpartition(".")
        better = slug(stem.replace("_", " ") if dot else name.replace("_", " "))
        if not better or better.isdigit():
            better = "refund-not-arrived" if dot else "payments"
            en_how, zh_how = "Choose English words, such as", "换成英文单词，例如"
        else:
            en_how, zh_how = "Rename it to", "改名为"
        better += f".{ending.lower()}" if dot else ""
        yield Note(
            fault.path,
            fault.line,
            en=f"{quote(name)} makes a bad address: only small letters a-z, digits and single "
            f"dashes do. {en_how} `{better}`.",
            zh=f"{quote(name)}不适合做网址：只能用小写字母 a-z、数字和单个短横线。"
            f"{zh_how} `{better}`。",
        )
