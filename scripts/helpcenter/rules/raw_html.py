"""An article holds HTML.

HTML brings scripts, forms that ask for passwords, and pictures from other hosts. Articles are
Markdown, which cannot.

Wrong: `<b>Never</b> share the code.`

Right: `**Never** share the code.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


INSTEAD = {
    **dict.fromkeys(("b", "strong"), "**…**"),
    **dict.fromkeys(("i", "em"), "*…*"),
    **dict.fromkeys(("br", "p", "div", "span"), ""),
    "a": "[…](…)",
    "img": "![…](…)",
    "code": "`…`",
    **dict.fromkeys(("ul", "li"), "- …"),
    "ol": "1. …",
    **{f"h{level}": "#" * level + " … {#…}" for level in range(2, 5)},
}
TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")


def check(center: Center) -> Iterator[Note]:
    """Tags, and comments that are none."""
    opened: set[tuple[str, str]] = set()
    for fault in center.faults_of("raw-html"):
        piece = fault.detail["html"].strip()
        match = TAG.match(piece)
        if match:
            tag = (fault.path, match[1].lower())
            if piece.startswith("</") and tag in opened:
                continue
            opened.add(tag)
        instead = INSTEAD.get(match[1].lower(), "") if match else ""
        en, zh = "Delete it.", "删掉它。"
        if instead:
            en, zh = f"Write `{instead}`.", f"写成 `{instead}`。"
        elif match and match[1].lower() in ("br", "p"):
            en, zh = "Leave an empty line instead.", "改用空行。"
        yield Note(
            fault.path,
            fault.line,
            en=f"{quote(piece)} is HTML, and articles are Markdown. {en}",
            zh=f"{quote(piece)}是 HTML，文章只用 Markdown。{zh}",
        )
