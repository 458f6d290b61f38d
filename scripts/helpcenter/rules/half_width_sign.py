"""A Chinese sentence has English punctuation.

It is too narrow between Chinese characters, and the line looks unfinished.

Wrong: `先问商户,再问银行.`

Right: `先问商户，再问银行。`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.checking.prose import in_chinese, places
from helpcenter.checking.repair import HAN, WIDE
from helpcenter.content.center import Center
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.WARNING

SIGNS = {**WIDE, ".": "。"}
PLACE = re.compile(
    rf"[{HAN}”）》] ?[,;:?!](?=\s|$|[{HAN}“（《(])|[{HAN}”）》]\.(?=\s|$|[{HAN}])"
    rf"|\([{HAN}][^()\n]*\)|\"[{HAN}][^\"\n]*\""
)


def check(center: Center) -> Iterator[Note]:
    """Half-width signs between Chinese characters."""
    for page in in_chinese(center):
        for sentence, match in places(page, PLACE):
            found = match[0]
            if found[0] == "(":
                right = f"（{found[1:-1]}）"
            elif found[0] == '"':
                right = f"“{found[1:-1]}”"
            else:
                right = found[0] + SIGNS[found[-1]]
            yield Note(
                page.file,
                sentence.line,
                en=f"{quote(found)} has English punctuation. Write “{right}”.",
                zh=f"{quote(found)}用了英文标点。写成“{right}”。",
                fix=Fix(found, right),
            )
