"""`helpcenter guide`: bring what is generated for editors up to date with the code."""

from __future__ import annotations

import argparse
import sys

from helpcenter.checking import style_guide
from helpcenter.editing import generated
from helpcenter.editing.changes import ChangeFailed, Changes, recover
from helpcenter.editing.wording import failed, put_back
from helpcenter.speech import Speech

DONE, FINDINGS, MISUSE = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--check", action="store_true", help="change nothing, fail if stale / 只检查，不改动"
    )


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    for name in recover(options.root):
        print(put_back(name, speech), file=sys.stderr)
    changes = Changes(options.root)
    try:
        if not generated.plan(changes):
            print(
                speech(
                    en=f"{style_guide.FILE} lacks the marks between which the rules stand: "
                    f"{style_guide.BEGIN} and {style_guide.END}",
                    zh=f"{style_guide.FILE} 里没有放规则的标记：{style_guide.BEGIN} 和 "
                    f"{style_guide.END}",
                ),
                file=sys.stderr,
            )
            return MISUSE
        if not options.check:
            changes.apply()
    except ChangeFailed as error:
        print(failed(error, speech), file=sys.stderr)
        return MISUSE
    for name in changes.files:
        print(name)
    if options.check and changes.files:
        print(
            speech(
                en="These are behind the code. Run `helpcenter guide`.",
                zh="这些文件落后于代码。运行 `helpcenter guide`。",
            ),
            file=sys.stderr,
        )
        return FINDINGS
    return DONE
