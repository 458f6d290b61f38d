"""An account, a group or a code to scan is not in the contact registry.

Accounts are the easiest thing to forge: a copied picture and a name one letter off. Where a code to
scan leads, no reader can see at all.

Wrong:

    加微信 wallet_kefu_01 处理。

Right:

    contacts: [example-pay-weibo]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.contacts.handles import handles_in
from helpcenter.contacts.passage import Carried
from helpcenter.contacts.strangers import strangers
from helpcenter.contacts.trust import Trust
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR
CODE = re.compile(r"二维码|扫码|扫一扫|小程序码|\bqr\b|qr[-_ ]?code|scan (?:me|to)", re.IGNORECASE)
CODE_FILE = re.compile(r"(?:^|[/_.-])(?:qr|qrcode|erweima|weixin|wechat)(?:[/_.-]|\d|$)", re.I)


def check(center: Center) -> Iterator[Note]:
    """Accounts and codes in the articles."""
    for page in center.pages:
        yield from look(page.carried, center.trust)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Accounts and codes in one file."""
    known = trust.contacts.handles
    for passage, spot in carried.spots(handles_in):
        if not trust.shown(known.get(spot.value, ())):
            yield _note(carried.file, passage.line(spot.begin), spot.shown)
    for one in strangers(carried, trust):
        if one.kind == "network":
            yield _note(carried.file, one.line, one.shown)
    for pointer in carried.pointers:
        if pointer.image and (
            CODE.search(f"{pointer.text} {pointer.title}") or CODE_FILE.search(pointer.target)
        ):
            yield Note(
                carried.file,
                pointer.line,
                en=f"The picture “{pointer.text or pointer.target}” seems to hold a code to scan; "
                "nobody sees where it leads. Take it out and name the contact's id under "
                "`contacts`.",
                zh=f"图片“{pointer.text or pointer.target}”像是二维码，谁也看不出它通向哪里。"
                "删掉它，在 `contacts` "
                "里写联系方式的代号。",
            )


def _note(file: str, line: int, shown: str) -> Note:
    return Note(
        file,
        line,
        en=f"The account “{shown}” is not in the contact registry. Take it out; if readers need "
        "it, add it to `overrides/contacts.yml` with its source and name its id under `contacts`.",
        zh=f"账号“{shown}”不在联系方式登记表里。删掉它；读者确实需要的，先连同来源写进 "
        "`overrides/contacts.yml`，再在文章的 `contacts` 里写它的代号。",
    )
