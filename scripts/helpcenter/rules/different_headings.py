"""A translation does not have the headings of its original.

The language switch keeps the reader's place by these ids, and a missing section is a missing
answer.

Wrong: `## What happens next {#next}` beside `## 之后会怎样 {#what-next}`.

Right: `## What happens next {#what-next}`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checking.twins import Drift, drifts, pairs
from helpcenter.content.center import Center
from helpcenter.content.page import Heading, Page
from helpcenter.content.slug import MARK
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Headings whose level or id differ between twins."""
    for original, page in pairs(center):
        theirs = [(one.level, one.id) for one in original.headings]
        ours = [(one.level, one.id) for one in page.headings]
        for drift in drifts(theirs, ours):
            yield _note(original, page, drift)


def _note(original: Page, page: Page, drift: Drift) -> Note:
    theirs = original.headings[drift.original] if drift.original is not None else None
    ours = page.headings[drift.translation] if drift.translation is not None else None
    line = ours.line if ours else page.body_line
    where = f"{original.file}:{theirs.line if theirs else original.body_line}"
    if drift.kind == "missing" and theirs:
        return Note(
            page.file,
            line,
            en=f"The section {quote(theirs.text)} of {where} is missing here. Add "
            f"`{_mark(theirs, '…')}` and its text.",
            zh=f"{where} 的{quote(theirs.text)}一节这里没有。补上 `{_mark(theirs, '…')}` 和内容。",
        )
    assert ours
    if drift.kind == "extra" or not theirs:
        return Note(
            page.file,
            line,
            en=f"The section {quote(ours.text)} is not in {original.file}. Add it there, or delete "
            "it here.",
            zh=f"{quote(ours.text)}一节在 {original.file} 里没有。那边补上，或者这里删掉。",
        )
    if drift.kind == "moved":
        return Note(
            page.file,
            line,
            en=f"The section {quote(ours.text)} stands elsewhere in {where}. Put the sections in "
            "the same order.",
            zh=f"{quote(ours.text)}一节的位置和 {where} 不同。两边的顺序要一致。",
        )
    return Note(
        page.file,
        line,
        en=f"The heading {quote(ours.text)} does not match {where}, {quote(theirs.text)}. If they "
        f"are the same, write `{_mark(theirs, ours.text)}`.",
        zh=f"标题{quote(ours.text)}和 {where} 的{quote(theirs.text)}对不上。是同一节，"
        f"就写 `{_mark(theirs, ours.text)}`。",
    )


def _mark(heading: Heading, text: str) -> str:
    id = f" {{#{heading.id}}}" if heading.id else ""
    return f"{'#' * heading.level} {MARK.sub('', text).strip()}{id}"
