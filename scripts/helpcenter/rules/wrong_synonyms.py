"""A file of synonyms has a line that means nothing.

Search reads what people say for the same thing from `overrides/search/synonyms/`. A line it cannot
take is silently missing, and whoever uses those words finds nothing.

Wrong:

    group: [refund, money back]

Right:

    groups:
      - [refund, money back]
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, nearest, quote
from helpcenter.search.synonyms import KEYS

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """What is wrong in the files."""
    for fault in center.faults_of("wrong-synonyms"):
        why, value = fault.detail["why"], fault.detail["value"]
        near = nearest(value, KEYS) or "groups"
        en, zh = {
            "syntax": (
                f"The YAML is broken here ({value}). Write `- [refund, money back]`.",
                f"这里的 YAML 写错了（{value}）。写成 `- [退款, 退钱]`。",
            ),
            "shape": (
                "This is not the expected list. Write `groups:` with one `- [refund, money "
                "back]` a line.",
                "这里的格式不对。`groups:` 下面一行一个 `- [退款, 退钱]`。",
            ),
            "unknown-key": (
                f"Nobody knows the key {quote(value)}. Did you mean `{near}:`?",
                f"没有{quote(value)}这个键。是不是 `{near}:`？",
            ),
            "not-a-list": (
                f"{quote(value)} is no group. Write `- [refund, money back]`.",
                f"{quote(value)}不是一组说法。写成 `- [退款, 退钱]`。",
            ),
            "not-text": (
                f"{quote(value)} is no phrase. Put it in quotation marks, or remove it.",
                f"{quote(value)}不是一句话。加上引号，或者删掉。",
            ),
        }[why]
        yield Note(fault.path, fault.line, en=en, zh=zh)
