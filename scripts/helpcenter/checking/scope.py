"""Which findings a run shows: those of some paths, of changed files, of some weight."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from helpcenter.checking.wishes import Refused
from helpcenter.finding import Finding, Level, nearest
from helpcenter.git import git


@dataclass(frozen=True, slots=True)
class Scope:
    """What is shown; the check itself always knows the whole project."""

    paths: tuple[str, ...]
    """Relative to the root; none for everything."""
    recent: frozenset[str] | None
    """The files that differ from a revision, if one was named."""
    level: Level | None

    def holds(self, finding: Finding) -> bool:
        """Whether `finding` is shown."""
        if self.level is Level.ERROR and finding.level is not Level.ERROR:
            return False
        if self.recent is not None and finding.path not in self.recent:
            return False
        return not self.paths or any(
            finding.path == path or finding.path.startswith(f"{path}/") for path in self.paths
        )


def read_scope(root: Path, paths: Sequence[Path], base: str | None, level: Level | None) -> Scope:
    """The scope in which `paths` and what changed since `base` are shown. Raises Refused."""
    return Scope(_names(root, paths), _recent(root, base), level)


def _names(root: Path, paths: Sequence[Path]) -> tuple[str, ...]:
    """The paths asked for, relative to the root; empty for everything. Raises Refused."""
    # Not resolved: a symbolic link is judged where it lies.
    whole = os.path.abspath(root)  # noqa: PTH100
    found = []
    for path in paths:
        name = os.path.relpath(path, whole).replace(os.sep, "/")
        if name == ".." or name.startswith("../"):
            raise Refused(
                en=f"{path} is not in the project {whole}.", zh=f"{path} 不在项目 {whole} 里。"
            )
        if not os.path.lexists(path):
            near = [str(one) for one in path.parent.glob("*")] if path.parent.is_dir() else []
            close = nearest(str(path), near)
            raise Refused(
                en=f"There is no {path}." + (f" Did you mean {close}?" if close else ""),
                zh=f"没有 {path}。" + (f"是不是 {close}？" if close else ""),
            )
        found.append(name)
    return () if "." in found else tuple(found)


def _recent(root: Path, base: str | None) -> frozenset[str] | None:
    """The files that differ from a revision, new ones too; nothing if none was named."""
    if base is None:
        return None
    start = None
    if not base.startswith("-"):
        start = git(root, "merge-base", base, "HEAD")
    names = ("diff", "--name-only", "--relative", "-z", (start or b"").decode().strip(), "--")
    differ = git(root, *names) if start else None
    fresh = git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if differ is None or fresh is None:
        raise Refused(
            en=f"Git cannot compare with “{base}”. Fetch it, or name another revision.",
            zh=f"Git 没法和“{base}”比较。先取回它，或者换一个版本。",
        )
    return frozenset((differ + fresh).decode("utf-8", "replace").split("\x00")) - {""}
