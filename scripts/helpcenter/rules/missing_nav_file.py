"""The navigation names a file that no language has.

The entry would lead nowhere, and the page that was meant is in no list.

Wrong: `- payments/refunds.md`

Right: `- payments/refund.md`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.moved import moved_by_hand
from helpcenter.content.settings import FILE
from helpcenter.finding import Level, Note, nearest_page, quote

LEVEL = Level.ERROR
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|/|\.\./", re.IGNORECASE)
"""Entries of other people's navigation that lead elsewhere."""


def check(center: Center) -> Iterator[Note]:
    """Entries of `nav` without a file."""
    if not center.settings.usable:
        return
    known = [f"{path}.md" for path in center.written]
    if center.foreign:
        if not center.foreign.nav:
            return
        known = center.foreign.nav_names()
    moved = moved_by_hand(center)
    for entry in center.settings.nav:
        if entry.path in known or (center.foreign and ADDRESS.match(entry.path)):
            continue
        path = entry.path.removesuffix(".md")
        page = moved.get(path) or nearest_page(path, center.written)
        close = f"{page}.md" if page else None
        en = f"The navigation names {quote(entry.path)}, and no language has such a file."
        zh = f"导航里的{quote(entry.path)}在哪种语言里都没有。"
        if close:
            en, zh = f"{en} Did you mean `{close}`?", f"{zh}是不是想写 `{close}`？"
        else:
            en, zh = (
                f"{en} Take it out, or write the article.",
                f"{zh}删掉这一项，或者写出那篇文章。",
            )
        yield Note(FILE, entry.line, en=en, zh=zh)
