"""Whose project it is: ours is read at once, nothing of the rest is even loaded."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from helpcenter.content.center import Center, read_center
from helpcenter.content.settings import FILE
from helpcenter.store import NOTHING, Store

PLUGIN = re.compile(rb"^\s*(?:-\s*)?[\"']?helpcenter[\"']?\s*(?::.*)?$", re.MULTILINE)
"""The usual way to name the plugin; the unusual ones are found by reading all of the file."""


def read_project(
    root: Path,
    today: dt.date | None = None,
    store: Store = NOTHING,
    processes: int | None = None,
) -> Center:
    """The center in `root`: ours, as `read_center` says, or that of any other MkDocs project.

    Never raises.
    """
    try:
        with (root / FILE).open("rb") as file:
            ours = PLUGIN.search(file.read(60_000))
    except OSError:
        ours = None
    if not ours:
        from helpcenter.foreign.center import read_foreign

        if center := read_foreign(root, today, processes, store=store):
            return center
    return read_center(root, today, store, processes)
