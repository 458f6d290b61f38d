"""What a rule is to those who run it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from helpcenter.content.center import Center
from helpcenter.finding import Finding, Level, Note, printable


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault that articles can have."""

    name: str
    level: Level
    doc: str
    """What it finds, why that hurts a reader, a wrong and a right example; Markdown."""
    notes: Callable[[Center], Iterator[Note]]
    settings: Mapping[str, Any] = field(default_factory=dict)
    """What a project may set for it, with the values it has otherwise."""
    alone: bool = False
    """Whether it judges page by page: what it says of one does not depend on which others are
    judged, only on what it asks of them."""

    def __call__(self, center: Center) -> Iterator[Finding]:
        """Everything this rule finds in `center`."""
        for note in self.notes(center):
            text = {"en": printable(note.en), "zh": printable(note.zh)}
            path, line, fix = note.path, note.line, note.fix
            if center.foreign and center.foreign.origins:
                path, line = center.foreign.place(path, line)
            yield Finding(self.name, self.level, printable(path), line, text, fix)
