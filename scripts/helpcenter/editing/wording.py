"""How commands and rules call parts of a page, states and mishaps, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from helpcenter.editing.changes import ChangeFailed
from helpcenter.speech import Speech
from helpcenter.translation.parts import Part
from helpcenter.translation.state import Change, State

EN, ZH = Speech("en"), Speech("zh")


def part_said(part: Part, speech: Speech) -> str:
    """What an editor calls a part: `step 3`, `“What happens next”`."""
    if part.kind == "head":
        return speech(en="the title or description", zh="标题或说明")
    if part.kind == "answer":
        return speech(en="the answer", zh="开头的回答")
    if part.kind == "step":
        platform, _, number = part.label.rpartition(" ")
        return speech(
            en=f"step {number}" + (f" ({platform})" if platform else ""),
            zh=(f"“{platform}”" if platform else "") + f"第 {number} 步",
        )
    return f"“{part.label}”"


def change_said(change: Change, speech: Speech) -> str:
    """One change in a few words: `step 3 is new`."""
    if change.part is None:
        return speech(en="a part was removed", zh="删了一处")
    name = part_said(change.part, speech)
    if change.kind == "added":
        return speech(en=f"{name} is new", zh=f"{name}是新的")
    return name


def parts_said(changes: Iterable[Change], speech: Speech) -> str:
    """The changes in a row, each once: `step 3, “What happens next”`."""
    names = dict.fromkeys(change_said(change, speech) for change in changes)
    return speech(en=", ", zh="、").join(names)


def state_said(state: State, speech: Speech) -> str:
    """A state in a word."""
    words = {
        State.SOURCE: ("source", "原文"),
        State.FRESH: ("fresh", "最新"),
        State.MINOR: ("minor change", "小改动"),
        State.STALE: ("stale", "过时"),
        State.UNSTAMPED: ("not compared", "未对照"),
        State.MISSING: ("missing", "缺少"),
    }
    en, zh = words[state]
    return speech(en=en, zh=zh)


def failed(error: ChangeFailed, speech: Speech) -> str:
    """Why nothing was changed."""
    reasons = {
        "exists": (
            f"{error.path} exists already; it is not overwritten.",
            f"{error.path} 已经有了，不会覆盖。",
        ),
        "changed": (
            f"{error.path} was edited in the meantime; run the command again.",
            f"{error.path} 刚刚被改过，再运行一次。",
        ),
        "outside": (
            f"{error.path} leads out of the project.",
            f"{error.path} 指向项目外面。",
        ),
    }
    en, zh = reasons.get(error.why, (f"{error.path}: {error.why}.", f"{error.path}：{error.why}。"))
    return speech(en=f"{en} Nothing was changed.", zh=f"{zh}没有改动任何文件。")


def put_back(name: str, speech: Speech) -> str:
    """What is said when an unfinished change was undone."""
    return speech(
        en=f"{name}: an unfinished change was undone.", zh=f"{name}：撤销了上次没做完的改动。"
    )
