"""Nothing stands under a heading.

The reader follows a promise and finds nothing.

Wrong: `## What happens next {#what-next}`, and then the next heading.

Right: a sentence under it, or no heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Headings followed by a heading of the same or a higher level, or by the end."""
    for page in center.pages:
        filled = {block.under for block in page.blocks}
        for place, heading in enumerate(page.headings, 1):
            following = page.headings[place].level if place < len(page.headings) else 0
            if place not in filled and following <= heading.level:
                yield Note(
                    page.file,
                    heading.line,
                    en=f"Nothing stands under {quote(heading.text)}. Write what it promises, or "
                    "delete the heading.",
                    zh=f"{quote(heading.text)}下面没有内容。写上，或者删掉这个标题。",
                )
