"""A question has no numbered steps.

A reader in trouble needs to know what to do first, second, third. Prose and bullets do not say in
which order.

Wrong:

    首先打开应用，其次点“客服”。

Right:

    ## 步骤 {#steps}

    1. **打开客服。** 打开应用，点“客服”。 {#open-support}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import STEPS, Block, Page
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


GLUED = re.compile(r"\d{1,2}[.．]\s*\S")
COUNTED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:步|[、.．])|\d{1,2}[、)）]|[(（]\d{1,2}[)）]|[①-⑳]"
    r"|\d{1,2}[.．](?!\d)|[a-h][)）]|首先|第一|先[^，。]{1,20}，?(?:再|然后|接着)"
    r"|(?:step\s*(?:\d|one)\b)|first(?:ly)?\b[,:]?"
    r"|[^→➜›»>\n]{1,40}(?:[→➜›»>][^→➜›»>\n]{1,40}){2})",
    re.IGNORECASE,
)
"""How people count when they do not write `1. `."""


def check(center: Center) -> Iterator[Note]:
    """Pages of kind `faq` without a step, with the line where their steps hide."""
    for page in center.pages:
        if page.meta.kind == "faq" and not page.steps:
            yield _note(page)


def _note(page: Page) -> Note:
    title = quote(page.meta.title)
    heading = next((one for one in page.headings if one.id == STEPS), None)
    if heading and heading.level != 2:
        return Note(
            page.file,
            heading.line,
            en=f"{title} has no numbered steps where they are looked for: {quote(heading.text)} is "
            f"not a second-level heading. Write `## {heading.text} {{#steps}}`.",
            zh=f"{title}的步骤位置不对：{quote(heading.text)}不是二级标题。"
            f"写成 `## {heading.text} {{#steps}}`。",
        )
    section = [one for one in page.blocks if _section(page, one) == STEPS]
    for block in section or page.blocks:
        for offset, line in enumerate(block.text.split("\n")):
            shown = quote(line, 30)
            if offset and GLUED.match(line) and block.kind in ("p", "li"):
                return Note(
                    page.file,
                    block.line + offset,
                    en=f"{title} has no numbered steps, because {shown} is glued to the line "
                    "above. Leave an empty line before the first step.",
                    zh=f"{title}没有编号的步骤，{shown}和上一行连成了一段。在第一步前面空一行。",
                )
            if COUNTED.match(line):
                return Note(
                    page.file,
                    block.line + offset,
                    en=f"{title} has no numbered steps; {shown} tells them as prose. Under "
                    "`## Steps {#steps}`, write `1. …`, `2. …`, each on a line of its own.",
                    zh=f"{title}没有编号的步骤，{shown}把步骤写成了普通文字。"
                    "在 `## 步骤 {#steps}` 下面写 `1. …`、`2. …`，每步一行。",
                )
    for block in page.blocks:
        shown = quote(block.text, 30)
        if block.list == "ol" and _section(page, block) != STEPS:
            return Note(
                page.file,
                block.line,
                en=f"{title} has no numbered steps where they are looked for: {shown} stands under "
                "another heading. Write `## Steps {#steps}` above the list.",
                zh=f"{title}的步骤位置不对：{shown}在别的标题下面。"
                "在列表上面写 `## 步骤 {#steps}`。",
            )
        if block.list and _section(page, block) == STEPS:
            nested = block.list == "ol"
            return Note(
                page.file,
                block.line,
                en=f"{title} has no numbered steps; {shown} "
                + (
                    "stands inside something else. Write the list at the start of the line."
                    if nested
                    else "is a bullet. Write `1. …` instead of `- …`."
                ),
                zh=f"{title}没有编号的步骤，{shown}"
                + (
                    "套在别的内容里。把列表顶格写。"
                    if nested
                    else "用了圆点。把 `- …` 改成 `1. …`。"
                ),
            )
    return Note(
        page.file,
        heading.line if heading else page.body_line,
        en=f"{title} has no numbered steps. "
        "Under `## Steps {#steps}`, write `1. …`, `2. …`, each on a line of its own.",
        zh=f"{title}没有编号的步骤。在 `## 步骤 {{#steps}}` 下面写 `1. …`、`2. …`，每步一行。",
    )


def _section(page: Page, block: Block) -> str:
    """Id of the second-level heading a block stands under."""
    above = page.headings[: block.under]
    return next((one.id for one in reversed(above) if one.level == 2), "")
