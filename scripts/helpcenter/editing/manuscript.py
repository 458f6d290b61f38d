"""An article as text that a program may touch: one key, one link, and not a byte more.

Editors' own spacing, line ends and comments stay as they are. Every change is made on the line it
belongs to; what cannot be found with certainty is not changed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from helpcenter.content.marked import Marked, Problem, read_marked
from helpcenter.content.meta import KEYS

FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
INLINE = re.compile(r"(\]\(\s*<?)([^()\s<>]+)(?=>?(?:\s+[\"'(][^\n]*?)?\s*\))")
DEFINED = re.compile(r"^( {0,3}\[[^\]\n]+\]:\s*<?)([^\s<>]+)")
PATH_LISTS = ("related", "urgent", "wanted")
"""Keys whose values are paths of pages."""


class Manuscript:
    """The lines of one article, with their ends."""

    def __init__(self, data: bytes) -> None:
        """`data` is the file. Raises UnicodeDecodeError if it is not UTF-8."""
        text = data.decode("utf-8")
        self.bom = text.startswith("\ufeff")
        self.lines = re.split(r"(?<=\n)", text.removeprefix("\ufeff"))
        self.end = "\r\n" if self.lines[0].endswith("\r\n") else "\n"
        self.close = next(
            (n for n, line in enumerate(self.lines) if n and line.rstrip() == "---"), 0
        )
        """Number of the line that ends the front matter, from 0; 0 if there is none."""
        if self.lines[0].rstrip() != "---":
            self.close = 0

    def bytes(self) -> bytes:
        """The article as a file."""
        return (("\ufeff" if self.bom else "") + "".join(self.lines)).encode("utf-8")

    def _marked(self) -> Marked | None:
        found = read_marked("\n" + "".join(self.lines[1 : self.close]).replace("\r\n", "\n"))
        return None if isinstance(found, Problem) or not isinstance(found.data, dict) else found

    def set_key(self, key: str, value: str) -> bool:
        """Write `key: value` in its place of the schema; False if there is no front matter.

        `value` is a plain scalar. A value that stood there over several lines is replaced whole.
        """
        marked = self._marked() if self.close else None
        if marked is None:
            return False
        starts = {name: marked.line(name) - 1 for name in marked.data}
        line = f"{key}: {value}{self.end}"
        if key in starts:
            self.lines[starts[key] : self._after(starts[key], starts)] = [line]
        else:
            later = KEYS[KEYS.index(key) + 1 :]
            at = min((starts[name] for name in later if name in starts), default=self.close)
            self.lines.insert(at, line)
        self.close = next(n for n, one in enumerate(self.lines) if n and one.rstrip() == "---")
        return True

    def _after(self, start: int, starts: dict[str, int]) -> int:
        """Number of the line after the value that begins at `start`; comments below stay."""
        end = min((one for one in starts.values() if one > start), default=self.close)
        while end > start + 1 and re.match(r"\s*(#|$)", self.lines[end - 1]):
            end -= 1
        return end

    def set_paths(self, rename: Callable[[str], str]) -> None:
        """Pass every page path of the front matter through `rename`."""
        marked = self._marked() if self.close else None
        if marked is None:
            return
        for key in PATH_LISTS:
            values = marked.data.get(key)
            for place, value in enumerate(values if isinstance(values, list) else ()):
                if not isinstance(value, str) or rename(value) == value:
                    continue
                number = marked.line(key, place) - 1
                pattern = rf"(?<![\w/-]){re.escape(value)}(?![\w/-])"
                new = rename(value)
                before, _, after = re.split(f"({pattern})", self.lines[number], maxsplit=1)
                self.lines[number] = before + new + after

    def set_links(self, path: str, now: str, rename: Callable[[str], str]) -> None:
        """Rewrite the relative links of the page that was at `path` and is `now` elsewhere.

        A link leads to the file it led to before, or to what `rename` makes of that file's name,
        `payments/refund.md`.
        """

        def relinked(match: re.Match[str]) -> str:
            return match[1] + relink(match[2], path, now, rename)

        for number in self._prose():
            line = self.lines[number]
            kept: list[str] = []

            def hide(match: re.Match[str], kept: list[str] = kept) -> str:
                kept.append(match[0])
                return f"\x00{len(kept) - 1}\x00"

            line = CODE.sub(hide, line)
            line = DEFINED.sub(relinked, INLINE.sub(relinked, line))
            for place, code in enumerate(kept):
                line = line.replace(f"\x00{place}\x00", code)
            self.lines[number] = line

    def _prose(self) -> Iterator[int]:
        fence = ""
        for number in range(self.close + 1 if self.close else 0, len(self.lines)):
            match = FENCE.match(self.lines[number])
            if fence:
                if match and match[1].startswith(fence):
                    fence = ""
            elif match:
                fence = match[1]
            else:
                yield number


def relink(target: str, path: str, now: str, rename: Callable[[str], str]) -> str:
    """The link `target` of the page at `path`, as it must be written when the page is at `now`."""
    if re.match(r"[a-zA-Z][\w+.-]*:|/|#|\?", target):
        return target
    place, mark, anchor = target.partition("#")
    full = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(place)))
    moved = rename(full)
    if full.startswith("..") or (moved == full and posixpath.dirname(path) == _folder(now)):
        return target
    return posixpath.relpath(moved, _folder(now) or ".") + mark + anchor


def _folder(path: str) -> str:
    return posixpath.dirname(path)
