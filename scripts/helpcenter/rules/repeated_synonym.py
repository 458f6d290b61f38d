"""A phrase stands in two groups of synonyms, or twice in one.

Search would take it for two different things at once, and pages of both crowd the result.

Wrong:

    - [refund, money back]
    - [chargeback, money back]

Right:

    - [refund, money back]
    - [chargeback, dispute a card payment]
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote
from helpcenter.search.sameness import sameness

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """The second place of every such phrase."""
    for one in center.synonyms.values():
        seen: dict[str, int] = {}
        for group in one.groups:
            if len({sameness(phrase) for phrase in group.phrases}) < 2:
                continue
            for phrase in group.phrases:
                if sameness(phrase) not in seen:
                    seen[sameness(phrase)] = group.line
                    continue
                first = seen[sameness(phrase)]
                yield Note(
                    one.file,
                    group.line,
                    en=f"{quote(phrase)} already stands in line {first}. Keep it where it fits "
                    "better.",
                    zh=f"第 {first} 行已经有{quote(phrase)}。只留在更合适的一处。",
                )
