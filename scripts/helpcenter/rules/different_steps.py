"""A translation does not have the steps of its original.

One of the two readers leaves out a step, perhaps the one that stops the theft; and who switches
the language in the middle lands somewhere else.

Wrong: `{#find-order}`, `{#ask}` in one language, `{#ask}` alone in the other.

Right: the same ids in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checking.twins import Drift, drifts, nearby, pairs
from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Steps that are missing, added, moved or named differently in a translation."""
    for original, page in pairs(center):
        if tabs := _other_tabs(original, page):
            yield tabs
        theirs = [step.id for step in original.steps]
        ours = [step.id for step in page.steps]
        for drift in drifts(theirs, ours):
            yield _note(original, page, drift)


def _other_tabs(original: Page, page: Page) -> Note | None:
    """What there is to say if only one of the two has its steps in tabs, or as many."""
    theirs = list(dict.fromkeys(step.platform for step in original.steps if step.platform))
    ours = list(dict.fromkeys(step.platform for step in page.steps if step.platform))
    if len(theirs) == len(ours) or not original.steps or not page.steps:
        return None
    where = f"{original.file}:{original.steps[0].line}"
    line = page.steps[0].line
    names, names_zh = ", ".join(map(quote, theirs)), "".join(map(quote, theirs))
    if not theirs:
        mine, mine_zh = ", ".join(map(quote, ours)), "".join(map(quote, ours))
        return Note(
            page.file,
            line,
            en=f"The steps stand in tabs here, {mine}, and in one list in {where}. Make it the "
            "same in both.",
            zh=f"步骤在这里分成标签页{mine_zh}，在 {where} 却是一个列表。两边要一致。",
        )
    return Note(
        page.file,
        line,
        en=f"The steps of {where} stand in tabs, {names}; here there "
        + (
            "are none"
            if not ours
            else f"are {len(ours)} of {len(theirs)}"
            if len(ours) > 1
            else f"is 1 of {len(theirs)}"
        )
        + f'. Write `=== "{theirs[0]}"` and so on above the same steps.',
        zh=f"{where} 的步骤分成标签页{names_zh}，这里"
        + ("没有分" if not ours else f"是 {len(ours)} 个")
        + f'。在同样的步骤上面写 `=== "{theirs[0]}"` 等等。',
    )


def _note(original: Page, page: Page, drift: Drift) -> Note:
    theirs = original.steps[drift.original] if drift.original is not None else None
    ours = page.steps[drift.translation] if drift.translation is not None else None
    line = ours.line if ours else nearby(original, theirs.line, page) if theirs else page.body_line
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
    if not theirs.id:
        return Note(
            page.file,
            line,
            en=f"Step {ours.number}, {name}, has no id in {where}. If it is the same step, write "
            f"{name} there.",
            zh=f"第 {ours.number} 步 {name_zh} 在 {where} 没有 id。是同一步，就在那边写 {name}。",
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
