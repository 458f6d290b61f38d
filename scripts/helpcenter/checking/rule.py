"""What a rule is to those who run it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import Any

from helpcenter.content.center import Center
from helpcenter.finding import Finding, Level, printable


@dataclass(frozen=True)
class Rule:
    """One fault that articles can have. Its module is loaded when it is first asked something."""

    name: str
    alone: bool = False
    """Whether it judges page by page: what it says of one does not depend on which others are
    judged, only on what it asks of them."""

    @cached_property
    def _module(self) -> ModuleType:
        return import_module(f"helpcenter.rules.{self.name.replace('-', '_')}")

    def load(self) -> None:
        """Load its module: better once, before the processes part."""
        _ = self._module

    @property
    def level(self) -> Level:
        """How much it matters, if the project does not say otherwise."""
        level: Level = self._module.LEVEL
        return level

    @property
    def doc(self) -> str:
        """What it finds, why that hurts a reader, a wrong and a right example; Markdown."""
        return (self._module.__doc__ or "").strip()

    @property
    def settings(self) -> Mapping[str, Any]:
        """What a project may set for it, with the values it has otherwise."""
        settings: Mapping[str, Any] = getattr(self._module, "SETTINGS", {})
        return settings

    def __call__(self, center: Center) -> Iterator[Finding]:
        """Everything this rule finds in `center`."""
        for note in self._module.check(center):
            text = {"en": printable(note.en), "zh": printable(note.zh)}
            path, line, fix = note.path, note.line, note.fix
            if center.foreign and center.foreign.origins:
                path, line = center.foreign.place(path, line)
            yield Finding(self.name, self.level, printable(path), line, text, fix)
