"""Chinese and Latin letters or digits stand without a space between them.

Phones break lines there badly, and the same name is spelled in two ways in the search.

Wrong: `打开App，等24小时`

Right: `打开 App，等 24 小时`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.checking.prose import in_chinese, places
from helpcenter.checking.repair import HAN
from helpcenter.content.center import Center
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.WARNING

SEAM = re.compile(
    rf"[A-Za-z0-9]*[{HAN}](?=[A-Za-z0-9])[A-Za-z0-9]+|[A-Za-z0-9%]+(?=[{HAN}])[{HAN}]"
)
TOUCH = re.compile(f"[{HAN}][A-Za-z0-9]|[A-Za-z0-9%][{HAN}]")
"""What no seam is without; quicker to look for."""
GAP = re.compile(rf"(?<=[{HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[{HAN}])")


def check(center: Center) -> Iterator[Note]:
    """Places in Chinese pages where the scripts touch."""
    for page in in_chinese(center):
        for sentence, match in places(page, SEAM, TOUCH):
            right = GAP.sub(" ", match[0])
            yield Note(
                page.file,
                sentence.line,
                en=f"{quote(match[0])} lacks a space between the scripts. Write “{right}”.",
                zh=f"{quote(match[0])}的中文和西文之间少了空格。写成“{right}”。",
                fix=Fix(match[0], right),
            )
