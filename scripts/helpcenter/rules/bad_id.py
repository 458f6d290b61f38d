"""An id is hard to type or to read out, or stays text.

Ids stand in addresses that people send each other. Chinese turns into `%E6%AD%A5`, and capitals
must match exactly. An id that stands where none is taken is shown to readers, braces and all.

Wrong: `{#Schritt_1}`, `{#步骤}`, `1. **Ask.** {#ask} Ask the merchant.`

Right: `{#steps}`, `1. **Ask.** Ask the merchant. {#ask}`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.checking.prose import whole_written
from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.content.slug import ID, MARK, slug
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING
BRACE = re.compile("[{｛]")
"""What a mark begins with."""


def check(center: Center) -> Iterator[Note]:
    """Ids that are not small English words with dashes, and those that are only text."""
    for page in center.pages:
        yield from _shown(page)
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


def _shown(page: Page) -> Iterator[Note]:
    if not BRACE.search(whole_written(page)):
        return
    # A step without an id has a rule of its own.
    bare = {step.line for step in page.steps if not step.id}
    for block in page.blocks:
        if block.kind == "pre" or block.line in bare:
            continue
        for rest, row in enumerate(reversed(block.prose.split("\n"))):
            match = MARK.search(row)
            # At the end of a line it is right where it is, and what stands below is not.
            if match and not (rest and match.end() == len(row)):
                yield Note(
                    page.file,
                    block.line + block.prose.count("\n") - rest,
                    en=f"{quote(match[0])} is shown to readers: an id counts only at the end of a "
                    f"step or a heading. Move it there as `{{#{match[1]}}}`, or take it out.",
                    zh=f"{quote(match[0])}会原样显示给读者：id 只有写在步骤或标题的末尾才算数。"
                    f"移到那里，写成 `{{#{match[1]}}}`，或者去掉。",
                )
