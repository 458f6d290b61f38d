"""A rule is silenced where it has nothing to say.

The comment would hide the next fault of its kind, which nobody has looked at.

Wrong: `<!-- allow missing-alt: decoration -->` above a paragraph without an image.

Right: no comment.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Allowances that silenced nothing; the check itself notices."""
    for fault in center.faults_of("unused-allowance"):
        rule = fault.detail["rule"]
        yield Note(
            fault.path,
            fault.line,
            en=f"“{rule}” finds nothing here. Take the comment out.",
            zh=f"“{rule}”在这里没有要说的。删掉这条注释。",
        )
