"""A link is written so that it stays text.

Chinese input methods type full-width brackets, and one space is enough to break a link. Readers see
brackets and a file name, and cannot click.

Wrong: `[退款](refund.md）`, `【退款】(refund.md)`, `[Refunds] (refund.md)`, `(Refunds)[refund.md]`

Right: `[退款](refund.md)`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.checking.prose import whole_written, written
from helpcenter.content.center import Center
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.ERROR

BRACKET = re.compile(r"[\[【［]")
ADDRESS = r"(?:[\w./%-]+\.(?:md|png|jpe?g|webp|svg|gif)(?:#[\w-]+)?|#[\w-]+|https?://[^\s()（）]+)"
WRITTEN = re.compile(
    rf"(?P<open>[\[【［])(?P<text>[^\[\]【】［］]+)(?P<close>[\]】］])\s?"
    rf"[(（]\s*(?P<to>{ADDRESS})\s*[)）]"
)
SWAPPED = re.compile(rf"[(（](?P<text>[^()（）]+)[)）]\s?[\[【［](?P<to>{ADDRESS})[\]】］]")
OPEN = re.compile(rf"\[(?P<text>[^\[\]]+)\]\((?P<to>{ADDRESS})(?=\s|$)")


def check(center: Center) -> Iterator[Note]:
    """Text that was meant to be a link."""
    for page in center.pages:
        for one in written(page) if BRACKET.search(whole_written(page)) else ():
            taken: set[int] = set()
            for pattern in (WRITTEN, SWAPPED, OPEN):
                for match in pattern.finditer(one.text):
                    right = f"[{match['text']}]({match['to']})"
                    # What is right and stays text was meant to.
                    if match.start("to") in taken or match[0] == right:
                        taken.add(match.start("to"))
                        continue
                    taken.add(match.start("to"))
                    yield Note(
                        page.file,
                        one.line,
                        en=f"{quote(match[0])} stays text, its brackets are wrong. Write "
                        f"`{right}`.",
                        zh=f"{quote(match[0])}的括号不对，成不了链接。写成 `{right}`。",
                        fix=Fix(match[0], right) if pattern is not OPEN else None,
                    )
