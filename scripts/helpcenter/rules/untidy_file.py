"""A file begins or ends in an unusual way, or has the line ends of another system.

The page looks right, and the next change shows every line as changed.

Wrong: a byte-order mark, `\\r\\n` at the end of lines, a last line that does not end.

Right: UTF-8 without a mark, `\\n` after every line. `helpcenter lint --fix` does it.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Fix, Level, Note

LEVEL = Level.WARNING

WORDS = {
    "bom": ("The file begins with a byte-order mark.", "文件开头有字节顺序标记（BOM）。"),
    "cr": ("Lines end with a carriage return.", "行尾有回车符。"),
    "end": ("The last line does not end.", "最后一行没有换行。"),
}


def check(center: Center) -> Iterator[Note]:
    """What reading noticed about the bytes of an article."""
    for fault in center.faults_of("untidy-file"):
        en, zh = WORDS[fault.detail["kind"]]
        yield Note(
            fault.path,
            fault.line,
            en=f"{en} Save it as UTF-8 with line feeds, or run `helpcenter lint --fix`.",
            zh=f"{zh}存成 UTF-8、LF 换行，或运行 `helpcenter lint --fix`。",
            fix=Fix("", ""),
        )
