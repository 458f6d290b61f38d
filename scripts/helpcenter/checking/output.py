"""Where findings go: the forms a person asked for, each to the screen or a file."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from helpcenter.checking.formats import FORMATS, Result, github_summary
from helpcenter.checking.report import count
from helpcenter.finding import Level
from helpcenter.speech import Speech

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


def add_forms(parser: argparse.ArgumentParser) -> None:
    """`--format` and `--output`, each as often as wanted."""
    add = parser.add_argument
    add("--format", action=_Form, choices=list(FORMATS), help="human, … / 输出格式，可以有几个")
    add("--output", action=_Form, type=Path, metavar="FILE", help="where to / 写到哪个文件")
    parser.set_defaults(forms=None)


def finish(options: argparse.Namespace, speech: Speech, result: Result) -> int:
    """Say it in every form wanted, and how much there is; returns the exit code."""
    code = write(result, options.forms)
    print(count(result.findings, result.pages, speech), file=sys.stderr)
    if code or not result.pages:
        return MISUSE
    failed = [one for one in result.findings if options.strict or one.level is Level.ERROR]
    return FINDINGS if failed else CLEAN


def write(result: Result, forms: Sequence[tuple[str, Path | None]] | None) -> int:
    """Every form wanted, each where it is wanted. Returns an exit code, 0 if all went well."""
    speech = result.speech
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    forms = forms or (("github" if on_github else "human", None),)
    if sum(file is None for _, file in forms) > 1:
        return misuse(
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
                with Path(summary).open("a", encoding="utf-8", newline="\n") as stream:
                    stream.write(github_summary(result))
        except OSError as error:
            if file is None and isinstance(error, BrokenPipeError):
                raise
            why = error.strerror
            return misuse(
                speech(
                    en=f"{error.filename or file} cannot be written: {why}.",
                    zh=f"{error.filename or file} 写不进去：{why}。",
                )
            )
    return CLEAN


def misuse(text: str) -> int:
    """Say why the command cannot be used so; returns the exit code."""
    print(text, file=sys.stderr)
    return MISUSE
