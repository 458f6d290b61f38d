"""`helpcenter status`: which pages fell behind, which are due for review."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from helpcenter.content.center import Center, read_center
from helpcenter.editing.changes import put
from helpcenter.editing.wording import change_said, state_said
from helpcenter.speech import Speech
from helpcenter.translation.dashboard import dashboard
from helpcenter.translation.review import due, due_within
from helpcenter.translation.state import State
from helpcenter.translation.status import Difference, Row, pieces, status

CLEAN, MISUSE = 0, 2
WELL = (State.SOURCE, State.FRESH)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--all", action="store_true", help="also pages that are well / 没问题的页面也列出来"
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="dashboard / 写成网页")
    parser.add_argument("--json", action="store_true", help="for programs / 给程序读")
    parser.add_argument(
        "--due", type=int, metavar="DAYS", help="only reviews due within DAYS / 只列到期要审阅的"
    )


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    center = read_center(options.root)
    day = center.today
    if not center.pages:
        print(speech(en="There are no pages.", zh="没有页面。"), file=sys.stderr)
        return MISUSE
    if options.due is not None:
        _print_due(center, day, max(0, options.due), options.json, speech)
        return CLEAN
    rows = status(center)
    if options.html:
        try:
            put(options.html, dashboard(center, rows, day, speech).encode("utf-8"))
        except OSError as error:
            why = error.strerror or str(error)
            print(
                speech(
                    en=f"{options.html} cannot be written: {why}.",
                    zh=f"{options.html} 写不了：{why}。",
                ),
                file=sys.stderr,
            )
            return MISUSE
        print(options.html)
        return CLEAN
    if options.json:
        print(json.dumps([_plain(row, day) for row in rows], ensure_ascii=False, indent=2))
        return CLEAN
    for line in table(rows, day, speech, everything=options.all):
        print(line)
    print(summary(rows, day, speech), file=sys.stderr)
    return CLEAN


def table(rows: tuple[Row, ...], day: dt.date, speech: Speech, *, everything: bool) -> list[str]:
    """One line for each page and language, with what changed beneath it."""
    shown = [r for r in rows if everything or r.state not in WELL or r.overdue(day)]
    if not shown:
        return []
    cells = [
        speech(en="page", zh="页面"),
        speech(en="state", zh="状态"),
        speech(en="reviewed", zh="审阅"),
        speech(en="due", zh="到期"),
    ]
    lines = [cells, *(_cells(row, day, speech) for row in shown)]
    widths = [max(_width(line[place]) for line in lines) for place in range(4)]
    printed = [_padded(cells, widths)]
    for row, line in zip(shown, lines[1:], strict=True):
        printed.append(_padded(line, widths))
        for one in row.differences:
            printed += ["    " + text for text in said(one, speech)]
    return printed


def _cells(row: Row, day: dt.date, speech: Speech) -> list[str]:
    late = "!" if row.overdue(day) else ""
    return [
        f"{row.locale}/{row.path}",
        state_said(row.state, speech),
        str(row.reviewed or "-"),
        f"{row.due}{late}" if row.due else "-",
    ]


def said(one: Difference, speech: Speech) -> list[str]:
    """What changed in a part: its name, and the words that went and came."""
    name = change_said(one.change, speech)
    if one.old is None:
        lost = speech(en="the old words are not in Git", zh="Git 里找不到旧的文字")
        return [f"{name} ({lost})", f"  + {one.new}".replace("\n", " ")]
    marks = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
    words = "".join(
        marks[kind][0] + text + marks[kind][1] for kind, text in pieces(one.old, one.new)
    )
    return [f"{name}: {words}".replace("\n", " ")]


def summary(rows: tuple[Row, ...], day: dt.date, speech: Speech) -> str:
    """How many pages are in which state, in a sentence."""
    states = Counter(row.state for row in rows)
    named = [f"{states[one]} {state_said(one, speech)}" for one in State if states[one]]
    late = sum(row.overdue(day) for row in rows)
    return speech(
        en=f"{', '.join(named)}; {late} due for review.",
        zh=f"{'，'.join(named)}；{late} 个到期要审阅。",
    )


def _print_due(center: Center, day: dt.date, days: int, plain: bool, speech: Speech) -> None:
    months = center.settings.review_months
    pages = list(due_within(center, day, days))
    if plain:
        found = [
            {
                "file": page.file,
                "title": page.meta.title,
                "reviewed": page.meta.reviewed.isoformat(),
                "due": due(page, months).isoformat(),
            }
            for page in pages
        ]
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for page in pages:
        print(
            speech(
                en=f"{page.file}: due {due(page, months)}, reviewed {page.meta.reviewed}: "
                f"{page.meta.title}",
                zh=f"{page.file}：{due(page, months)} 到期，{page.meta.reviewed} 审阅过："
                f"{page.meta.title}",
            )
        )
    print(
        speech(
            en=f"{len(pages)} reviews due within {days} days.",
            zh=f"{days} 天内有 {len(pages)} 个页面到期要审阅。",
        ),
        file=sys.stderr,
    )


def _plain(row: Row, day: dt.date) -> dict[str, Any]:
    return {
        "path": row.path,
        "locale": row.locale,
        "title": row.title,
        "state": row.state.value,
        "reviewed": row.reviewed.isoformat() if row.reviewed else None,
        "due": row.due.isoformat() if row.due else None,
        "overdue": row.overdue(day),
        "changes": [
            {
                "kind": one.change.kind,
                "part": one.change.part.kind if one.change.part else None,
                "label": one.change.part.label if one.change.part else None,
                "significance": one.change.significance,
                "old": one.old,
                "new": one.new,
            }
            for one in row.differences
        ],
    }


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(cells: list[str], widths: list[int]) -> str:
    padded = [
        cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
    ]
    return "  ".join(padded).rstrip()
