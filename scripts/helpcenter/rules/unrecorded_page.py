"""A page is not in the list of published pages.

The list keeps links alive when pages move. A page that is not in it could vanish unnoticed.

Wrong: a new page in `docs/zh/`, and no line for it.

Right:

    helpcenter published

or, in `overrides/published.yml`,

    pages:
      - zh/payments/refund
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.moved import moved_by_hand
from helpcenter.content.published import file_of
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Pages without a line; only in a project that keeps the list."""
    if not center.published.there:
        return
    file = file_of(center.settings)
    # To record a page that was moved by hand would hide that its old address is gone.
    moved = set(moved_by_hand(center).values())
    for page in center.pages:
        name = f"{page.locale}/{page.path}"
        if name not in center.published.pages and page.path not in moved:
            yield Note(
                page.file,
                1,
                en=f"This page is not in {file}. Run `helpcenter published`, or add `- {name}` "
                "under `pages:`.",
                zh=f"这一页不在 {file} 里。运行 `helpcenter published`，"
                f"或者在 `pages:` 下面加上 `- {name}`。",
            )
