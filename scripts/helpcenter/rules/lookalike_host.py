"""A website imitates one of the contact registry.

One letter changed, a hyphen for a dot, another ending, Cyrillic letters, a brand's name inside a
stranger's address: this is how readers are led to forged sites.

Wrong:

    https://example-pay-help.top/

Right:

    contacts: [example-pay-help]
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.contacts.passage import Carried
from helpcenter.contacts.strangers import strangers
from helpcenter.contacts.trust import Trust
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Imitations in the articles."""
    for page in center.pages:
        yield from look(page.carried, center.trust)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Imitations in one file."""
    for one in strangers(carried, trust):
        if one.kind == "imitation":
            yield Note(
                carried.file,
                one.line,
                en=f"“{one.shown}” leads to {one.host}, which imitates “{one.like}”. "
                "Take it out; it is very likely a forged site.",
                zh=f"“{one.shown}”指向 {one.host}，它模仿“{one.like}”。删掉它，"
                "这很可能是仿冒网站。",
            )
