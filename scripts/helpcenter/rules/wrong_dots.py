"""Dots or dashes are typed one by one.

Chinese has …… and ——; three full stops break over the end of a line.

Wrong: `请稍等...`, `请稍等。。。`, `钱包--不是银行`

Right: `请稍等……`, `钱包——不是银行`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.checking.prose import in_chinese, places
from helpcenter.checking.repair import HAN
from helpcenter.content.center import Center
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.WARNING

PLACE = re.compile(
    rf"[{HAN}](?:\.{{3,}}|。{{2,}}|…(?!…)|……{{2,}})|[{HAN}](?:-{{2,}}|—(?!—))(?=[{HAN}])"
)


def check(center: Center) -> Iterator[Note]:
    """Ellipses and dashes of Chinese pages that are not the Chinese ones."""
    for page in in_chinese(center):
        for sentence, match in places(page, PLACE):
            if sentence.text[match.start() + 1 :].startswith("——"):
                continue
            right = match[0][0] + ("——" if match[0][1] in "-—" else "……")
            yield Note(
                page.file,
                sentence.line,
                en=f"{quote(match[0])} is not a Chinese ellipsis or dash. Write “{right}”.",
                zh=f"{quote(match[0])}不是规范的省略号或破折号。写成“{right}”。",
                fix=Fix(match[0], right),
            )
