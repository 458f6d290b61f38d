"""What was worked out before, kept by the digest of all that it was worked out from.

One file below `.cache/`, for every command and branch. A value is found only under the digest of
its inputs, of this package's own code and of the packages it uses, so an old one is never taken for
a new one. It may be deleted at any moment; one that is broken, locked or cannot be written is as
good as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import sqlite3
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

from helpcenter.versions import version_of

FOLDER = ".cache/helpcenter"
"""Below the project's root."""
FILE = "store.sqlite"
PACKAGES = (
    *("Jinja2", "Markdown", "MarkupSafe", "OpenCC", "PyYAML"),
    *("mkdocs", "mkdocs-material", "pygments", "pymdown-extensions", "pypinyin"),
)
"""Whose versions show in what is kept."""
SPARE = 4
"""How many times what the last runs used is kept: for other branches, and for going back."""
ROOM = 1_000
"""Values kept in any case."""
HARMLESS = ("builtins.frozenset", "builtins.set", "datetime.date", "datetime.datetime")
"""Classes of others whose objects may be kept."""
BROKEN = (sqlite3.Error, ValueError, OverflowError, OSError)
"""What comes of reading a file that is not whole."""
HELD = 4_000_000
"""Bytes of new values that are held in memory before they are written."""
WAIT = 2.0
"""Seconds to wait for another command that is writing."""


def digest(*parts: bytes | str) -> bytes:
    """16 bytes that stand for `parts`, their order and their borders."""
    whole: list[bytes] = []
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole += (len(data).to_bytes(8, "little"), data)
    return hashlib.blake2b(b"".join(whole), digest_size=16).digest()


@cache
def fingerprint() -> bytes:
    """Stands for this package's code, the packages it uses and the interpreter."""
    here = str(Path(__file__).parent)
    files = sorted(
        f"{folder}{os.sep}{name}"
        for folder, _, names in os.walk(here)
        for name in names
        if name.endswith((".py", ".js"))
    )
    return digest(
        sys.version,
        *(f"{name} {version_of(name)}" for name in PACKAGES),
        *(part for file in files for part in (file.removeprefix(here), Path(file).read_bytes())),
    )


