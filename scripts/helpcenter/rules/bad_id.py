"""An id is hard to type or to read out.

Ids stand in addresses that people send each other. Chinese turns into `%E6%AD%A5`, and capitals
must match exactly.

Wrong: `{#Schritt_1}`, `{#步骤}`

Right: `{#steps}`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.slug import ID, slug
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Ids that are not small English words with dashes, beginning with a letter."""
    for page in center.pages:
        for id, line in page.ids:
            if ID.fullmatch(id):
                continue
            better = slug(id.replace("_", " ")).lstrip("0123456789-") or "short-english-name"
            yield Note(
                page.file,
                line,
                en=f"The id {quote(id)} is hard to type and to read out. Write `{{#{better}}}`, in "
                "every language the same.",
                zh=f"id {quote(id)}不好输入，也不好念。写成 `{{#{better}}}`，各语言用同一个。",
            )
