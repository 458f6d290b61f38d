"""The files of a built edition, as they lie in its folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def files_in(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below `folder`: its name there, with `/`, and its state; links are not followed.

    Raises OSError if a folder cannot be read.
    """
    yield from _below(str(folder), "")


def _below(folder: str, prefix: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}", entry.stat(follow_symlinks=False)


def make_folders(folder: Path, files: Iterable[str]) -> None:
    """Make every folder below `folder` that one of `files` needs."""
    for name in sorted({file.rpartition("/")[0] for file in files}):
        (folder / name).mkdir(parents=True, exist_ok=True)
