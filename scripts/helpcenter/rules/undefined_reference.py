"""A link names an address that is defined nowhere.

Readers see square brackets instead of a link, and a footnote that is not there.

Wrong: `[Refunds][refund]` without a line `[refund]: refund.md`, `paid twice[^1]`

Right: `[Refunds](refund.md)`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.checking.prose import whole_written, written
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR

NAMED = re.compile(r"\[([^\[\]\n]+)\]\s?\[([^\[\]\n]*)\]")
FOOTNOTE = re.compile(r"\[\^[\w-]+\]")


def check(center: Center) -> Iterator[Note]:
    """What stayed `[text][label]` or `[^1]` on the page."""
    if center.foreign and center.foreign.programs:
        # Plugins that know references of their own.
        return
    for page in center.pages:
        if center.foreign and page.file in center.foreign.unsure:
            continue
        for one in written(page) if "[" in whole_written(page) else ():
            for match in NAMED.finditer(one.text):
                # `(x)[a.md]` and `[a][b.md]` are links of another kind gone wrong.
                label = match[2] or match[1]
                yield Note(
                    page.file,
                    one.line,
                    en=f"{quote(match[0])} names “{label}”, which is defined nowhere. Write "
                    f"`[{match[1]}](…)` with the address.",
                    zh=f"{quote(match[0])}用到的“{label}”没有定义。直接写地址：`[{match[1]}](…)`。",
                )
            for match in FOOTNOTE.finditer(one.text):
                yield Note(
                    page.file,
                    one.line,
                    en=f"{quote(match[0])} is a footnote that is not there. Say it in the "
                    "text, or take it out.",
                    zh=f"{quote(match[0])}是一个不存在的脚注。写进正文，或者去掉。",
                )
