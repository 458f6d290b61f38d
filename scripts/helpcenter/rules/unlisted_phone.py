"""A telephone number is not in the contact registry.

Whoever slips a number into an article robs its readers: they call it because this site says so.
Numbers are written in `overrides/contacts.yml` alone, where their source is checked; pages name the
entry. Any spelling counts: spaced, full-width, in Chinese numerals, with letters for digits,
cut into cells or items.

Wrong:

    拨打 400-000-0000。

Right:

    contacts: [example-pay-phone]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from helpcenter.contacts.hosts import address_of
from helpcenter.contacts.passage import Carried
from helpcenter.contacts.phone_words import CALLING
from helpcenter.contacts.phones import phones_in
from helpcenter.contacts.strung import strung
from helpcenter.contacts.trust import Trust
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR
DIALLED = ("tel", "sms", "callto", "facetime", "facetime-audio", "smsto", "mms")
"""Schemes that call or write to a number."""


def check(center: Center) -> Iterator[Note]:
    """Numbers in the articles, and in the names that their addresses show."""
    for page in center.pages:
        yield from look(page.carried, center.trust)
        for name, line in ((page.path, 1), *page.ids):
            if may_call(name):
                for spot in phones_in(re.sub("[-_/]", " ", name)):
                    if not center.trust.phones(spot.digits):
                        yield _note(page.file, line, spot.shown)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Numbers in one file."""
    for passage, spot in carried.spots(phones_in):
        if not trust.phones(spot.digits):
            yield _note(carried.file, passage.line(spot.begin), spot.shown)
    for cut in strung(carried.passages):
        if not trust.phones(cut.digits):
            yield _note(carried.file, cut.line, cut.shown)
    for pointer in carried.pointers:
        digits = dialled(pointer.target)
        if digits and not trust.phones(digits):
            yield _note(carried.file, pointer.line, pointer.target)


@lru_cache(maxsize=1024)  # Most pages have the same ids.
def may_call(name: str) -> bool:
    """Whether the name of a page or a file can hold a number: `refund-95012` is only numbered."""
    return sum(map(str.isdigit, name)) >= 7 or bool(CALLING.search(name))


def dialled(target: str) -> str:
    """The number that a link dials; nothing if it dials none."""
    address = address_of(target)
    if address.scheme not in DIALLED:
        return ""
    number = re.split("[;?&,]", unquote(address.rest).strip("/"))[0]
    return re.sub(r"[^\d+]", "", number)


def _note(file: str, line: int, shown: str) -> Note:
    return Note(
        file,
        line,
        en=f"“{shown}” looks like a telephone number and is not in the contact registry. "
        "Take it out; if readers need it, add it to `overrides/contacts.yml` with its source "
        "and name its id under `contacts`.",
        zh=f"“{shown}”像电话号码，联系方式登记表里没有。删掉它；读者确实需要的，先连同来源写进 "
        "`overrides/contacts.yml`，再在文章的 `contacts` 里写它的代号。",
    )
