"""An entry of the contact registry is wrong or incomplete.

It is left out of the site until it is mended: what nobody can vouch for is not a trusted contact.

Wrong:

    value: 400 800 0000

Right:

    value: "+864008000000"
    country: CN
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.contacts.wording import wording
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Faults of the registry, and days that have not come yet."""
    for fault in center.faults_of("broken-contact"):
        en, zh = wording(fault.detail)
        yield Note(fault.path, fault.line, en=en, zh=zh)
    for one in center.contacts.entries:
        for name, day in (("source_seen", one.source_seen), ("verified_on", one.verified_on)):
            if day and day > center.today:
                yield Note(
                    center.contacts.file,
                    one.line,
                    en=f"`{name}` of “{one.id}” is {day}, which has not come yet. "
                    "Write the day it was really done.",
                    zh=f"“{one.id}”的 `{name}` 是 {day}，这一天还没到。写真正做的那一天。",
                )
