"""Several files changed together: all of them or none, and no word of anybody lost.

Before the first file is touched, its old content is kept in `.helpcenter-changes/`. If anything
fails, or the machine stops in the middle, the old content is put back, at once or when the next
command starts. A file that somebody has edited in the meantime is left alone.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import tempfile
from pathlib import Path, PurePosixPath

from helpcenter.content.file import leads_out

FOLDER = ".helpcenter-changes"
PLAN = "plan.json"


class ChangeFailed(Exception):
    """Nothing was changed. `path` is the file that is in the way, `why` the reason."""

    def __init__(self, path: str, why: str) -> None:
        """`why` is `exists`, `changed`, `outside`, `missing`, or what the system said."""
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class Changes:
    """What shall be written, by path below the root; `None` takes a file away."""

    def __init__(self, root: Path) -> None:
        """`root` is the project's folder."""
        self.root = root
        self.files: dict[str, bytes | None] = {}
        self._seen: dict[str, bytes | None] = {}

    def read(self, name: str) -> bytes | None:
        """The file as it will be: with the changes so far. `None` if there is none."""
        if name in self.files:
            return self.files[name]
        if name not in self._seen:
            self._refuse_outside(name)
            try:
                self._seen[name] = (self.root / name).read_bytes()
            except FileNotFoundError:
                self._seen[name] = None
            except OSError as error:
                raise ChangeFailed(name, error.strerror or str(error)) from error
        return self._seen[name]

    def write(self, name: str, data: bytes) -> None:
        """Change an existing file or one that was read as missing."""
        if self.read(name) != data:
            self.files[name] = data

    def create(self, name: str, data: bytes) -> None:
        """Write a new file. Raises ChangeFailed if there is one."""
        if self.read(name) is not None or (self.root / name).is_dir():
            raise ChangeFailed(name, "exists")
        self.files[name] = data

    def move(self, old: str, new: str, data: bytes) -> None:
        """Put `data` at `new` and take `old` away."""
        self.create(new, data)
        self.files[old] = None

    def _refuse_outside(self, name: str) -> None:
        if ".." in PurePosixPath(name).parts or leads_out(self.root, self.root / name):
            raise ChangeFailed(name, "outside")

    def apply(self) -> None:
        """Do it. Raises ChangeFailed; then every file is as it was."""
        for name, seen in self._seen.items():
            if name in self.files and _content(self.root / name) != seen:
                raise ChangeFailed(name, "changed")
        plan = {
            name: {"old": _text(self._seen.get(name)), "new": _text(data)}
            for name, data in self.files.items()
        }
        if not plan:
            return
        folder = self.root / FOLDER
        recover(self.root)
        try:
            fresh = Path(tempfile.mkdtemp(prefix=f"{FOLDER}-", dir=self.root))
        except OSError as error:
            raise ChangeFailed(FOLDER, error.strerror or str(error)) from error
        try:
            (fresh / PLAN).write_text(json.dumps(plan), "utf-8", newline="\n")
            fresh.rename(folder)
            # Files that appear come first, files that go come last: no text is ever only here.
            for name, data in sorted(self.files.items(), key=lambda one: one[1] is None):
                put(self.root / name, data)
        except OSError as error:
            shutil.rmtree(fresh, ignore_errors=True)
            recover(self.root)
            raise ChangeFailed(error.filename or FOLDER, error.strerror or str(error)) from error
        shutil.rmtree(folder, ignore_errors=True)


def recover(root: Path) -> tuple[str, ...]:
    """Undo what was left half done in `root`. Returns the files that were put back."""
    folder = root / FOLDER
    try:
        plan = json.loads((folder / PLAN).read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    undone = []
    for name, entry in plan.items():
        now = _content(root / name)
        old, new = _data(entry["old"]), _data(entry["new"])
        if now == new and now != old:
            put(root / name, old)
            undone.append(name)
    shutil.rmtree(folder, ignore_errors=True)
    return tuple(undone)


def put(path: Path, data: bytes | None) -> None:
    """Write or remove one file in one step; folders come and go with it."""
    if data is None:
        path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            path.parent.rmdir()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    number, name = tempfile.mkstemp(prefix=".helpcenter-", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        Path(name).chmod(mode)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _text(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode("ascii")


def _data(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text)
