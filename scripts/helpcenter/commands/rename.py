"""`helpcenter rename`: a page at a new path, with every link to it and a redirect from the old."""

from __future__ import annotations

import argparse
import sys

from helpcenter.content.center import Center, read_center
from helpcenter.content.meta import PAGE_PATH
from helpcenter.editing import renaming
from helpcenter.editing.changes import ChangeFailed, Changes, recover
from helpcenter.editing.mention import mentioned, unknown
from helpcenter.editing.wording import failed, put_back
from helpcenter.finding import nearest
from helpcenter.speech import Speech

DONE, MISUSE = 0, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("old", metavar="OLD", help="payments/refund")
    parser.add_argument("new", metavar="NEW", help="payments/money-back")


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    for name in recover(options.root):
        print(put_back(name, speech), file=sys.stderr)
    center = read_center(options.root)
    old, new = (_path(center, text) for text in (options.old, options.new))
    problem = _wrong(center, old, new, options.new, speech)
    if problem:
        print(problem, file=sys.stderr)
        return MISUSE
    moved = renaming.moves(center, old, new)
    changes = Changes(options.root)
    try:
        stuck = renaming.plan(center, moved, changes)
        if stuck:
            print(_stuck(stuck, speech), file=sys.stderr)
            return MISUSE
        changes.apply()
    except ChangeFailed as error:
        print(failed(error, speech), file=sys.stderr)
        return MISUSE
    for name, data in changes.files.items():
        print(f"- {name}" if data is None else f"  {name}")
    print(
        speech(
            en=f"“{old}” is now “{new}”. Old links keep working."
            if center.published.there
            else f"“{old}” is now “{new}”.",
            zh=f"“{old}”改成了“{new}”。旧链接照样能用。"
            if center.published.there
            else f"“{old}”改成了“{new}”。",
        ),
        file=sys.stderr,
    )
    return DONE


def _path(center: Center, text: str) -> str:
    path = mentioned(center.settings, text).path
    return path if "/" in path or path == "index" else f"{path}/index"


def _wrong(center: Center, old: str, new: str, shown: str, speech: Speech) -> str:
    """Why this cannot be done, or nothing."""
    finished = _moved(center, old, new)
    if old not in center.paths and not finished:
        return unknown(center, mentioned(center.settings, old), speech)
    broken = sorted(fault.path for fault in center.faults if _unread(center, fault.path))
    if broken:
        return speech(
            en=f"{broken[0]} cannot be read, so its links cannot be kept. Run `helpcenter lint` "
            "and mend it first.",
            zh=f"读不出 {broken[0]}，里面的链接改不了。先运行 `helpcenter lint`，把它改好。",
        )
    if not PAGE_PATH.fullmatch(new) or "index" in (old, new):
        return speech(
            en=f"“{shown}” is no path of a page. Write topic/question in small English letters, "
            "digits and dashes: payments/money-back",
            zh=f"“{shown}”不能用作页面路径。写成 话题/问题，只用小写英文字母、数字和连字符："
            "payments/money-back",
        )
    if old.endswith("/index") != new.endswith("/index"):
        return speech(
            en="A topic stays a topic, and a question a question.",
            zh="话题只能改成话题，问题只能改成问题。",
        )
    if new in center.paths and not finished:
        return speech(
            en=f"There is a page “{new}” already. Nothing was changed.",
            zh=f"已经有“{new}”这一页了。没有改动任何文件。",
        )
    topic = new.rpartition("/")[0]
    if not new.endswith("/index") and f"{topic}/index" not in center.paths:
        topics = [one.removesuffix("/index") for one in center.paths if one.endswith("/index")]
        near = nearest(topic, topics)
        return speech(
            en=f"There is no topic “{topic}”." + (f" Did you mean “{near}”?" if near else ""),
            zh=f"没有“{topic}”这个话题。" + (f"是不是“{near}”？" if near else ""),
        )
    return ""


def _moved(center: Center, old: str, new: str) -> bool:
    """Whether somebody moved the file by hand, so that all that is left is what points to it."""
    recorded = {page.partition("/")[2] for page in center.published.pages}
    both = set(center.written.get(old, ())) & set(center.written.get(new, ()))
    return new in center.paths and old in recorded and new not in recorded and not both


def _unread(center: Center, file: str) -> bool:
    """Whether `file` is an article that could not be read."""
    return file in center.files and all(page.file != file for page in center.pages)


def _stuck(stuck: renaming.Stuck, speech: Speech) -> str:
    where = f"{stuck.file}:{stuck.line}"
    if stuck.text == "nav":
        return speech(
            en=f"The nav in {stuck.file} is not written one line a page, `- topic/question.md`. "
            "Nothing was changed.",
            zh=f"{stuck.file} 的 nav 不是一页一行 `- topic/question.md`。没有改动任何文件。",
        )
    return speech(
        en=f"{where}: the link “{stuck.text}” cannot be rewritten with certainty. Write it as "
        "[words](path.md), then run the command again. Nothing was changed.",
        zh=f"{where}：链接“{stuck.text}”没有把握改对。写成 [文字](path.md)，再运行一次。"
        "没有改动任何文件。",
    )
