"""How every page stands in every language: followed, reviewed, due."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.translation.history import History
from helpcenter.translation.review import due
from helpcenter.translation.state import Change, State, source_of, standing

PIECE = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
"""What a readable diff moves as one: a word of letters, a single Chinese character."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of the source, then and now."""

    change: Change
    old: str | None
    """What it said when the translation was compared; nothing if nobody can tell any more."""

    @property
    def new(self) -> str:
        """What it says now; empty if it was removed."""
        return self.change.part.text if self.change.part else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One page in one language."""

    path: str
    locale: str
    title: str
    state: State
    reviewed: dt.date | None
    due: dt.date | None
    differences: tuple[Difference, ...]

    def overdue(self, day: dt.date) -> bool:
        """Whether its review should have happened before `day`."""
        return self.due is not None and self.due < day


def status(center: Center) -> tuple[Row, ...]:
    """A row for every page and language, in the order of the navigation."""
    return tuple(_rows(center))


def _rows(center: Center) -> Iterator[Row]:
    for path in center.paths:
        source = source_of(center, path)
        for language in center.settings.languages:
            page = center.page(language.locale, path)
            found = standing(center, language.locale, path)
            title = page or source
            yield Row(
                path=path,
                locale=language.locale,
                title=title.meta.title if title else path,
                state=found.state,
                reviewed=page.meta.reviewed if page else None,
                due=due(page, center.settings.review_months) if page else None,
                differences=_differences(center, source, found.changes) if source else (),
            )


def _differences(
    center: Center, source: Page, changes: tuple[Change, ...]
) -> tuple[Difference, ...]:
    wanted = {change.old for change in changes if change.old}
    texts = History(center.settings, source).texts(wanted) if wanted else {}
    return tuple(
        Difference(
            change,
            ""
            if change.kind == "added"
            else texts[change.old].text
            if change.old in texts
            else None,
        )
        for change in changes
    )


def pieces(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The way from `old` to `new`: `("same" | "gone" | "new", words)`, in reading order."""
    before, after = PIECE.findall(old), PIECE.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield "same", "".join(before[i1:i2])
            continue
        if i2 > i1:
            yield "gone", "".join(before[i1:i2])
        if j2 > j1:
            yield "new", "".join(after[j1:j2])
