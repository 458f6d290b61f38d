"""A page still holds a place that waits to be written.

`helpcenter new` and `helpcenter import` mark with `???` what a person has to write or to check. A
reader in trouble must not meet such a place.

Wrong:

    ??? The answer first, two sentences at most.

Right:

    Ask the merchant first. Most refunds are decided there.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.editing.skeleton import TO_WRITE
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


CONFLICT = "<<<<<<< "
"""How Git begins a place where two edits of one line met."""


def check(center: Center) -> Iterator[Note]:
    """Pages whose words, shown or searched, hold the mark, or two versions of a place."""
    for page in center.pages:
        for block in page.blocks:
            rows = block.text.split("\n") if CONFLICT in block.text else ()
            for offset, row in enumerate(rows):
                if not row.startswith(CONFLICT):
                    continue
                yield Note(
                    page.file,
                    block.line + offset,
                    en=f"{quote(row)} begins a place that two people changed at once. Keep "
                    "what is right, and delete the lines that begin with `<<<<<<<`, `=======` and "
                    "`>>>>>>>`.",
                    zh=f"从{quote(row)}开始，是两个人同时改过的地方。留下对的内容，"
                    "把以 `<<<<<<<`、`=======`、`>>>>>>>` 开头的几行删掉。",
                )
        lines: dict[int, str] = {}
        for passage in page.carried.passages:
            place = passage.text.find(TO_WRITE)
            while place >= 0:
                rest = passage.text[place:].split("\n")[0]
                shown = rest if len(rest) <= 40 else rest[:39] + "…"
                lines.setdefault(passage.line(place), shown)
                place = passage.text.find(TO_WRITE, place + len(TO_WRITE))
        for line, shown in lines.items():
            yield Note(
                page.file,
                line,
                en=f"“{shown}” waits to be written. Replace it, the question marks included.",
                zh=f"“{shown}”还没写。换成正文，问号也删掉。",
            )
