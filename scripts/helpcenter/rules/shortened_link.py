"""A link is shortened.

Nobody can see where it leads, and whoever owns it can lead it elsewhere tomorrow.

Wrong:

    https://t.cn/A6xxxx

Right: the whole address, registered in `overrides/contacts.yml`.
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
    """Shortened links in the articles."""
    for page in center.pages:
        yield from look(page.carried, center.trust)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Shortened links in one file."""
    for one in strangers(carried, trust):
        if one.kind == "shortener":
            yield Note(
                carried.file,
                one.line,
                en=f"“{one.shown}” is a shortened link; nobody sees where it leads. "
                "Take it out, or register the whole address in `overrides/contacts.yml`.",
                zh=f"“{one.shown}”是短链接，谁也看不出它通向哪里。删掉它，或者把完整网址登记到 "
                "`overrides/contacts.yml`。",
            )
