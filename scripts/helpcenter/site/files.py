"""The files of a built edition, as they lie in its folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Listed(NamedTuple):
    """What is below a folder, each by its name there, with `/`; links are not followed."""

    files: dict[str, os.stat_result]
    folders: set[str]


def listed(folder: Path) -> Listed:
    """Everything below `folder`. Raises OSError if a folder cannot be read."""
    found = Listed({}, set())
    start = len(str(folder)) + 1
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                name = entry.path[start:].replace(os.sep, "/")
                if entry.is_dir(follow_symlinks=False):
                    found.folders.add(name)
                    waiting.append(entry.path)
                else:
                    found.files[name] = entry.stat(follow_symlinks=False)
    return found


def make_folders(folder: Path, files: Iterable[str]) -> None:
    """Give `folder` the folders that `files` need and that are not there. Raises OSError."""
    for name in sorted(_parents(files) - listed(folder).folders):
        (folder / name).mkdir(exist_ok=True)


def drop_folders(folder: Path, there: Listed) -> None:
    """Remove the empty ones of the folders that are `there`, below `folder`. Raises OSError."""
    for name in sorted(there.folders - _parents(there.files), reverse=True):
        (folder / name).rmdir()


def drop_files(folder: Path) -> None:
    """Remove every file below `folder`; its folders stay. Raises OSError."""
    for name in listed(folder).files:
        os.unlink(f"{folder}/{name}")  # noqa: PTH108 - a path for each of thousands takes longer


def _parents(files: Iterable[str]) -> set[str]:
    """Every folder that one of `files` is in, at any depth."""
    found: set[str] = set()
    for file in files:
        name = file.rpartition("/")[0]
        while name and name not in found:
            found.add(name)
            name = name.rpartition("/")[0]
    return found
