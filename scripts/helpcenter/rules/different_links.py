"""A translation does not lead to the pages its original leads to.

Readers of one language are told where to go next, and readers of the other are not.

Wrong: a link to `refund.md` in one language only.

Right: the same links in both.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from helpcenter.checking.twins import lone_links, pairs
from helpcenter.content.center import Center
from helpcenter.content.page import Link, Page
from helpcenter.content.targets import inside, read_target, written
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Links inside the site that only one of two twins has."""
    for original, page in pairs(center):
        for one in lone_links(original, page, _goals(center, original), _goals(center, page)):
            if one.original:
                where = f"{original.file}:{one.link.line}"
                shown = written(one.link, one.link.target)
                en = (
                    f"The link `{shown}` of {where} is missing around here. Add it, or take it out "
                    "there."
                )
                zh = f"{where} 的链接 `{shown}` 这附近没有。补上，或者把那边的去掉。"
            else:
                shown = quote(one.link.target)
                en = (
                    f"The link {shown} is not in {original.file}. Add it there, or take it out "
                    "here."
                )
                zh = f"链接{shown}在 {original.file} 里没有。那边补上，或者这里去掉。"
            yield Note(page.file, one.line, en=en, zh=zh)


def _goals(center: Center, page: Page) -> list[tuple[str, Link]]:
    """Where the links of a page lead, the same in every language."""
    goals = []
    for link in page.links:
        target = read_target(page, link.target)
        if target.kind in ("relative", "anchor") and not link.image:
            file = inside(center, page.locale, posixpath.normpath(target.file))
            goals.append((f"{file}#{target.anchor}", link))
    return goals
