"""What a page carries, whoever put it there: every piece of text and every address, with lines.

A number hidden in a table, a tab's name, an alternative text or a link's title is a number all the
same. Markdown pages and built HTML files are both read into `Carried`, so whatever judges contacts
judges them alike.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from helpcenter.content.signs import LETTERS, ROWS

ANCHOR = 8
"""Letters a piece of text needs, to be found in the source without its neighbours' help."""


@dataclass(frozen=True)
class Passage:
    """One block of text: a paragraph, a heading, a cell, an alternative text, a keyword."""

    text: str
    marks: tuple[tuple[int, int], ...]
    """Places in `text` where another line of the file begins, and that line; never empty."""
    heading: str = ""
    """The words of the nearest heading above."""
    warning: str = ""
    """Of text inside a warning: the warning's title."""

    def line(self, place: int = 0) -> int:
        """The line of the file that holds the character at `place`."""
        found = bisect_right(self.marks, place, key=lambda mark: mark[0])
        return self.marks[max(found - 1, 0)][1]


@dataclass(frozen=True)
class Pointer:
    """Something that leads elsewhere, or fetches from there."""

    target: str
    """As the browser gets it: entities are decoded, nothing else."""
    text: str
    """What the reader sees; of an image, its alternative text."""
    line: int
    image: bool = False
    title: str = ""
    heading: str = ""


@dataclass(frozen=True)
class Carried:
    """Everything of one file that could hold a contact."""

    file: str
    """Relative to the project's root, with `/`."""
    title: str
    passages: tuple[Passage, ...]
    pointers: tuple[Pointer, ...]


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

    def marks(self, runs: Sequence[tuple[int, str, int]]) -> tuple[tuple[int, int], ...]:
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
