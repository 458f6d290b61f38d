"""A file of the project, opened only if it is one.

Symbolic links, devices, pipes and anything that leads out of the project are never opened, and no
more is read than a page may hold: a link to `/proc/self/environ` would publish the machine's
secrets, a pipe would never end.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from helpcenter.finding import Fault

MAX_BYTES = 60_000
"""Ten times a long article. Markdown takes minutes over texts that are built to hurt it."""

FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
"""A link is not followed, a pipe not waited for, a line end not changed."""
FOLLOWS = not hasattr(os, "O_NOFOLLOW")
"""Whether this machine opens links all the same."""
State = tuple[int, ...]
"""What changes with every write to a file."""
SIZE, INODE = 1, 2
"""The places in there of its bytes, and of the number that all links to it have."""


def read_file(root: Path, name: str, limit: int = MAX_BYTES) -> bytes | Fault:
    """The content of `name`, a path below `root` with `/`; or why it may not or cannot be read."""
    return Files(root).read(name, limit)


class Files:
    """The files of a project, for whoever reads many: each folder is looked at once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._start = f"{root}/"
        self._inside = {"": True}

    def read(self, name: str, limit: int = MAX_BYTES) -> bytes | Fault:
        """As `read_file` does."""
        path = self._start + name
        folder = name if "\\" in name else name.rpartition("/")[0]
        if not self._is_inside(folder) or (FOLLOWS and Path(path).is_symlink()):
            return _outside(name, Path(path))
        try:
            number = os.open(path, FLAGS)
            try:
                if not stat.S_ISREG(os.fstat(number).st_mode):
                    return Fault("unreadable-file", name, 1, {"why": "not a plain file"})
                data = os.read(number, limit + 1)
            finally:
                os.close(number)
        except (OSError, ValueError) as error:
            if Path(path).is_symlink():
                return _outside(name, Path(path))
            why = getattr(error, "strerror", None) or str(error)
            return Fault("unreadable-file", name, 1, {"why": why})
        if len(data) > limit:
            return Fault("too-large", name, 1, {"kind": "bytes", "limit": str(limit)})
        return data

    def _is_inside(self, folder: str) -> bool:
        known = self._inside.get(folder)
        if known is None:
            above, slash, name = folder.rpartition("/")
            if FOLLOWS or "\\" in name or name in ("", ".", "..") or (slash and not above):
                known = not leads_out(self._root, self._root / folder)
            else:
                known = self._is_inside(above) and not Path(self._start + folder).is_symlink()
            self._inside[folder] = known
        return known


def _outside(name: str, path: Path) -> Fault:
    return Fault("outside-project", name, 1, {"target": link_target(path)})


def leads_out(root: Path, path: Path) -> bool:
    """Whether `path` is a link, stands behind one, or ends outside `root`."""
    try:
        if path.is_symlink():
            return True
        real = root.resolve()
        return path.resolve() != real / path.relative_to(root)
    except (OSError, RuntimeError, ValueError):
        # A loop of links, a name with a NUL byte, a path with `..` that leaves the project.
        return True


def link_target(path: Path) -> str:
    """Where a link points, as written; else the path itself."""
    try:
        return os.fsencode(path.readlink()).decode("utf-8", "replace")
    except (OSError, ValueError):
        return str(path)


def file_state(path: Path) -> State:
    """What changes with every write to a file; empty if it is not there."""
    try:
        return state_of(path.lstat())
    except (OSError, ValueError):
        return ()


def state_of(found: os.stat_result) -> State:
    """The same of what the system said about a file."""
    return (found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode)
