"""The text asks readers for a secret.

No support needs a password, a code, a PIN, a recovery phrase, a shared screen or money in a “safe
account”. A help center that asks for one, once, teaches readers to give them away. Warnings may of
course name what must never be given.

Wrong:

    把收到的验证码告诉客服。

Right:

    客服不需要验证码，谁要都别给。
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.contacts.asking import asks_in
from helpcenter.contacts.passage import Carried
from helpcenter.contacts.trust import Trust
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Requests in the articles."""
    for page in center.pages:
        yield from look(page.carried, center.trust)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Requests in one file."""
    for passage in carried.passages:
        for asking in asks_in(passage.text, passage.warning):
            shown = asking.shown[:80]
            yield Note(
                carried.file,
                passage.line(asking.begin),
                en=f"“{shown}” asks readers for what nobody may have. Take it out, or write it as "
                "a warning: “Never tell anyone …”",
                zh=f"“{shown}”在向读者要谁都不该要的东西。删掉，或者写成提醒：“谁要都别给”。",
            )
