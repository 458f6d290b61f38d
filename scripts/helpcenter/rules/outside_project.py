"""A file is a link, or leads out of the project.

MkDocs follows links without a word: a link to `/proc/self/environ` publishes the secrets of the
machine that builds the site.

Wrong: `docs/zh/payments/fees.md`, a symbolic link to `/home/me/fees.md`.

Right: `docs/zh/payments/fees.md`, the file itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Links and paths that leave the project; nothing behind them was opened."""
    for fault in center.faults_of("outside-project"):
        target = quote(fault.detail["target"])
        yield Note(
            fault.path,
            fault.line,
            en=f"This is a link, or leads out of the project, to {target}; it was not opened. "
            "Put the file itself here.",
            zh=f"这里是链接，或者通向项目之外的{target}，没有打开。把文件本身放到这里。",
        )
