"""Words in another script, marked with their language: screen readers change their voice for it.

A reader of English is told the Chinese name of an app, because that is what the screen shows.
"""

from __future__ import annotations

import re

PIECES = re.compile(r"(<[^<>]*>)")
HAN = re.compile("[\u3400-\u9fff]+(?:[·，、 ][\u3400-\u9fff]+)*")
WRITTEN_IN_HAN = ("zh", "ja")


def told_apart(html: str, lang: str) -> str:
    """`html`, a text in the language `lang`, with its Han characters marked as Chinese."""
    if lang.startswith(WRITTEN_IN_HAN) or not HAN.search(html):
        return html
    pieces = PIECES.split(html)
    pieces[::2] = [HAN.sub(r'<span lang="zh">\g<0></span>', text) for text in pieces[::2]]
    return "".join(pieces)