class Store:
    """Values by key. Without a folder it keeps nothing.

    `command` is who uses it: what others used the last time is kept for them.
    """

    def __init__(self, folder: Path | None = None, command: str = "") -> None:
        self._folder = folder
        self._command = command
        self._used: set[bytes] = set()
        self._fresh: dict[bytes, bytes] = {}
        self._weight = 0
        self._files: dict[int, sqlite3.Connection | None] = {}

    @property
    def keeps(self) -> bool:
        """Whether what is put is there again later, if no disk fails."""
        return self._folder is not None

    def get(self, key: bytes) -> bytes | None:
        """What was put under `key`; nothing if it is not there or no longer whole."""
        self._used.add(key)
        if key in self._fresh:
            return self._fresh[key]
        file = self._file()
        if file is None:
            return None
        try:
            row = file.execute("SELECT sum, value FROM kept WHERE key = ?", (key,)).fetchone()
        except BROKEN:
            self._files[os.getpid()] = None
            return None
        if row is None or not isinstance(row[1], bytes) or crc32(row[1]) != row[0]:
            return None
        return row[1]

    def touch(self, key: bytes) -> None:
        """Say that what `key` stands for is still wanted."""
        self._used.add(key)

    def put(self, key: bytes, value: bytes) -> None:
        """Keep `value` under `key`: for this run at once, for later ones from `save` on."""
        if self._folder is None:
            return
        self._used.add(key)
        self._fresh[key] = value
        self._weight += len(value)
        if self._weight > HELD:
            self._write()

    def distrust(self) -> None:
        """From now on neither give nor keep anything: what is made may not hold the next time."""
        self._folder = None
        self._fresh = {}
        self._files = {}

    def save(self) -> None:
        """Write what is new, and drop what has not been used for long. Never raises."""
        if self._fresh:
            self._write()
            if file := self._file():
                with contextlib.suppress(*BROKEN), file:
                    self._tidy(file)

    def _write(self) -> None:
        """Write what is new; what cannot be written stays in memory."""
        self._weight = 0
        file = self._file() or self._renewed()
        if file is None:
            return
        rows = ((key, crc32(value), value) for key, value in self._fresh.items())
        with contextlib.suppress(*BROKEN):
            with file:
                file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
            self._fresh = {}

    def _file(self) -> sqlite3.Connection | None:
        """The file as this process opened it: what came with a fork may not be used."""
        number = os.getpid()
        if number not in self._files:
            with contextlib.suppress(OSError):  # a folder that nobody may look into
                if self._folder and (self._folder / FILE).is_file():
                    self._files[number] = self._opened()
            self._files.setdefault(number, None)
        return self._files[number]

    def _tidy(self, file: sqlite3.Connection) -> None:
        used = " ".join(map(bytes.hex, self._used))
        file.execute("INSERT OR REPLACE INTO used VALUES (?, ?)", (self._command, used))
        rows = file.execute("SELECT keys FROM used")
        wanted = {bytes.fromhex(key) for (keys,) in rows for key in keys.split()}
        count = file.execute("SELECT count(*) FROM kept").fetchone()[0]
        if count > SPARE * len(wanted) + ROOM:
            old = {key for (key,) in file.execute("SELECT key FROM kept")} - wanted
            file.executemany("DELETE FROM kept WHERE key = ?", [(key,) for key in old])

    def _opened(self) -> sqlite3.Connection | None:
        assert self._folder is not None
        try:
            file = sqlite3.connect(self._folder / FILE, timeout=WAIT, check_same_thread=False)
            # A power cut may break the file, and then it is made anew; a killed command may not.
            file.execute("PRAGMA synchronous = OFF")
            file.execute(
                "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, sum INTEGER, value BLOB)"
            )
            file.execute("CREATE TABLE IF NOT EXISTS used (command TEXT PRIMARY KEY, keys TEXT)")
        except BROKEN:
            return None
        return file

    def _renewed(self) -> sqlite3.Connection | None:
        """A new file in the place of one that cannot be read."""
        assert self._folder is not None
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / ".gitignore").write_text("*\n", "utf-8", newline="\n")
        file = self._files[os.getpid()] = self._opened()
        if file is None:
            with contextlib.suppress(OSError):
                (self._folder / FILE).unlink(missing_ok=True)
        return file


NOTHING = Store()
"""Keeps nothing."""


def store_of(root: Path, command: str = "") -> Store:
    """The store of the project in `root`, for `command`.

    One that Git keeps came with somebody's change: it could hold pages and findings that their
    articles never gave, so it is left alone.
    """
    return NOTHING if _in_git(root) else Store(root / FOLDER, command)


def _in_git(root: Path) -> bool:
    for folder in (root.absolute(), *root.absolute().parents):
        git = folder / ".git"
        if not git.exists():
            continue
        with contextlib.suppress(OSError, ValueError):
            if git.is_file():  # a second work tree
                git = folder / git.read_text("utf-8").partition(":")[2].strip()
            return FOLDER.encode() in (git / "index").read_bytes()
        return False
    return False


def packed(value: Any) -> bytes:
    """`value`, made of plain data and this package's own classes, as bytes."""
    return pickle.dumps(value, protocol=5)


def unpacked(data: bytes) -> Any:
    """What `packed` took. Raises pickle.UnpicklingError for anything else in it."""
    return _Unpacker(io.BytesIO(data)).load()


class _Unpacker(pickle.Unpickler):
    """A store may come from elsewhere: nothing in it can run code."""

    def find_class(self, module: str, name: str) -> Any:
        return _class(module, name)


@cache
def _class(module: str, name: str) -> type:
    """A class that may stand in a store. Raises pickle.UnpicklingError for anything else."""
    if module.startswith("helpcenter.") or f"{module}.{name}" in HARMLESS:
        found = getattr(import_module(module), name, None)
        if isinstance(found, type) and found.__module__ == module:
            return found
    raise pickle.UnpicklingError(f"{module}.{name}")
