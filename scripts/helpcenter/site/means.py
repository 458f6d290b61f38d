"""What a build works with, besides the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import Environment

from helpcenter.clock import part
from helpcenter.content.center import Center
from helpcenter.content.settings import Settings
from helpcenter.search.index import Index, read_indexes
from helpcenter.site.before import Before, file_sum
from helpcenter.site.templates import environment, shared
from helpcenter.store import NOTHING, Store, digest


@dataclass
class Means:
    """Of one build of one center, whatever its editions."""

    store: Store = NOTHING
    """What was made before."""
    processes: int | None = None
    """How many work at once; by default as many as there are cores, if there is much to do."""
    step: Callable[[], None] = lambda: None
    """Called for each page of the edition that was asked for."""
    before: Before | None = None
    """The site that stands where that edition will."""
    _indexes: dict[str, Index] = field(default_factory=dict)
    _templates: list[Environment] = field(default_factory=list)
    _beside: list[bytes] = field(default_factory=list)

    def aside(self) -> Means:
        """The same for an edition that is only a part of the one that was asked for."""
        return replace(self, step=lambda: None, before=None)

    def templates(self, settings: Settings) -> Environment:
        """The templates, each read once for all editions."""
        if not self._templates:
            self._templates.append(environment(settings))
        return self._templates[0]

    def beside(self, settings: Settings) -> bytes:
        """Stands for the files that show on pages beside the articles.

        They are looked at once for all editions, before the first template is read.
        """
        if not self._beside:
            self._beside.append(digest(*_contents(settings)))
        return self._beside[0]

    def sum(self, file: str, folder: Path) -> str:
        """SHA-256 of `file` in the new edition's `folder`, hexadecimal. Raises OSError."""
        return self.before.sum(file, folder) if self.before else file_sum(folder / file)

    def indexes(self, center: Center) -> dict[str, Index]:
        """The search index of every language, made once."""
        if not self._indexes:
            with part("search"):
                self._indexes.update(read_indexes(center, self.store, self.processes))
        return self._indexes


def _contents(settings: Settings) -> Iterator[bytes | str]:
    for path in shared(settings):
        yield path.relative_to(settings.overrides).as_posix()
        yield path.read_bytes()
