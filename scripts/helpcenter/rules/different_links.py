"""A translation does not lead to the pages its original leads to.

Readers of one language are told where to go next, and readers of the other are not.

Wrong: a link to `refund.md` in one language only.

Right: the same links in both.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from helpcenter.checking.twins import drifts, nearby, pairs
from helpcenter.content.center import Center
from helpcenter.content.page import Link, Page
from helpcenter.content.targets import inside, read_target, written
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Links inside the site that only one of two twins has."""
    for original, page in pairs(center):
        theirs, ours = _goals(center, original), _goals(center, page)
        for drift in drifts([goal for goal, _ in theirs], [goal for goal, _ in ours]):
            link = theirs[drift.original][1] if drift.original is not None else None
            mine = ours[drift.translation][1] if drift.translation is not None else None
            if drift.kind in ("missing", "other") and link:
                where = f"{original.file}:{link.line}"
                shown = written(link, link.target)
                same = mine.line if drift.kind == "other" and mine else None
                yield Note(
                    page.file,
                    same or nearby(original, link.line, page),
                    en=f"The link `{shown}` of {where} is missing around here. Add it, or take it "
                    "out there.",
                    zh=f"{where} 的链接 `{shown}` 这附近没有。补上，或者把那边的去掉。",
                )
            if drift.kind in ("extra", "other") and mine:
                yield Note(
                    page.file,
                    mine.line,
                    en=f"The link {quote(mine.target)} is not in {original.file}. Add it there, "
                    "or take it out here.",
                    zh=f"链接{quote(mine.target)}在 {original.file} 里没有。那边补上，"
                    "或者这里去掉。",
                )


def _goals(center: Center, page: Page) -> list[tuple[str, Link]]:
    """Where the links of a page lead, the same in every language."""
    goals = []
    for link in page.links:
        target = read_target(page, link.target)
        if target.kind in ("relative", "anchor") and not link.image:
            file = inside(center, page.locale, posixpath.normpath(target.file))
            goals.append((f"{file}#{target.anchor}", link))
    return goals
