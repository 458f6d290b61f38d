"""Code and comments in Markdown: nothing of an article is looked for in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

INERT = re.compile(r"`(?<!\\`)`*|<!--")
BLANK = re.compile(r"\n[ \t]*\n")
FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")


def blanked(text: str, start: int, end: int) -> str:
    """`text` with blanks from `start` to `end`; line ends stay."""
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def all_blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with blanks in the place of all `spans`, which stand in order."""
    pieces, place = [], 0
    for start, end in spans:
        pieces += [text[place:start], re.sub(r"[^\n]", " ", text[start:end])]
        place = end
    return "".join([*pieces, text[place:]])


def inert(text: str) -> Iterator[tuple[int, int]]:
    """Where code inside of paragraphs, and comments, begin and end."""
    place = 0
    while match := INERT.search(text, place):
        place = match.end()
        if match[0] == "<!--":
            end = text.find("-->", place)
            end = end + 3 if end >= 0 else -1
        else:
            stop = BLANK.search(text, place)
            ticks = re.compile(rf"(?<!`)`{{{len(match[0])}}}(?!`)")
            close = ticks.search(text, place, stop.start() if stop else len(text))
            end = close.end() if close else -1
        if end >= 0:
            yield match.start(), end
            place = end


def unfenced(rows: list[str]) -> Iterator[str]:
    """The rows with blanks in the place of blocks of code between fences."""
    fence = ""
    for row in rows:
        match = FENCE.match(row)
        inside = bool(fence)
        if fence:
            if match and match[1].startswith(fence):
                fence = ""
        elif match:
            fence = match[1]
        yield " " * len(row) if inside or fence else row
