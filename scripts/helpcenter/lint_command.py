"""`helpcenter lint`: check the articles, say what is wrong in whatever form is wanted."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from helpcenter.center import read_center
from helpcenter.check import check
from helpcenter.excerpt import Excerpts
from helpcenter.finding import Finding, Level, nearest
from helpcenter.formats import FORMATS, Result, github_summary
from helpcenter.report import count
from helpcenter.settings import FILE
from helpcenter.speech import Speech
from helpcenter.wishes import Refused, Wishes, chosen_rules, read_wishes

CLEAN, FINDINGS, MISUSE = 0, 1, 2


class _Form(argparse.Action):
    """Collects `--format` and `--output`; an output belongs to the format before it."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        forms: list[tuple[str, Path | None]] = list(getattr(namespace, "forms", None) or [])
        if self.dest == "format":
            forms.append((values, None))
        elif not forms or forms[-1][1] is not None:
            parser.error("--output FILE belongs after a --format / --output 要写在 --format 之后")
        else:
            forms[-1] = (forms[-1][0], values)
        namespace.forms = forms


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    add = parser.add_argument
    add("paths", nargs="*", type=Path, metavar="PATH", help="show only these / 只看这些文件")
    add("--strict", action="store_true", help="fail on warnings too / 提醒也算失败")
    add("--select", action="append", metavar="RULES", help="only these rules / 只用这些规则")
    add("--ignore", action="append", metavar="RULES", help="all but these / 不用这些规则")
    add("--level", type=Level, choices=list(Level), help="show only from here up / 只看这一级以上")
    add("--format", action=_Form, choices=list(FORMATS), help="human, … / 输出格式，可以有几个")
    add("--output", action=_Form, type=Path, metavar="FILE", help="where to / 写到哪个文件")
    parser.set_defaults(forms=None)


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    if not (options.root / FILE).is_file():
        folder = options.root.resolve()
        return _misuse(
            speech(
                en=f"There is no mkdocs.yml in {folder}. Go to the project's folder, or give "
                "--root.",
                zh=f"{folder} 里没有 mkdocs.yml。进入项目文件夹，或用 --root 指定。",
            )
        )
    try:
        wishes = _wishes(options)
        wanted = _paths(options)
    except Refused as error:
        return _misuse(speech(en=error.en, zh=error.zh))
    checked = check(read_center(options.root), wishes)
    findings = [one for one in checked.findings if _shown(one, wanted, options.level)]
    result = Result(
        findings,
        len(checked.center.pages),
        checked.center.settings,
        Excerpts(options.root),
        speech,
        options.lang,
    )
    code = _write(result, options.forms, speech)
    print(count(findings, result.pages, speech), file=sys.stderr)
    if code or not result.pages:
        return MISUSE
    failed = [one for one in findings if options.strict or one.level is Level.ERROR]
    return FINDINGS if failed else CLEAN


def _wishes(options: argparse.Namespace) -> Wishes:
    """What the project wants, and of that what the command line asks for."""
    wishes = read_wishes(options.root)
    select, ignore = (
        [name for words in chosen or () for name in words.split(",") if name]
        for chosen in (options.select, options.ignore)
    )
    asked = chosen_rules(select, ignore)
    # Somebody who names a rule wants it, whatever the project leaves out.
    chosen = asked if select else asked & wishes.select
    return Wishes(chosen, wishes.levels, wishes.options, wishes.baseline)


def _paths(options: argparse.Namespace) -> tuple[str, ...]:
    """The paths asked for, relative to the root; empty for everything. Raises Refused."""
    # Not resolved: a symbolic link is judged where it lies.
    root = os.path.abspath(options.root)  # noqa: PTH100
    found = []
    for path in options.paths:
        name = os.path.relpath(path, root).replace(os.sep, "/")
        if name == ".." or name.startswith("../"):
            raise Refused(
                en=f"{path} is not in the project {root}.", zh=f"{path} 不在项目 {root} 里。"
            )
        if not os.path.lexists(path):
            near = [str(one) for one in path.parent.glob("*")] if path.parent.is_dir() else []
            close = nearest(str(path), near)
            raise Refused(
                en=f"There is no {path}." + (f" Did you mean {close}?" if close else ""),
                zh=f"没有 {path}。" + (f"是不是 {close}？" if close else ""),
            )
        found.append(name)
    return () if "." in found else tuple(found)


def _shown(finding: Finding, wanted: Sequence[str], level: Level | None) -> bool:
    if level is Level.ERROR and finding.level is not Level.ERROR:
        return False
    return not wanted or any(
        finding.path == path or finding.path.startswith(f"{path}/") for path in wanted
    )


def _write(result: Result, forms: Sequence[tuple[str, Path | None]] | None, speech: Speech) -> int:
    """Every form wanted, each where it is wanted. Returns an exit code, 0 if all went well."""
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    forms = forms or (("github" if on_github else "human", None),)
    if sum(file is None for _, file in forms) > 1:
        return _misuse(
            speech(
                en="Only one format can go to the screen. Give the others an --output FILE.",
                zh="屏幕上只能显示一种格式。其他的用 --output 写到文件。",
            )
        )
    for name, file in forms:
        text = FORMATS[name](result)
        try:
            if file is None:
                sys.stdout.write(text)
            else:
                file.write_text(text, "utf-8", newline="\n")
            summary = os.environ.get("GITHUB_STEP_SUMMARY") if name == "github" else None
            if summary:
                with Path(summary).open("a", encoding="utf-8") as stream:
                    stream.write(github_summary(result))
        except OSError as error:
            if file is None and isinstance(error, BrokenPipeError):
                raise
            why = error.strerror
            return _misuse(
                speech(
                    en=f"{error.filename or file} cannot be written: {why}.",
                    zh=f"{error.filename or file} 写不进去：{why}。",
                )
            )
    return CLEAN


def _misuse(text: str) -> int:
    print(text, file=sys.stderr)
    return MISUSE
