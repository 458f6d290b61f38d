"""Two things of a page have the same id.

A link to it leads to the first, whichever was meant, and the page is not valid.

Wrong: two steps ending in `{#ask}`.

Right: `{#ask-merchant}` and `{#ask-bank}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Every id but the first of its name."""
    for page in center.pages:
        first: dict[str, int] = {}
        taken = {id for id, _ in page.ids}
        for id, line in page.ids:
            if id not in first:
                first[id] = line
                continue
            number = 2
            while f"{id}-{number}" in taken:
                number += 1
            taken.add(f"{id}-{number}")
            yield Note(
                page.file,
                line,
                en=f"The id {quote(id)} is taken by line {first[id]}. Write another one here, such "
                f"as `{{#{id}-{number}}}`.",
                zh=f"id {quote(id)}在第 {first[id]} 行已经用过。这里换一个，"
                f"例如 `{{#{id}-{number}}}`。",
            )
