"""The rules, in the order editors should meet them.

A rule is a module: its docstring is its documentation, `LEVEL` says how much it matters, `check`
yields a `Note` for every place. Its name is the file's name with dashes. To add one, write
`tests/rules/<name>.md`, then the module, then its line below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from helpcenter.center import Center
from helpcenter.finding import Finding, Level, Note
from helpcenter.rules import missing_steps, not_utf_8


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault that articles can have."""

    name: str
    level: Level
    doc: str
    """What it finds, why that hurts a reader, a wrong and a right example; Markdown."""
    notes: Callable[[Center], Iterator[Note]]

    def __call__(self, center: Center) -> Iterator[Finding]:
        """Everything this rule finds in `center`."""
        for note in self.notes(center):
            text = {"en": note.en, "zh": note.zh}
            yield Finding(self.name, self.level, note.path, note.line, text)


def _rule(module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return Rule(name, module.LEVEL, (module.__doc__ or "").strip(), module.check)


RULES = tuple(
    map(
        _rule,
        (
            not_utf_8,
            missing_steps,
        ),
    )
)
