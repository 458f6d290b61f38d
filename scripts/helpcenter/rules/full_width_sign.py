"""An English sentence has Chinese punctuation.

It leaves a hole in the line, and screen readers spell its name.

Wrong: `Ask the merchant，then your bank。`

Right: `Ask the merchant, then your bank.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.checking.prose import places
from helpcenter.checking.repair import HAN, NARROW
from helpcenter.content.center import Center
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.WARNING

SIGN = re.compile("[，；：？！。（）、]")
PLACE = re.compile(rf"[\w%)”\"'’]*{SIGN.pattern}[\w“(\"'‘]*")


def check(center: Center) -> Iterator[Note]:
    """Full-width signs of pages in other scripts, unless they stand beside a Chinese name."""
    for page in center.pages:
        if page.locale.partition("-")[0] in ("zh", "ja", "ko"):
            continue
        for sentence, match in places(page, PLACE, SIGN):
            if re.search(f"[{HAN}]", match[0]):
                continue
            right = SIGN.sub(lambda sign: NARROW[sign[0]], match[0]).strip()
            yield Note(
                page.file,
                sentence.line,
                en=f"{quote(match[0])} has Chinese punctuation. Write “{right}”.",
                zh=f"{quote(match[0])}用了中文标点。写成“{right}”。",
                fix=Fix(match[0], right) if not re.search("[（）]", match[0]) else None,
            )
