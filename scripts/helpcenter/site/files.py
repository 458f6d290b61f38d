"""The files of a built edition, as they lie in its folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Set
from pathlib import Path
from typing import NamedTuple

from helpcenter.content.file import State, state_of


class Listed(NamedTuple):
    """What is below a folder, each by its name there, with `/`; links are not followed."""

    files: dict[str, os.DirEntry[str]]
    folders: set[str]


def listed(folder: Path) -> Listed:
    """Everything below `folder`. Raises OSError if a folder cannot be read."""
    found = Listed({}, set())
    waiting = [(str(folder), "")]
    while waiting:
        path, inside = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                name = inside + entry.name
                if entry.is_dir(follow_symlinks=False):
                    found.folders.add(name)
                    waiting.append((entry.path, f"{name}/"))
                else:
                    found.files[name] = entry
    return found


def make_folders(folder: Path, files: Iterable[str], there: Set[str]) -> None:
    """Give `folder` the folders that `files` need, besides those `there`. Raises OSError."""
    for name in sorted(_parents(files) - there):
        (folder / name).mkdir(exist_ok=True)


def drop_folders(folder: Path, there: Listed) -> None:
    """Remove the empty ones of the folders that are `there`, below `folder`. Raises OSError."""
    for name in sorted(there.folders - _parents(there.files), reverse=True):
        (folder / name).rmdir()


def entry_state(entry: os.DirEntry[str]) -> State:
    """What changes with every write to the file. Raises OSError if it has gone."""
    return state_of(entry.stat(follow_symlinks=False))


def _parents(files: Iterable[str]) -> set[str]:
    """Every folder that one of `files` is in, at any depth."""
    found: set[str] = set()
    for file in files:
        name = file.rpartition("/")[0]
        while name and name not in found:
            found.add(name)
            name = name.rpartition("/")[0]
    return found
