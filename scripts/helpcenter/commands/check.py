"""`helpcenter check`: everything a pull request has to pass, in one command and one summary."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from helpcenter.checking.check import check
from helpcenter.checking.excerpt import Excerpts
from helpcenter.checking.formats import Result
from helpcenter.checking.output import CLEAN, FINDINGS, MISUSE, add_forms, misuse, write
from helpcenter.checking.parts import NAMES, PARTS, Case, Outcome, outcomes
from helpcenter.checking.wishes import Refused, Wishes, read_wishes
from helpcenter.contacts.earlier import before
from helpcenter.content.center import read_center
from helpcenter.content.settings import FILE
from helpcenter.finding import Level, in_order, nearest
from helpcenter.git import fork, git
from helpcenter.speech import Speech, no_project

BASES = ("origin/main", "main", "origin/master", "master")
"""What contacts are compared with if nobody says, the first that Git knows."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    add = parser.add_argument
    names = " ".join(PARTS)
    add("parts", nargs="*", metavar="PART", help=f"only these: {names} / 只做这几项")
    add(
        "--base", metavar="REV", help="compare contacts with (default: main) / 联系方式和哪个版本比"
    )
    add("--strict", action="store_true", help="fail on warnings too / 提醒也算失败")
    add_forms(parser)


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    unknown = next((name for name in options.parts if name not in PARTS), None)
    if unknown is not None:
        near = nearest(unknown, PARTS)
        names = ", ".join(PARTS)
        return misuse(
            speech(
                en=f"There is no part “{unknown}”. "
                + (f"Did you mean “{near}”?" if near else f"Choose from: {names}"),
                zh=f"没有“{unknown}”这一项。" + (f"是不是“{near}”？" if near else f"可选：{names}"),
            )
        )
    if not (options.root / FILE).is_file():
        return misuse(no_project(options.root, speech))
    wanted = tuple(options.parts) or tuple(PARTS)
    try:
        case = _case(options.root, options.base, read_wishes(options.root))
        done = list(outcomes(case, wanted))
    except Refused as error:
        return misuse(speech(en=error.en, zh=error.zh))
    found = in_order(one for _, outcome in done for one in outcome.findings)
    pages, settings = len(case.center.pages), case.center.settings
    excerpts = Excerpts(options.root)
    code = write(Result(found, pages, settings, excerpts, speech, options.lang), options.forms)
    for line in summary(done, speech, strict=options.strict):
        print(line, file=sys.stderr)
    _on_github(done, speech, strict=options.strict)
    if code or not pages:
        return MISUSE
    return FINDINGS if any(failed(one, strict=options.strict) for _, one in done) else CLEAN


def failed(outcome: Outcome, *, strict: bool) -> bool:
    """Whether a pull request would be stopped."""
    return any(strict or one.level is Level.ERROR for one in outcome.findings)


def summary(
    done: Sequence[tuple[str, Outcome]], speech: Speech, *, strict: bool = False
) -> list[str]:
    """One line for each part, and one for all."""
    lines = [f"{_mark(one, strict)} {_said(name, one, speech)}" for name, one in done]
    errors = sum(failed(one, strict=strict) for _, one in done)
    warned = any(one.findings for _, one in done)
    if errors:
        lines.append(
            speech(
                en="Not ready yet. Each line above says what to write; then run it again.",
                zh="还没好。上面每一行都写明了怎么改，改好再运行一次。",
            )
        )
    elif warned:
        lines.append(
            speech(
                en="Ready for a pull request. The warnings do not stop it.",
                zh="可以提交了。提醒不会挡住提交。",
            )
        )
    else:
        lines.append(speech(en="Ready for a pull request.", zh="可以提交了。"))
    return lines


def _mark(outcome: Outcome, strict: bool) -> str:
    if outcome.skipped:
        return "-"
    return "✗" if failed(outcome, strict=strict) else "✓"


def _said(name: str, outcome: Outcome, speech: Speech) -> str:
    """`articles: 106 pages, 2 errors, 1 warning`"""
    errors = sum(one.level is Level.ERROR for one in outcome.findings)
    warnings = len(outcome.findings) - errors
    text = speech(en=f"{name}: {outcome.en}", zh=f"{NAMES[name]}：{outcome.zh}")
    if outcome.skipped:
        return text + speech(en=" (not checked)", zh="（没有检查）")
    if errors:
        text += speech(en=f", {errors} error{'s'[: errors != 1]}", zh=f"，{errors} 个错误")
    if warnings:
        text += speech(en=f", {warnings} warning{'s'[: warnings != 1]}", zh=f"，{warnings} 个提醒")
    return text


def _on_github(done: Sequence[tuple[str, Outcome]], speech: Speech, *, strict: bool) -> None:
    """The same on the page of the run."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file and os.environ.get("GITHUB_ACTIONS") == "true":
        lines = summary(done, speech, strict=strict)
        with Path(file).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write("## helpcenter check\n\n" + "".join(f"- {one}\n" for one in lines) + "\n")


def _case(root: Path, base: str | None, wishes: Wishes) -> Case:
    """Everything the parts look at. Raises Refused if Git does not know `base`."""
    center = read_center(root)
    checked = check(center, wishes)
    name = base if base is not None else _base(root)
    old = before(center.settings, center.contacts, fork(root, name)) if name else None
    if base is not None and old is None:
        raise Refused(
            en=f"Git knows no revision “{base}” here. Give one, such as `main` or `HEAD~1`.",
            zh=f"Git 在这里找不到版本“{base}”。写一个存在的，例如 `main` 或 `HEAD~1`。",
        )
    case = Case(root, checked, wishes)
    return case if old is None else replace(case, base=name, before=old)


def _base(root: Path) -> str:
    """The main branch as Git knows it here, or nothing."""
    return next(
        (
            one
            for one in BASES
            if git(root, "rev-parse", "--verify", "--quiet", f"{one}^{{commit}}")
        ),
        "",
    )
