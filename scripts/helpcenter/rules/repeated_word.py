"""A word stands twice in a row.

It is a slip that a spelling check does not see, and it makes readers doubt the rest.

Wrong: `Ask the the merchant.`, `请先先联系的的商户。`

Right: `Ask the merchant.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from helpcenter.checking.prose import places, whole
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING

WORD = re.compile("[a-z]{2,}")
PARTICLES = ("的的", "了了", "是是", "在在", "和和", "请请", "把把", "被被")
PLACE = re.compile(rf"\b([A-Za-z]{{2,}})\s+\1\b(?!['’-])|{'|'.join(PARTICLES)}", re.IGNORECASE)
FINE = {"that", "had", "bye", "is", "do"}


def check(center: Center) -> Iterator[Note]:
    """The same word, or the same particle, twice."""
    for page in center.pages:
        if not _stutters(whole(page)):
            continue
        for sentence, match in places(page, PLACE):
            if (match[1] or "").lower() not in FINE:
                yield Note(
                    page.file,
                    sentence.line,
                    en=f"{quote(match[0])} has a word twice. Take one out.",
                    zh=f"{quote(match[0])}重复了。去掉一个。",
                )


def _stutters(text: str) -> bool:
    """Whether a word may stand twice in `text`; much quicker than looking for the place."""
    words = WORD.findall(text.lower())
    return any(map(eq, words, words[1:])) or any(two in text for two in PARTICLES)
