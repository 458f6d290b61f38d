"""A group of synonyms has only one phrase.

A phrase alone means the same as nothing else, so the line does nothing. Phrases that differ only in
case, width, script or plural count once: search knows that much by itself.

Wrong: `- [refund, Refunds]`

Right: `- [refund, money back]`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote
from helpcenter.search.sameness import sameness

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Groups with fewer than two different phrases."""
    for one in center.synonyms.values():
        for group in one.groups:
            if len({sameness(phrase) for phrase in group.phrases}) > 1:
                continue
            shown = quote(", ".join(group.phrases))
            yield Note(
                one.file,
                group.line,
                en=f"{shown} has no second phrase that search would not know by itself. Add what "
                "people say instead, or remove the line.",
                zh=f"{shown}里没有第二种说法，搜索本来就认得。补上大家换着说的话，或者删掉这一行。",
            )
