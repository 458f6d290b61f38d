"""A translation does not have the steps of its original.

One of the two readers leaves out a step, perhaps the one that stops the theft; and who switches
the language in the middle lands somewhere else.

Wrong: `{#find-order}`, `{#ask}` in one language, `{#ask}` alone in the other.

Right: the same ids in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checking.twins import Drift, drifts, pairs
from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Steps that are missing, added, moved or named differently in a translation."""
    for original, page in pairs(center):
        theirs = [(step.platform and "tab", step.id) for step in original.steps]
        ours = [(step.platform and "tab", step.id) for step in page.steps]
        for drift in drifts(theirs, ours):
            yield _note(original, page, drift)


def _note(original: Page, page: Page, drift: Drift) -> Note:
    theirs = original.steps[drift.original] if drift.original is not None else None
    ours = page.steps[drift.translation] if drift.translation is not None else None
    line = ours.line if ours else page.body_line
    where = f"{original.file}:{theirs.line if theirs else original.body_line}"
    if drift.kind == "missing" and theirs:
        name = f"`{{#{theirs.id}}}`" if theirs.id else f"“{theirs.text[:30]}”"
        after = f"after step {ours.number}" if ours else "as the first step"
        after_zh = f"第 {ours.number} 步后面" if ours else "最前面"
        return Note(
            page.file,
            line,
            en=f"Step {theirs.number} of {where}, {name}, is missing here. Add it {after}, or "
            "delete it there.",
            zh=f"{where} 的第 {theirs.number} 步 {name} 这里没有。在{after_zh}补上，"
            "或者把那边的删掉。",
        )
    assert ours
    name = f"`{{#{ours.id}}}`" if ours.id else "without id"
    name_zh = f"`{{#{ours.id}}}`" if ours.id else "（没有 id）"
    if drift.kind == "extra" or not theirs:
        return Note(
            page.file,
            line,
            en=f"Step {ours.number}, {name}, is not in {original.file}. Add it there, or delete it "
            "here.",
            zh=f"第 {ours.number} 步 {name_zh} 在 {original.file} 里没有。那边补上，或者这里删掉。",
        )
    if drift.kind == "moved":
        return Note(
            page.file,
            line,
            en=f"Step {ours.number}, {name}, is step {theirs.number} in {where}. Put the steps in "
            "the same order.",
            zh=f"第 {ours.number} 步 {name_zh} 在 {where} 是第 {theirs.number} 步。"
            "两边的顺序要一致。",
        )
    return Note(
        page.file,
        line,
        en=f"Step {ours.number} is {name} here, and `{{#{theirs.id}}}` in {where}. If it is the "
        f"same step, write `{{#{theirs.id}}}`.",
        zh=f"第 {ours.number} 步在这里是 {name_zh}，在 {where} 是 "
        f"`{{#{theirs.id}}}`。"
        f"是同一步，就写 `{{#{theirs.id}}}`。",
    )
