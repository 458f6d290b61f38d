"""The site that stands where the new one will: its files need not be written again.

A file that would get the same content is linked into the new site, if nobody has touched it since
it was written. Afterwards the folders of the old site stay, hidden, with those links and nothing
else: there the next site is made, and few files have to be linked anew. If nothing at all would be
different, the old site stays as it is.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from helpcenter.content.file import INODE, SIZE, State
from helpcenter.site.files import drop_folders, entry_state, listed
from helpcenter.store import Store, digest, fingerprint, packed, unpacked

Known = tuple[bytes, State, str]
"""Of a file: the key that stands for its content, or nothing; its state; its SHA-256, if known."""


UNKNOWN: Known = (b"", (), "")


class Before:
    """What was built into `target` the last time, as the same `kind`, according to `store`."""

    def __init__(self, target: Path, store: Store, kind: str) -> None:
        self._target = target
        self._store = store
        self._key = digest(fingerprint(), "site", kind, str(target))
        data = store.get(self._key)
        known: tuple[bytes, dict[str, Known]] = unpacked(data) if data is not None else (b"", {})
        self._whole, self._old = known
        self._states: dict[str, State] = {}
        with contextlib.suppress(OSError):  # as if there were none
            there = listed(target).files
            self._states = {file: entry_state(one) for file, one in there.items()}
        self._unshared = set(self._states)
        self.folders: set[str] = set()
        """What the new site had at the beginning."""
        self._shared: set[str] = set()
        self._new: dict[str, bytes] = {}
        self._taken: set[str] = set()
        self._sums: dict[str, str] = {}

    def stands(self, whole: bytes) -> bool:
        """Whether the old site was made of `whole`, and is as it was when it was made."""
        then = {file: state for file, (_, state, _) in self._old.items()}
        return self._whole == whole and bool(then) and self._states == then

    def begin(self, folder: Path) -> None:
        """Leave nothing in `folder`, where the new site is made, but files that may be taken.

        Raises OSError.
        """
        there = listed(folder)
        self.folders = there.folders
        for file, entry in there.files.items():
            key, state, _ = self._old.get(file, UNKNOWN)
            if key and self._states.get(file) == state and entry.inode() == state[INODE]:
                self._shared.add(file)
            else:
                os.unlink(entry)  # noqa: PTH108 - a path for each of thousands takes longer

    def take(self, file: str, key: bytes | None, folder: Path) -> bool:
        """Put the old `file` into `folder` if it has the content that `key` stands for.

        If it has not, no such file is there: writing into one would change the old site.
        """
        known = self._old.get(file, UNKNOWN)
        if not key or known[0] != key or self._states.get(file) != known[1]:
            self._drop([file] if file in self._shared else [], folder)
            return False
        self._new[file] = key
        if file not in self._shared:
            try:
                os.link(f"{self._target}/{file}", f"{folder}/{file}")
            except OSError:
                return False
        self._taken.add(file)
        if known[2]:
            self._sums[file] = known[2]
        return True

    def drop_others(self, folder: Path) -> None:
        """Let nothing be in `folder` that was not taken. Raises OSError."""
        self._drop(self._shared - self._taken, folder)

    def _drop(self, files: Iterable[str], folder: Path) -> None:
        for file in files:
            os.unlink(f"{folder}/{file}")  # noqa: PTH108 - see above
            self._shared.discard(file)

    def note(self, file: str, key: bytes) -> None:
        """Say that `file` is written with the content that `key` stands for."""
        self._new[file] = key

    def sum(self, file: str, folder: Path) -> str:
        """SHA-256 of the new `file` in `folder`, hexadecimal."""
        if file not in self._sums:
            self._sums[file] = file_sum(folder / file)
        return self._sums[file]

    def keep(self, folder: Path, whole: bytes) -> None:
        """Remember the files of the complete new site in `folder`, which was made of `whole`."""
        there = listed(folder)
        drop_folders(folder, there)
        # A link has the state of the file that it is a link to.
        self._states = {
            file: self._states[file] if file in self._taken else entry_state(entry)
            for file, entry in there.files.items()
        }
        files: dict[str, Known] = {
            file: (self._new.get(file, b""), state, self._sums.get(file, ""))
            for file, state in self._states.items()
        }
        self._store.put(self._key, packed((whole, files)))
        self._unshared -= self._taken

    def share(self, old: Path) -> None:
        """Remove from the `old` site what is not part of the new one. Raises OSError."""
        self._drop(self._unshared, old)

    @property
    def weights(self) -> dict[str, int]:
        """The bytes of every file of the site that stands, or that was kept."""
        return {file: state[SIZE] for file, state in self._states.items()}


def file_sum(file: Path) -> str:
    """SHA-256 of a file, hexadecimal. Raises OSError."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
