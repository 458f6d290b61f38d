"""A line holds a character that nobody sees.

Some of them turn the direction of the text around, so that a reviewer reads another link or number
than the one readers get; the others make two words different that look the same.

Wrong: `&#x202e;` in an article, or a space without width, pasted with a text from elsewhere.

Right: the words alone, typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.text import seen
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Control characters, changes of direction, and characters without width."""
    for fault in center.faults_of("invisible-character"):
        yield Note(
            fault.path,
            fault.line,
            *_words(fault.detail["sign"], text := fault.detail.get("text", "")),
            fix=Fix(text, seen(text)) if text else None,
        )


def _words(sign: str, text: str) -> tuple[str, str]:
    """What to say of `sign` on the line `text`, or brought in by something else on a line."""
    if not text:
        return (
            f"This line holds a character nobody sees: {sign}. Type the line again.",
            f"这一行有看不见的字符：{sign}。把这一行重新输入一遍。",
        )
    before = text[: next(n for n, one in enumerate(text) if seen(one) != one)]
    where = (f"After {quote(before[-12:])} stands", f"{quote(before[-12:])}后面")
    if not before.strip():
        where = ("This line begins with", "这一行开头")
    return (
        f"{where[0]} a character nobody sees: {sign}. Type the line again, or run `helpcenter lint "
        "--fix`.",
        f"{where[1]}有看不见的字符：{sign}。把这一行重新输入一遍，"
        "或者运行 `helpcenter lint --fix`。",
    )
