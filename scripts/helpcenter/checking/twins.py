"""A page beside its original: where the two have different things at the same place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpcenter.content.center import Center
from helpcenter.content.page import Link, Page
from helpcenter.translation.state import source_of


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference between two sequences of names."""

    kind: str
    """`missing` in the translation, `extra` there, `other` (two different names at one place), or
    `moved`."""
    original: int | None
    """Its place in the original."""
    translation: int | None
    """Its place in the translation; of something missing, the place before it, if there is one."""


@dataclass(frozen=True, slots=True)
class Lone:
    """A link or an image that only one of two twins has."""

    link: Link
    original: bool
    """Whether the original has it."""
    line: int
    """Where it stands in the translation, or would."""


def pairs(center: Center) -> Iterator[tuple[Page, Page]]:
    """Every original with each of its translations."""
    for page in center.pages:
        original = source_of(center, page.path)
        if original is not None and original is not page:
            yield original, page


def drifts(original: Sequence[object], translation: Sequence[object]) -> Iterator[Drift]:
    """Where `translation` departs from `original`; what moved is told once."""
    if original == translation:
        return
    original, translation = _counted(original), _counted(translation)
    matcher = difflib.SequenceMatcher(None, original, translation, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        mine = [place for place in range(i1, i2) if original[place] not in translation]
        theirs = [place for place in range(j1, j2) if translation[place] not in original]
        moved = [place for place in range(j1, j2) if translation[place] in original]
        for place in moved:
            yield Drift("moved", original.index(translation[place]), place)
        paired = _paired([original[i] for i in mine], [translation[j] for j in theirs])
        for left, right in paired:
            yield Drift("other", mine[left], theirs[right])
        for place in mine:
            if place not in (mine[left] for left, _ in paired):
                before = [theirs[right] for left, right in paired if mine[left] < place]
                yield Drift("missing", place, before[-1] if before else j1 - 1 if j1 else None)
        for place in theirs:
            if place not in (theirs[right] for _, right in paired):
                yield Drift("extra", None, place)


def lone_links(
    original: Page,
    page: Page,
    theirs: Sequence[tuple[str, Link]],
    ours: Sequence[tuple[str, Link]],
) -> Iterator[Lone]:
    """What only one of two twins has of `theirs` and `ours`, by names that both would have."""
    for drift in drifts([name for name, _ in theirs], [name for name, _ in ours]):
        link = theirs[drift.original][1] if drift.original is not None else None
        mine = ours[drift.translation][1] if drift.translation is not None else None
        if drift.kind in ("missing", "other") and link:
            same = mine.line if drift.kind == "other" and mine else None
            yield Lone(link, True, same or nearby(original, link.line, page))
        if drift.kind in ("extra", "other") and mine:
            yield Lone(mine, False, mine.line)


def nearby(original: Page, line: int, page: Page) -> int:
    """The line of `page` where its editor would look for what stands at `line` of `original`.

    It is counted from the same heading, and never beyond the next.
    """
    if line < original.body_line:
        return line if line < page.body_line else 1
    start, end = original.body_line, page.body_line
    above = [one for one in original.headings if one.line <= line]
    ids = [one.id for one in page.headings]
    for heading in reversed(above):
        if heading.id and heading.id in ids:
            start, end = heading.line, page.headings[ids.index(heading.id)].line
            break
    stop = next((one.line - 1 for one in page.headings if one.line > end), None)
    last = max([end, *(one.line for one in page.blocks)])
    return max(min(end + line - start, stop if stop is not None else last), end)


def _paired(mine: Sequence[object], theirs: Sequence[object]) -> list[tuple[int, int]]:
    """Which of two runs of names are the same thing under another name."""
    if len(mine) == len(theirs):
        return [(place, place) for place in range(len(mine))]
    pairs: list[tuple[int, int]] = []
    for right, name in enumerate(theirs):
        first = pairs[-1][0] + 1 if pairs else 0
        for left in range(first, len(mine)):
            alike = difflib.SequenceMatcher(None, str(mine[left]), str(name)).ratio()
            if alike > 0.7:
                pairs.append((left, right))
                break
    return pairs


def _counted(names: Sequence[object]) -> list[tuple[object, int]]:
    """Each name with how many of the same stand before it."""
    seen: dict[object, int] = {}
    counted = []
    for name in names:
        counted.append((name, seen.get(name, 0)))
        seen[name] = seen.get(name, 0) + 1
    return counted
