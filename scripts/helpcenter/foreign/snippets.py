"""Pieces of other files that a page takes in: `--8<-- "includes/fees.md"`.

The pieces are put in before the page is read, and every line remembers where it comes from, so
that a fault inside of a piece is told at the line of the piece.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

MARK = "-+8<-+"
HEAD = rf"(?P<space>[ \t]*)(?P<escape>;*){MARK}"
ONE = re.compile(rf"{HEAD}[ \t]+(?P<q>[\"'])(?P<name>.+?)(?P=q)")
BLOCK = re.compile(HEAD)
SECTION = re.compile(
    rf".*?{MARK}[ \t]+\[[ \t]*(?P<kind>start|end)[ \t]*:[ \t]*(?P<name>[\w-]+)[ \t]*\].*"
)
RANGES = re.compile(r"(?P<file>.*?):\d*(?::\d*)?(?:,\d*(?::\d*)?)*")
NAMED = re.compile(r"(?P<file>.*?):[A-Za-z][\w-]*")
DEEPEST = 20
LONGEST = 200_000
"""Lines of a page with all its pieces."""

Origin = tuple[str, int]
"""File and line."""


@dataclass(slots=True)
class Expanded:
    """A page with its pieces."""

    lines: list[str] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    """Where each line stands."""
    missing: list[tuple[str, int]] = field(default_factory=list)
    """What was to be put in and is not there, and the place in `lines` where that is said."""
    remote: bool = False
    """Whether something was to come from another host; it was not fetched."""


class Snippets:
    """Puts pieces in, as the options of `pymdownx.snippets` say."""

    def __init__(
        self,
        folders: Sequence[str],
        appended: Sequence[str],
        read: Callable[[str], str | None],
    ) -> None:
        """`folders` are searched in order, relative to the root; `appended` goes below every page;
        `read` gives a file's text, if it may be read and is there."""
        self.folders = folders
        self.appended = appended
        self.read = read

    def expand(self, lines: Sequence[str], file: str, first: int) -> Expanded:
        """`lines` of `file`, the first of which has the number `first`, counted from 1."""
        done = Expanded()
        self._expand([(line, (file, first + n)) for n, line in enumerate(lines)], done, "", ())
        for name in self.appended:
            self._put(name, (file, first), done, "", ())
        return done

    def _expand(
        self,
        lines: Sequence[tuple[str, Origin]],
        done: Expanded,
        indent: str,
        above: tuple[str, ...],
    ) -> None:
        block: str | None = None
        for line, origin in lines:
            if len(done.lines) > LONGEST:
                return
            single, bare = ONE.fullmatch(line), BLOCK.fullmatch(line)
            if block is not None:
                name = line.strip()
                if bare and not bare["escape"]:
                    block = None
                elif name and not name.startswith(";"):
                    self._put(name, origin, done, block, above)
                continue
            if bare and not bare["escape"]:
                block = indent + bare["space"]
                continue
            if single and not single["escape"]:
                if not single["name"].startswith(";"):
                    self._put(single["name"], origin, done, indent + single["space"], above)
                continue
            if single or bare:
                line = line.replace(";", "", 1)
            done.lines.append(indent + line if line else line)
            done.origins.append(origin)

    def _put(
        self, name: str, origin: Origin, done: Expanded, indent: str, above: tuple[str, ...]
    ) -> None:
        name = name.strip()
        if re.match("https?://", name, re.IGNORECASE):
            done.remote = True
            return
        found = self._find(name)
        if found is None or (cut := _cut(*found)) is None:
            done.missing.append((name, len(done.lines)))
            done.lines.append("")
            done.origins.append(origin)
            return
        file = found[0]
        if name in above or len(above) > DEEPEST:
            return
        self._expand([(line, (file, number)) for number, line in cut], done, indent, (*above, name))

    def _find(self, name: str) -> tuple[str, str, str] | None:
        """File, text, and what of it is wanted."""
        for pattern in (None, RANGES, NAMED):
            match = pattern.fullmatch(name) if pattern else None
            if pattern and not match:
                continue
            file = match["file"] if match else name
            for folder in self.folders:
                path = posixpath.normpath(posixpath.join(folder, file))
                text = self.read(path)
                if text is not None:
                    return path, text, name[len(file) + 1 :]
        return None


def _cut(file: str, text: str, wanted: str) -> list[tuple[int, str]] | None:
    """The numbered lines that are wanted; nothing if there is no such section."""
    lines = list(enumerate(text.split("\n")[: -1 if text.endswith("\n") else None], 1))
    if wanted and not wanted[0].isdigit() and wanted[0] != ":":
        return _section(lines, wanted)
    if wanted:
        lines = [line for one in wanted.split(",") for line in _range(lines, one)]
    return [line for line in lines if not SECTION.fullmatch(line[1])]


def _range(lines: list[tuple[int, str]], wanted: str) -> list[tuple[int, str]]:
    start, _, end = wanted.partition(":")
    last = int(end) if end else len(lines)
    return lines[max(int(start or 1) - 1, 0) : last]


def _section(lines: list[tuple[int, str]], name: str) -> list[tuple[int, str]] | None:
    known = any((match := SECTION.fullmatch(line)) and match["name"] == name for _, line in lines)
    return list(_between(lines, name)) if known else None


def _between(lines: list[tuple[int, str]], name: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in lines:
        match = SECTION.fullmatch(line)
        if match and match["name"] == name:
            inside = match["kind"] == "start"
        elif inside and not match:
            yield number, line
