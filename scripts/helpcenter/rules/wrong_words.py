"""An interface word has a value it cannot have.

A template would show a number, an empty button or a date with gaps.

Wrong: `yes: true`

Right: `yes: "Yes"`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Fault, Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Words that are not text, and dates and directions that do not work."""
    for fault in center.faults_of("wrong-words"):
        en, zh = _words(fault)
        yield Note(fault.path, fault.line, en=en, zh=zh)


def _words(fault: Fault) -> tuple[str, str]:
    key, value = quote(fault.detail["key"]), quote(fault.detail["value"].lower())
    match fault.detail["kind"]:
        case "empty":
            return (
                f"{key} has no words. Write them after the colon.",
                f"{key}没有文字。写在冒号后面。",
            )
        case "dir":
            return (
                f"{key} cannot be {value}. Write `ltr`, or `rtl` for a language written from right "
                "to left.",
                f"{key}不能是{value}。写 `ltr`；从右往左写的语言写 `rtl`。",
            )
        case "months":
            return (
                f"{key} has not twelve names. Write them in one line, with spaces between.",
                f"{key}不是十二个名称。写在一行里，用空格隔开。",
            )
        case "date":
            return (
                f"{key} has a gap nobody can fill: {value}. Use `{{year}}`, `{{month}}`, `{{day}}` "
                "and `{month_name}` only.",
                f"{key}里有填不上的空：{value}。只用 `{{year}}`、`{{month}}`、`{{day}}` 和 "
                "`{month_name}`。",
            )
        case "yaml" | "shape":
            return (
                "The words cannot be understood from here on. Write `key: words`, one a line, and "
                "put words that hold `: ` or begin with a sign in quotation marks.",
                "从这里起读不懂。写成 `键: 文字`，一行一个；文字里有 `: ` 或以符号开头的，"
                "加上引号。",
            )
    return (
        f"The value of {key} is not text: programs take it for {value}. Put it in quotation marks.",
        f"{key}的值不是文字，程序会当成{value}。加上引号。",
    )
