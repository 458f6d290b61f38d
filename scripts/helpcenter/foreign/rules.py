"""This is a foreign project: these rules.

All others are about articles as this generator wants them, and have nothing to say about a project
that never asked for it.
"""

from __future__ import annotations

from dataclasses import replace

from helpcenter.checking.wishes import Wishes
from helpcenter.content.center import Center

FOREIGN = frozenset(
    (
        "unreadable-settings",
        "outside-project",
        "unreadable-file",
        "not-utf-8",
        "too-large",
        "same-address",
        "broken-front-matter",
        "missing-nav-file",
        "page-not-in-nav",
        "missing-link",
        "missing-anchor",
        "missing-include",
        "cross-language-link",
        "empty-link",
        "malformed-link",
        "undefined-reference",
        "duplicate-reference",
        "unused-reference",
        "untidy-address",
        "missing-alt",
        "glued-list",
        "empty-heading",
        "skipped-heading-level",
        "duplicate-id",
        "table-without-header",
        "uneven-table",
        "broken-allowance",
        "unused-allowance",
    )
)


def judging(center: Center, wishes: Wishes) -> Wishes:
    """The wishes, without the rules that are no matter of `center`."""
    return replace(wishes, select=wishes.select & FOREIGN) if center.foreign else wishes
