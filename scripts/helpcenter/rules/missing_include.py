"""A page takes in a piece of another file that is not there.

The generator leaves the piece out without a word, and readers miss it.

Wrong: `--8<-- "includes/fee.md"` beside `includes/fees.md`

Right: `--8<-- "includes/fees.md"`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Snippets without a file, or without the section they name."""
    for fault in center.faults_of("missing-include"):
        name = quote(fault.detail["name"])
        yield Note(
            fault.path,
            fault.line,
            en=f"{name} is to be put in here, and there is no such file or section. Write its path "
            "from the folder of snippets, or take the line out.",
            zh=f"这里要放进{name}，却没有这个文件或片段。写从片段文件夹出发的路径，或者去掉这一行。",
        )
