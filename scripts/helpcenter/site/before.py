"""The site that stands where the new one will: its files need not be written again.

A file that would get the same content is linked into the new site, if nobody has touched it since
it was written. The old site goes away afterwards, so no file is ever part of two sites for long.
"""

from __future__ import annotations

import os
from pathlib import Path

from helpcenter.content.file import file_state
from helpcenter.store import Store, digest, fingerprint, packed, unpacked

Files = dict[str, tuple[bytes, tuple[int, ...]]]


class Before:
    """What was built into `target` the last time, according to `store`."""

    def __init__(self, target: Path, store: Store) -> None:
        self._target = target
        self._store = store
        self._key = digest(fingerprint(), "site", str(target))
        data = store.get(self._key)
        self._old: Files = unpacked(data) if data is not None else {}
        self._new: dict[str, bytes] = {}

    def take(self, file: str, key: bytes, folder: Path) -> bool:
        """Put the old `file` into `folder` if it has the content that `key` stands for."""
        self._new[file] = key
        known = self._old.get(file)
        path = self._target / file
        if known is None or known[0] != key or file_state(path) != known[1]:
            return False
        try:
            os.link(path, folder / file)
        except OSError:
            return False
        return True

    def note(self, file: str, key: bytes) -> None:
        """Say that `file` is written with the content that `key` stands for."""
        self._new[file] = key

    def keep(self, folder: Path) -> None:
        """Remember the files of the complete new site in `folder`."""
        files: Files = {
            file: (key, state)
            for file, key in self._new.items()
            if (state := file_state(folder / file))
        }
        self._store.put(self._key, packed(files))
