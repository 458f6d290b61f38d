"""A line holds a character that nobody sees.

Some of them turn the direction of the text around, so that a reviewer reads another link or number
than the one readers get; the others make two words different that look the same.

Wrong: `&#x202e;` in an article, or a space without width, pasted with a text from elsewhere.

Right: the words alone, typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Control characters, changes of direction, and characters without width."""
    for fault in center.faults_of("invisible-character"):
        sign = fault.detail["sign"]
        yield Note(
            fault.path,
            fault.line,
            en=f"This line holds a character nobody sees: {sign}. Type the line again.",
            zh=f"这一行有看不见的字符：{sign}。把这一行重新输入一遍。",
        )
