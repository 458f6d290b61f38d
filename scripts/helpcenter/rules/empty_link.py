"""A link has no target, or nothing to click on.

Screen readers announce “link” and nothing else, and a link without target reloads the page.

Wrong: `[](refund.md)`, `[Refunds]()`

Right: `[Refunds](refund.md)`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.targets import read_target
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Links and images without target, links without text."""
    for page in center.pages:
        for link in page.links:
            if read_target(page, link.target).kind == "empty":
                what, what_zh = ("image", "图片") if link.image else ("link", "链接")
                mark = "!" if link.image else ""
                yield Note(
                    page.file,
                    link.line,
                    en=f"The {what} {quote(link.text)} leads nowhere. Write what it leads to: "
                    f"`{mark}[{link.text}](…)`.",
                    zh=f"{what_zh}{quote(link.text)}没有目标。写上目标：`{mark}[{link.text}](…)`。",
                )
            elif not link.image and not link.text.strip():
                yield Note(
                    page.file,
                    link.line,
                    en=f"The link to {quote(link.target)} has no words to click on. Write where it "
                    f"leads: `[…]({link.target})`.",
                    zh=f"指向{quote(link.target)}的链接没有文字，点不到。写明它通向哪里："
                    f"`[…]({link.target})`。",
                )
