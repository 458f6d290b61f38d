"""An image has no words.

Who cannot see it, or whose connection does not load it, learns nothing of it.

Wrong: `![](receipt.png)`

Right: `![The case number is below the amount](receipt.png)`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Images without alternative text."""
    for page in center.pages:
        for link in page.links:
            if link.image and not link.text.strip():
                better = 'alt="…"' if link.html else f"![…]({link.target})"
                yield Note(
                    page.file,
                    link.line,
                    en=f"The image {quote(link.target)} has no words for people who cannot see it. "
                    f"Write what it shows: `{better}`.",
                    zh=f"图片{quote(link.target)}没有文字说明，看不见的人不知道画了什么。写上："
                    f"`{better}`。",
                )
