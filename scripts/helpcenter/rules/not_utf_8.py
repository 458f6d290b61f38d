"""A file is not UTF-8 text.

Chinese saved in another encoding (GBK, GB 18030, UTF-16) turns into nonsense on the page.

Wrong: saving as “ANSI” or “GBK” in an old editor.

Right: “Save as…”, encoding UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Files that could not be decoded."""
    for fault in center.faults_of("not-utf-8"):
        byte = fault.detail["byte"]
        yield Note(
            fault.path,
            fault.line,
            en=f"This file is not UTF-8 (byte {byte}). Save it again with encoding UTF-8.",
            zh=f"这个文件不是 UTF-8 编码（字节 {byte}）。用 UTF-8 编码重新保存。",
        )
