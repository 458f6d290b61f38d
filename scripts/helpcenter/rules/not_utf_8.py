"""A file is not UTF-8 text.

Chinese saved in another encoding (GBK, GB 18030, UTF-16) turns into nonsense on the page, and
control characters are invisible to everyone but the programs that stumble over them.

Wrong: saving as “ANSI” or “GBK” in an old editor.

Right: “Save as…”, encoding UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import INVISIBLE
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Files that could not be decoded."""
    for fault in center.faults_of("not-utf-8"):
        if fault.detail["byte"] == "control":
            sign, text = fault.detail["sign"], fault.detail["text"]
            before = quote(fault.detail["before"])
            where = (f"After {before}", f"{before}后面")
            if not fault.detail["before"].strip():
                where = ("At the beginning of this line", "这一行开头")
            yield Note(
                fault.path,
                fault.line,
                en=f"{where[0]} stands a sign that nobody sees ({sign}), often left by pasting. "
                "`helpcenter lint --fix` takes it out; or type the line again.",
                zh=f"{where[1]}有一个看不见的字符（{sign}），多半是粘贴带来的。"
                "运行 `helpcenter lint --fix` 去掉，或者把这一行重新输入一遍。",
                fix=Fix(text, INVISIBLE.sub("", text)) if text.strip() else None,
            )
        else:
            byte = fault.detail["byte"]
            yield Note(
                fault.path,
                fault.line,
                en=f"This file is not UTF-8 (byte {byte}). Save it again with encoding UTF-8.",
                zh=f"这个文件不是 UTF-8 编码（字节 {byte}）。用 UTF-8 编码重新保存。",
            )
