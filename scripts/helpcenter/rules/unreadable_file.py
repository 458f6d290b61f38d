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


def check(center: Center) -> Iterator[Note]:
    """Files that exist and could not be read."""
    for fault in center.faults_of("unreadable-file"):
        why = quote(fault.detail["why"])
        yield Note(
            fault.path,
            fault.line,
            en=f"This cannot be read: {why}. Put an ordinary file that may be opened in its place, "
            "or delete it.",
            zh=f"这个文件读不了：{why}。换成一个有权限打开的普通文件，或者把它删掉。",
        )
