"""This is a foreign project: these rules.

All others are about articles as this generator wants them, and have nothing to say about a project
that never asked for it.
"""

from __future__ import annotations

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
        "empty-heading",
        "skipped-heading-level",
        "duplicate-id",
        "table-without-header",
        "uneven-table",
        "broken-allowance",
        "unused-allowance",
    )
)
