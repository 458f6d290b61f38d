"""An id is hard to type or to read out, or stays text.

Ids stand in addresses that people send each other. Chinese turns into `%E6%AD%A5`, and capitals
must match exactly. An id that stands where none is taken is shown to readers, braces and all.

Wrong: `{#Schritt_1}`, `{#步骤}`, `1. **Ask.** {#ask} Ask the merchant.`

Right: `{#steps}`, `1. **Ask.** Ask the merchant. {#ask}`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.content.slug import ID, MARK, slug
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


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
    # A step without an id has a rule of its own.
    bare = {step.line for step in page.steps if not step.id}
    for block in page.blocks:
        if (
            block.kind == "pre"
            or block.line in bare
            or not ("#" in block.text or "＃" in block.text)
        ):
            continue
        for rest, row in enumerate(reversed(block.prose.split("\n"))):
            match = MARK.search(row)
            # At the end of a line it is right where it is, and what stands below is not.
            if match and not (rest and match.end() == len(row)):
                yield Note(
                    page.file,
                    block.line + block.prose.count("\n") - rest,
                    en=f"{quote(match[0])} is shown to readers, for no id is taken here. Write "
                    f"`{{#{match[1]}}}` at the end of the step or of the heading it is about, or "
                    "take it out.",
                    zh=f"{quote(match[0])}会原样显示给读者，这个位置不认 id。"
                    f"在它所属的步骤或标题末尾写 `{{#{match[1]}}}`，或者去掉。",
                )
