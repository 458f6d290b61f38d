"""The text of a file: UTF-8, and nothing in it that nobody can see.

Characters that turn the direction of the text around, or stand nowhere at all, show an editor
another text than the one that programs read: a link that seems to lead elsewhere, a key that seems
right. They are refused wherever they are written, also as `&#x202e;` or `"\\u202e"`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from helpcenter.content.file import MAX_BYTES, read_file
from helpcenter.content.marked import INVISIBLE, Marked, Problem, read_marked, sign
from helpcenter.finding import Fault

EMPTY = re.compile("[\u200b\u2060-\u2064\u180e]")
"""Characters without width that say nothing; a page can be read all the same."""
LIMITS = {"line": 10_000, "brackets": 1_000, "angles": 1_000}
"""Longest line, and how many `[` and `<`: what Markdown takes minutes over."""


def read_text(data: bytes, file: str) -> str | Fault:
    """The text of `data` with plain line ends; `file` names it in the fault.

    The faults are of the rules `not-utf-8` and `invisible-character`.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line(data[: error.start].decode("utf-8", "replace"))
        return Fault("not-utf-8", file, line, {"byte": f"0x{data[error.start]:02x}"})
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if match := INVISIBLE.search(text):
        return unseen(file, _line(text[: match.start()]), match[0], _around(text, match.start()))
    return text


def read_data(root: Path, file: str, limit: int = MAX_BYTES) -> Marked | Problem | Fault:
    """The YAML in `file`, below `root`; or what is wrong with its text, or with the file.

    The faults are those of `read_file` and `read_text`. Never raises.
    """
    data = read_file(root, file, limit)
    text = data if isinstance(data, Fault) else read_text(data, file)
    if isinstance(text, Fault):
        return text
    if match := EMPTY.search(text):
        return unseen(file, _line(text[: match.start()]), match[0], _around(text, match.start()))
    marked = read_marked(text)
    if isinstance(marked, Problem) and marked.kind == "invisible":
        return Fault("invisible-character", file, marked.line, {"sign": marked.detail})
    return marked


def unseen(file: str, line: int, character: str, text: str = "") -> Fault:
    """The fault of a character that nobody sees; `text` is its line if it stands there as such."""
    return Fault("invisible-character", file, line, {"sign": sign(character), "text": text})


def seen(text: str) -> str:
    """`text` without what nobody sees."""
    return EMPTY.sub("", INVISIBLE.sub("", text))


def _around(text: str, place: int) -> str:
    """The line of `text` around `place`."""
    return text[text.rfind("\n", 0, place) + 1 :].partition("\n")[0]


def read_article(data: bytes, file: str) -> str | Fault:
    """The text of an article, which may not be more than Markdown bears: else `too-large`."""
    if len(data) > MAX_BYTES:
        return Fault("too-large", file, 1, {"kind": "bytes", "limit": str(MAX_BYTES)})
    text = read_text(data, file)
    if isinstance(text, Fault):
        return text
    for kind, place in _excesses(text):
        line = text.count("\n", 0, place) + 1
        return Fault("too-large", file, line, {"kind": kind, "limit": str(LIMITS[kind])})
    return text


def _excesses(text: str) -> Iterator[tuple[str, int]]:
    """What there is too much of, and where it begins to be."""
    lines = text.split("\n")
    if max(map(len, lines)) > LIMITS["line"]:
        place = next(n for n, line in enumerate(lines) if len(line) > LIMITS["line"])
        yield "line", sum(len(line) + 1 for line in lines[:place])
    for kind, bracket in (("brackets", "["), ("angles", "<")):
        pieces = text.split(bracket, LIMITS[kind] + 1)
        if len(pieces) > LIMITS[kind] + 1:
            yield kind, len(text) - len(pieces[-1]) - 1


def untidy(data: bytes, file: str) -> Iterator[Fault]:
    """What other programs may stumble over, though it can be read."""
    if data.startswith(b"\xef\xbb\xbf"):
        yield Fault("untidy-file", file, 1, {"kind": "bom"})
    if b"\r" in data:
        line = len(re.split(rb"\r\n|\r|\n", data[: data.index(b"\r")]))
        yield Fault("untidy-file", file, line, {"kind": "cr"})
    if not data.endswith((b"\n", b"\r")):
        yield Fault("untidy-file", file, data.count(b"\n") + 1, {"kind": "end"})


def _line(before: str) -> int:
    return len(re.split("\r\n|\r|\n", before))
