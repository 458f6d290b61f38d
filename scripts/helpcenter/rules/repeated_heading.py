"""Two headings of a page say the same.

In the list of contents one cannot tell which of them to choose.

Wrong: `## Steps {#steps}` and, further down, `## Steps {#steps-again}`

Right: a heading that says what is different: `## Steps on a computer {#steps-computer}`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Headings with the words and the level of an earlier one, below the same heading."""
    for page in center.pages:
        seen: dict[tuple[str, ...], int] = {}
        above: list[str] = []
        for heading in page.headings:
            above = [*above[: heading.level - 2], heading.text.casefold()]
            if tuple(above) in seen and heading.text:
                yield Note(
                    page.file,
                    heading.line,
                    en=f"{quote(heading.text)} is the heading of line {seen[tuple(above)]} too. "
                    "Say in both what is different.",
                    zh=f"{quote(heading.text)}和第 {seen[tuple(above)]} 行的标题一样。写出区别。",
                )
            seen.setdefault(tuple(above), heading.line)
