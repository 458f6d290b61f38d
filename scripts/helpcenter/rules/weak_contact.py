"""A page relies on a contact that is not verified.

Readers take what an article says as checked. A number that is known only second-hand may stand in
the registry, where its card says “check in the app first”, not in a sentence that tells to call it.

Wrong:

    马上拨打 12315。

Right:

    contacts: [consumer-line]
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.contacts.hosts import WEB, address_of
from helpcenter.contacts.passage import Carried
from helpcenter.contacts.phone_words import calls
from helpcenter.contacts.phones import phones_in
from helpcenter.contacts.trust import Trust
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note
from helpcenter.rules.unlisted_phone import dialled

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Unverified contacts that articles name or tell to use."""
    for page in center.pages:
        for place, id in enumerate(page.meta.contacts):
            one = center.contacts.by_id.get(id)
            if one and not center.trust.shown([one]):
                yield Note(
                    page.file,
                    page.marked.line("contacts", place),
                    en=f"“{id}” is unverified, so no reader will see it. Find the owner's page and "
                    "register it, or take the id out.",
                    zh=f"“{id}”未经核实，读者看不到它。找到所有者的网页登记好，或者删掉这个代号。",
                )
        yield from look(page.carried, center.trust)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Unverified contacts that one file tells to use."""
    for passage, spot in carried.spots(phones_in):
        known = trust.phones(spot.digits)
        if known and not trust.verified(known) and calls(passage.text, spot.begin):
            yield _note(carried.file, passage.line(spot.begin), spot.shown, known[0].id)
    for pointer in carried.pointers:
        address = address_of(pointer.target)
        known = trust.hosts(address.host) if address.scheme in WEB else ()
        known = known or trust.phones(dialled(pointer.target))
        if known and not trust.verified(known) and address.host not in trust.own:
            yield _note(carried.file, pointer.line, pointer.target, known[0].id)


def _note(file: str, line: int, shown: str, id: str) -> Note:
    return Note(
        file,
        line,
        en=f"The text sends readers to “{shown}”, which is not verified. Write `contacts: [{id}]` "
        "instead; its card says to check in the app first.",
        zh=f"文中让读者用“{shown}”，它还没有核实。改写 `contacts: [{id}]`，"
        "卡片会提示先在应用里核对。",
    )
