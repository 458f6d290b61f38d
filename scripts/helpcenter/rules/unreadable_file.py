"""A file cannot be read.

What cannot be read cannot be checked, and would be missing from the site without a word.

Wrong: a file without read permission, a pipe, a device.

Right: an ordinary file that everybody who builds the site may open.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR
WHY = {
    "not a plain file": "它不是普通文件",
    "Permission denied": "没有读取权限",
    "Is a directory": "它是文件夹",
    "Too many levels of symbolic links": "它是符号链接",
}
"""The usual reasons in Chinese; those of a failing disk stay as the system says them."""


def check(center: Center) -> Iterator[Note]:
    """Files that exist and could not be read."""
    for fault in center.faults_of("unreadable-file"):
        why = quote(fault.detail["why"])
        said = WHY.get(fault.detail["why"], why)
        yield Note(
            fault.path,
            fault.line,
            en=f"This cannot be read: {why}. Put an ordinary file that may be opened in its place, "
            "or delete it.",
            zh=f"这个文件读不了：{said}。换成一个有权限打开的普通文件，或者把它删掉。",
        )
