"""A contact has not been checked for too long.

Numbers change hands. After `expires_on` readers are told to look in the app, until a person has
read the owner's page again.

Wrong:

    expires_on: 2025-01-01

Right: open `source_url`, compare, then write new `verified_on`, `source_seen` and `expires_on`.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Entries whose last day has passed."""
    for one in center.contacts.entries:
        if one.expired(center.today):
            where_en = (
                f"Open {one.source_url}, compare" if one.source_url else "Find its owner's page"
            )
            where_zh = f"打开 {one.source_url} 核对" if one.source_url else "找到所有者自己的网页"
            yield Note(
                center.contacts.file,
                one.line,
                en=f"“{one.id}” expired on {one.expires_on}; readers are told to check in the app. "
                f"{where_en}, then write new dates.",
                zh=f"“{one.id}”已在 {one.expires_on} 到期，读者会看到“先在应用里核对”。"
                f"{where_zh}，再写新的日期。",
            )
