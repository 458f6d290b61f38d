"""Pages of somebody else's project that were read before, kept as long as they would be the same.

What a page becomes depends on its own file, on the settings of the extensions, icons that they name
included, and on their code; only where all three are known is it kept. A page that takes in pieces
of other files, and every page of a project with an extension that might, is read anew each time.
Programs of a project, its hooks and plugins, are never run, so nothing depends on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from helpcenter.content.extensions import is_pure
from helpcenter.cores import spread
from helpcenter.foreign.configuration import HARMLESS
from helpcenter.foreign.reading import Reading
from helpcenter.foreign.snippets import Snippets
from helpcenter.store import Store, digest, fingerprint, packed, unpacked

MANY = 40
"""Pages from which it pays to start another process."""
PIECE = b"8<"
"""Stands in every page that takes in a piece of another file."""
Task = tuple[bytes, tuple[str, str, str]]
"""A page's content; its language, its path without ending, and its file."""


class Unknown(Exception):
    """Nobody knows what this would do."""


def key_of(
    extensions: Sequence[tuple[str, Mapping[str, Any]]], snippets: Snippets | None
) -> Callable[[Task], bytes]:
    """What gives the key of each page; empty if it may not be kept."""
    try:
        settings = digest(fingerprint(), *(_said(name, options) for name, options in extensions))
    except Unknown:
        settings = b""
    if snippets is not None and snippets.appended:
        settings = b""

    def key(task: Task) -> bytes:
        data, names = task
        if not settings or (snippets is not None and PIECE in data):
            return b""
        return digest(settings, data, *names)

    return key


def read_all(
    tasks: Sequence[Task],
    read: Callable[[Task], Reading],
    key: Callable[[Task], bytes],
    store: Store,
    processes: int | None,
) -> list[Reading]:
    """What `read` makes of each task, or `store` has of it; `processes` read at once."""
    keys = {task: key(task) for task in tasks}
    kept = {task: store.get(keys[task]) if keys[task] else None for task in tasks}
    found: dict[Task, Reading] = {}
    for task, reading in spread(read, [one for one in tasks if not kept[one]], processes, MANY):
        found[task] = reading
        if keys[task]:
            store.put(keys[task], packed(reading))
    return [found.get(task) or unpacked(kept[task] or b"") for task in tasks]


def _said(name: str, options: Mapping[str, Any]) -> str:
    """An extension and its options, the same in every process. Raises Unknown."""
    if not is_pure(name):
        raise Unknown(name)
    more = options.get("options")
    icons = more.get("custom_icons") if isinstance(more, Mapping) else None
    return f"{name} {_value(options)} {_drawings(icons or ())}"


def _drawings(folders: Iterable[str]) -> str:
    """The project's own icons, which are in the text of pages. Raises Unknown."""
    try:
        files = [file for one in folders for file in sorted(Path(one).rglob("*.svg"))]
        return repr([(str(file), file.read_bytes()) for file in files])
    except (OSError, TypeError) as error:
        raise Unknown("custom_icons") from error


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return repr([(key, _value(one)) for key, one in value.items()])
    if isinstance(value, (list, tuple)):
        return repr([_value(one) for one in value])
    if value is None or isinstance(value, (str, int, float)):
        return repr(value)
    if isinstance(value, partial):
        return repr(("partial", *map(_value, (value.func, value.args, value.keywords))))
    named = f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"
    if not named.startswith(HARMLESS):
        raise Unknown(named)
    return named
