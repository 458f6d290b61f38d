"""Where in its file stands what an article carries: found when somebody asks for a line.

Few do. Only a finding has a line, and most articles have no findings.
"""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import accumulate
from typing import Any

from helpcenter.content.signs import LETTERS, ROWS
from helpcenter.store import packed, unpacked

Marks = tuple[tuple[int, int], ...]
"""Places in a text where another line of its file begins, and that line."""
ANCHOR = 8
"""Letters a piece of text needs, to be found in the source without its neighbours' help."""


@dataclass(frozen=True)
class Written:
    """An article's text, and the pieces that the renderer made of it.

    Its passages are numbered: first what the front matter declares, then the blocks, then texts
    that stand beside them, in attributes. From the store it comes as bytes, which are opened when
    somebody asks for a line.
    """

    text: str
    first: int
    """The line below the front matter."""
    runs: tuple[str, ...]
    """Pieces of text, in order; where raw HTML stands, an empty one."""
    declared: tuple[int, ...]
    """The line of the key of each declared text."""
    blocks: tuple[tuple[int, int, bool], ...]
    """The first run of each block, the one after its last, and whether it is out of order."""
    beside: tuple[int, ...]
    """The run that each of the other texts stands near."""

    def __getstate__(self) -> bytes:
        return packed(tuple(getattr(self, name) for name in FIELDS))

    def __setstate__(self, kept: bytes) -> None:
        self.__dict__["kept"] = kept

    def __getattr__(self, name: str) -> Any:
        if name not in FIELDS or "kept" not in self.__dict__:
            raise AttributeError(name)
        self.__dict__.update(zip(FIELDS, unpacked(self.__dict__["kept"]), strict=True))
        return self.__dict__[name]

    def marks(self, number: int, text: str) -> Marks:
        """The lines of passage `number`, which is `text`."""
        if number < len(self.declared):
            return self._declared(text, self.declared[number])
        number -= len(self.declared)
        if number < len(self.blocks):
            begin, end, _ = self.blocks[number]
            return self._block(begin, end)
        return ((0, self.line(text, self.beside[number - len(self.blocks)])),)

    def line(self, text: str, run: int) -> int:
        """The line of `text`, which stands near `run`, or else that of `run`."""
        near = (self.places[one] for one in range(run, -1, -1) if one in self.places)
        return self.source.line_of(text, next(near, self.source.start(self.first)))

    def _declared(self, text: str, line: int) -> Marks:
        place = self.source.find(text, self.source.start(line))
        if place is None or self.source.line(place) < line:
            return ((0, line),)
        return self.source.marks([(0, text, place)])

    def _block(self, begin: int, end: int) -> Marks:
        runs: list[tuple[int, str, int]] = []
        offset = 0
        for run in range(begin, end):
            runs.append((offset, self.runs[run], self.places[run]))
            offset += len(self.runs[run])
        return self.source.marks(runs)

    @cached_property
    def source(self) -> Source:
        """The letters of the file."""
        # `&#10;` is the end of a line, and must not become one.
        lines = (html.unescape(line).replace("\n", " ") for line in self.text.split("\n"))
        return Source(list(lines))

    @cached_property
    def places(self) -> dict[int, int]:
        """Where the runs of all blocks stand in `source`."""
        start = self.source.start(self.first)
        ordered = [
            run for begin, end, aside in self.blocks if not aside for run in range(begin, end)
        ]
        found = self.source.align([self.runs[run] for run in ordered], start)
        places = dict(zip(ordered, found, strict=True))
        for begin, end, aside in self.blocks:
            for run in range(begin, end) if aside else ():
                places[run] = self.source.find(self.runs[run], start) or start
        return places


FIELDS = tuple(one.name for one in fields(Written))


class Source:
    """The letters and digits of a file, to find the line that a piece of rendered text is from.

    The renderer forgets lines. What it shows is nearly always in the source, in the same order and
    with the same letters and digits, only with other signs between them.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        # All lines at once: one by one takes twice as long.
        rows = "\n".join(lines).translate(ROWS).split("\n")
        self.letters = "".join(rows)
        self.starts = [0, *accumulate(map(len, rows[:-1]))]
        self._known: dict[str, str] = {}

    def _letters(self, text: str) -> str:
        """The letters and digits of `text`, which is mostly asked for several times."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = text.translate(LETTERS)
        return known

    def start(self, line: int) -> int:
        """Where the 1-based `line` begins."""
        return self.starts[min(line, len(self.starts)) - 1]

    def line(self, place: int) -> int:
        """The 1-based line that holds the letter at `place`."""
        return bisect_right(self.starts, max(place, 0))

    def line_of(self, text: str, near: int) -> int:
        """The line of `text`, which stands at `near` or somewhere else; of `near` if nowhere."""
        place = self.find(text, near)
        return self.line(near if place is None else place)

    def find(self, text: str, near: int) -> int | None:
        """Where `text` stands: the first place from `near` on, else the first of all."""
        letters = self._letters(text)
        if not letters:
            return None
        for start in (near, 0):
            place = self.letters.find(letters, start)
            if place >= 0:
                return place
        return None

    def align(self, runs: Sequence[str], start: int) -> list[int]:
        """Where each of `runs`, which stand in order, begins; from `start` on."""
        letters = [self._letters(run) for run in runs]
        places: list[int | None] = [None] * len(runs)
        here = start
        for number, run in enumerate(letters):
            if len(run) < ANCHOR:
                continue
            place = self.letters.find(run, here)
            if place >= 0 and self.letters.find(run, place + 1) < 0:
                places[number] = place
                here = place + len(run)
        following = len(self.letters)
        limits = [0] * len(runs)
        for number in range(len(runs) - 1, -1, -1):
            limits[number] = following
            known = places[number]
            following = following if known is None else known
        here = start
        found: list[int] = []
        for number, run in enumerate(letters):
            known = places[number]
            if known is None:
                known = self.letters.find(run, here, limits[number]) if run else -1
            here = here if known < 0 else known
            found.append(here)
            here += len(run)
        return found

    def marks(self, runs: Sequence[tuple[int, str, int]]) -> Marks:
        """The lines of a text made of `runs`: where each begins in it, its words, its place."""
        marks: list[tuple[int, int]] = []
        for offset, run, place in runs:
            first = self.line(place)
            if not marks or marks[-1][1] != first:
                marks.append((offset, first))
            last = self.line(place + len(self._letters(run)) - 1)
            if last <= first:
                continue
            for number, sign in enumerate(run):
                if not sign.isalnum():
                    continue
                line = self.line(place)
                if line != marks[-1][1]:
                    marks.append((offset + number, line))
                place += 1
        return tuple(marks) or ((0, 1),)
