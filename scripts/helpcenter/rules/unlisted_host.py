"""A link or a text names a website that is not in the contact registry.

A help center that sends readers to unknown sites teaches them to trust unknown sites. Every host is
written in `overrides/contacts.yml`, with who owns it and how that is known.

Wrong:

    到 wallet-refund.example.com 申请退款。

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
    """Hosts in the articles."""
    for page in center.pages:
        yield from look(page.carried, center.trust)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Hosts in one file."""
    for one in strangers(carried, trust):
        if one.kind == "unknown":
            yield Note(
                carried.file,
                one.line,
                en=f"“{one.shown}” leads to {one.host}, which is not in the contact registry. "
                "Take it out; if readers need it, add it to `overrides/contacts.yml` with its "
                "source.",
                zh=f"“{one.shown}”指向 {one.host}，联系方式登记表里没有这个网站。删掉它；"
                "读者确实需要的，先连同来源写进 "
                "`overrides/contacts.yml`。",
            )
