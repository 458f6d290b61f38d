"""An article's HTML as plain lines, for programs that show or read out text alone.

A line for each paragraph, item or cell. The title of a box begins its line, so that a warning stays
one: “Support never does this: asks for a code.”
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from helpcenter.content.anatomy import BLOCKS

TITLE = ' class="admonition-title"'
CLOSED = "。.！!？?：:；;，,…"
WIDE = "\u2e80"
"""Signs from here on are as wide as they are high, and so is their colon."""
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
"""As the renderer writes them: in values, `<` and `>` are entities."""
COMMENT = re.compile("<!--.*?-->", re.DOTALL)
ALT = re.compile(r' alt="([^"]+)"')


@lru_cache(maxsize=1 << 10)
def spoken(html: str) -> str:
    """The text of `html`, its blocks on lines of their own."""
    lines: list[str] = []
    text = title = ""
    in_title = False
    # A text, then what a tag is made of, and so on; a last tag ends the last line.
    pieces = iter((*TAG.split(COMMENT.sub("", html)), "/", "p", ""))
    for before, closing, tag, attributes in zip(pieces, pieces, pieces, pieces, strict=True):
        text += before
        if tag == "img" and (alt := ALT.search(attributes)):
            text += f" {alt[1]} "
        if tag not in BLOCKS and tag != "br":
            continue
        line = " ".join(unescape(text).split())
        text = ""
        if line and in_title:
            title = line
        elif line:
            lines.append(_led(title) + line)
            title = ""
        in_title = not closing and TITLE in attributes
    return "\n".join(lines)


def _led(title: str) -> str:
    """`title` as the beginning of a line."""
    if not title:
        return ""
    wide = title[-1] >= WIDE
    if title[-1] in CLOSED:
        return title if wide else f"{title} "
    return f"{title}：" if wide else f"{title}: "
