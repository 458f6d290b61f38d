"""What a page carries, whoever put it there: every piece of text and every address, with lines.

A number hidden in a table, a tab's name, an alternative text or a link's title is a number all the
same. Markdown pages and built HTML files are both read into `Carried`, so whatever judges contacts
judges them alike.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from helpcenter.contacts.written import Marks, Written

T = TypeVar("T")


class Passage(NamedTuple):
    """One block of text: a paragraph, a heading, a cell, an alternative text, a keyword."""

    text: str
    marks: Marks | int
    """Places in `text` where another line of the file begins, and that line; never empty. Or its
    number in `written`, which finds them."""
    heading: str = ""
    """The words of the nearest heading above."""
    warning: str = ""
    """Of text inside a warning: the warning's title."""
    written: Written | None = None

    def line(self, place: int = 0) -> int:
        """The line of the file that holds the character at `place`."""
        marks = self.marks
        if isinstance(marks, int):
            assert self.written
            marks = self.written.marks(marks, self.text)
        found = bisect_right(marks, place, key=lambda mark: mark[0])
        return marks[max(found - 1, 0)][1]


class Pointer(NamedTuple):
    """Something that leads elsewhere, or fetches from there."""

    target: str
    """As the browser gets it: entities are decoded, nothing else."""
    text: str
    """What the reader sees; of an image, its alternative text."""
    place: int
    """Its line; or the run of `written` that it stands near, and that finds it."""
    image: bool = False
    title: str = ""
    heading: str = ""
    written: Written | None = None

    @property
    def line(self) -> int:
        """The line of the file that it stands on."""
        return self.written.line(self.target, self.place) if self.written else self.place


@dataclass(frozen=True)
class Carried:
    """Everything of one file that could hold a contact."""

    file: str
    """Relative to the project's root, with `/`."""
    title: str
    passages: tuple[Passage, ...]
    pointers: tuple[Pointer, ...]
    _found: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def spots(self, find: Callable[[str], Iterable[T]]) -> Sequence[tuple[Passage, T]]:
        """All that `find` finds in the passages, each with its passage.

        It is looked for once: many ask for the same, and most pages have none of it.
        """
        found: list[tuple[Passage, T]] | None = self._found.get(find)
        if found is None:
            found = [(one, spot) for one in self.passages for spot in find(one.text)]
            self._found[find] = found
        return found
