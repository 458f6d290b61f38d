"""A contact was changed without a newer source.

Changing a number here is how an attacker would reach every reader at once. A change needs a source
seen after the old one, and a person who saw it; reviewers see the old and the new value.

Wrong: a new `value` with the old `source_seen` and `verified_on`.

Right: a new `value`, `source_url`, `source_seen` and, if the owner's page was read, `verified_on`.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.contacts.differences import changes
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Entries that differ from the registry before, without proof."""
    if center.contacts_before is None:
        return
    for change in changes(center.contacts_before, center.contacts):
        if change.proven:
            continue
        yield Note(
            center.contacts.file,
            change.line,
            en=f"{change.en} Its source is not newer than before: open the owner's page,"
            " then write "
            "the new `source_url`, `source_seen` and `verified_on`.",
            zh=f"{change.zh}来源却没有更新：打开所有者的网页核对，"
            "再写新的 `source_url`、`source_seen` 和 "
            "`verified_on`。",
        )
