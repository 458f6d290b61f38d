"""An e-mail address is not in the contact registry.

A forged address collects what frightened readers send: names, card numbers, photos of papers.

Wrong:

    写信到 support@example.com。

Right:

    contacts: [example-pay-email]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote

from helpcenter.contacts.handles import emails_in
from helpcenter.contacts.hosts import address_of
from helpcenter.contacts.passage import Carried
from helpcenter.contacts.trust import Trust
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Addresses in the articles."""
    for page in center.pages:
        yield from look(page.carried, center.trust)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Addresses in one file."""
    known = trust.contacts.emails
    for passage, spot in carried.spots(emails_in):
        if not trust.shown(known.get(spot.value, ())):
            yield _note(carried.file, passage.line(spot.begin), spot.shown)
    for pointer in carried.pointers:
        for address in written_to(pointer.target):
            if not trust.shown(known.get(address, ())):
                yield _note(carried.file, pointer.line, address)


def written_to(target: str) -> list[str]:
    """Every address that a `mailto:` link writes to, in lower case."""
    address = address_of(target)
    if address.scheme != "mailto":
        return []
    path, _, query = address.rest.partition("?")
    more = parse_qs(query)
    lists = [unquote(path), *(one for key in ("to", "cc", "bcc") for one in more.get(key, ()))]
    return [one.strip().lower() for text in lists for one in re.split("[,;]", text) if one.strip()]


def _note(file: str, line: int, shown: str) -> Note:
    return Note(
        file,
        line,
        en=f"The e-mail address “{shown}” is not in the contact registry. Take it out; if readers "
        "need it, add it to `overrides/contacts.yml` with its source and name its id under "
        "`contacts`.",
        zh=f"邮箱“{shown}”不在联系方式登记表里。删掉它；读者确实需要的，先连同来源写进 "
        "`overrides/contacts.yml`，再在文章的 `contacts` 里写它的代号。",
    )
