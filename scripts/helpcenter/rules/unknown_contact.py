"""A page names a contact that the registry does not have.

The card would be missing, and with it the way to help.

Wrong:

    contacts: [alipay-fone]

Right:

    contacts: [alipay-phone]
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, nearest

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Ids that no entry has; an entry that is broken is explained where it stands."""
    if not center.contacts.whole:
        return
    known = (*center.contacts.by_id, *center.contacts.left_out)
    for page in center.pages:
        for place, id in enumerate(page.meta.contacts):
            if id in known:
                continue
            near = nearest(id, known)
            yield Note(
                page.file,
                page.marked.line("contacts", place),
                en=f"There is no contact “{id}” in `{center.contacts.file}`. "
                + (f"Did you mean “{near}”?" if near else "Add it there, or take it out here."),
                zh=f"`{center.contacts.file}` 里没有“{id}”这个联系方式。"
                + (f"是不是“{near}”？" if near else "先在那里登记，或者从这里删掉。"),
            )
