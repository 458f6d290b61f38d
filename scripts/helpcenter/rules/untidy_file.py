"""A file has an unusual beginning or end, the line ends of another system, or signs of no width.

The page looks right, but the next change shows every line as changed, and search does not find a
word with a sign inside that nobody sees.

Wrong: a byte-order mark, `\\r\\n` at the end of lines, a last line that does not end.

Right: UTF-8 without a mark, `\\n` after every line. `helpcenter lint --fix` does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Fault, Fix, Level, Note, quote

LEVEL = Level.WARNING

UNSEEN = re.compile("[\u200b\u00ad\u2060]")
WORDS = {
    "bom": ("The file begins with a byte-order mark.", "文件开头有字节顺序标记（BOM）。"),
    "cr": ("Lines end with a carriage return.", "行尾有回车符。"),
    "end": ("The last line does not end.", "最后一行没有换行。"),
}


def check(center: Center) -> Iterator[Note]:
    """What reading noticed about the bytes of an article."""
    for fault in center.faults_of("untidy-file"):
        if fault.detail["kind"] == "unseen":
            yield _unseen(fault)
            continue
        en, zh = WORDS[fault.detail["kind"]]
        yield Note(
            fault.path,
            fault.line,
            en=f"{en} Save it as UTF-8 with line feeds, or run `helpcenter lint --fix`.",
            zh=f"{zh}存成 UTF-8、LF 换行，或运行 `helpcenter lint --fix`。",
            fix=Fix("", ""),
        )


def _unseen(fault: Fault) -> Note:
    text = fault.detail["text"]
    before = quote(UNSEEN.split(text)[0][-12:])
    signs = sorted({f"U+{ord(one):04X}" for one in UNSEEN.findall(text)})
    shown = ", ".join(signs)
    return Note(
        fault.path,
        fault.line,
        en=f"After {before} stands a sign that nobody sees ({shown}); search does not find the "
        "word. Run `helpcenter lint --fix`, or type the line again.",
        zh=f"{before}后面有看不见的字符（{shown}），这个词会搜不到。"
        "运行 `helpcenter lint --fix`，或者把这一行重新输入一遍。",
        fix=Fix(text, UNSEEN.sub("", text)),
    )
