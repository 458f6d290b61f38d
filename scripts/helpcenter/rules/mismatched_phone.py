"""A link shows one number and dials another.

The reader compares what the page shows; the telephone dials what the link says.

Wrong:

    [95188](tel:+864000000000)

Right: no link at all; the contact card makes one from the registry.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.contacts.passage import Carried
from helpcenter.contacts.phones import phones_in
from helpcenter.contacts.trust import Trust
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note
from helpcenter.rules.unlisted_phone import dialled

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Mismatches in the articles."""
    for page in center.pages:
        yield from look(page.carried, center.trust)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Mismatches in one file."""
    for pointer in carried.pointers:
        number = dialled(pointer.target)
        if not number:
            continue
        for text in (pointer.text, pointer.title):
            # A link that dials says that its digits are a number.
            for spot in phones_in(f"tel: {text}"):
                if not _same(spot.digits, number):
                    yield Note(
                        carried.file,
                        pointer.line,
                        en=f"The link shows “{spot.shown}” and dials {number}. Take the link out; "
                        "the contact card makes one.",
                        zh=f"链接显示“{spot.shown}”，拨的却是 {number}。去掉链接，"
                        "联系方式卡片会自动生成。",
                    )


def _same(shown: str, dialled: str) -> bool:
    one, other = shown.lstrip("+0"), dialled.lstrip("+0")
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if longer == shorter:
        return True
    ahead = longer.removesuffix(shorter)
    return len(shorter) >= 8 and longer.endswith(shorter) and len(ahead) <= 4
