"""The files of somebody else's project: what MkDocs would publish of them, and what is left out.

A symbolic link is followed only to a file of the same project; what lies elsewhere on the machine
is known by name and never opened.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathspec import GitIgnoreSpec

from helpcenter.finding import Fault
from helpcenter.foreign.project import MARKDOWN

HIDDEN = (".*", "/templates/")
"""What MkDocs leaves out of every site."""
MAX_DEPTH = 40
MAX_FILES = 100_000
TEMPLATES = (".html", ".htm", ".xml", ".py", ".pyc", ".yml")


@dataclass(frozen=True, slots=True)
class Found:
    """All files below the folder of the pages."""

    sources: Mapping[str, str]
    """Path below that folder, and file relative to the root; only what is published."""
    excluded: frozenset[str]
    unlisted: frozenset[str]
    """What need not be in the navigation."""
    faults: tuple[Fault, ...]


def boundary(root: Path, *folders: str) -> Path:
    """The folder out of which nothing is read: that of the repository, or the project's own.

    `folders` are those that the configuration names, relative to the root.
    """
    real = root.resolve()
    for one in (real, *real.parents):
        if (one / ".git").exists():
            return one
    return Path(os.path.commonpath([real, *((real / one).resolve() for one in folders)]))


def find_files(root: Path, edge: Path, docs: str, theme: str, data: Mapping[str, Any]) -> Found:
    """Every file below `docs`, and what the project adds to its theme. Never raises.

    What lies outside of `edge` is not opened.
    """
    sources: dict[str, str] = {}
    excluded: set[str] = set()
    unlisted: set[str] = set()
    faults: list[Fault] = []
    specs = {key: _spec(data.get(key)) for key in ("exclude_docs", "draft_docs", "not_in_nav")}
    hidden = GitIgnoreSpec.from_lines([*HIDDEN, *specs["exclude_docs"]])
    drafts = GitIgnoreSpec.from_lines(specs["draft_docs"])
    apart = GitIgnoreSpec.from_lines(specs["not_in_nav"])
    for source in _walk(root / docs, faults, root, edge):
        file = posixpath.normpath(f"{docs}/{source}")
        if hidden.match_file(source) or drafts.match_file(source):
            excluded.add(source)
            continue
        sources[source] = file
        if apart.match_file(source):
            unlisted.add(source)
    for source in [one for one in sources if posixpath.basename(one) == "README.md"]:
        index = source.removesuffix("README.md") + "index.md"
        if index in sources:
            address = posixpath.dirname(source)
            detail = {"other": sources[index], "address": f"{address}/" if address else ""}
            faults.append(Fault("same-address", sources[source], 1, detail))
            excluded.add(source)
            del sources[source]
    if theme:
        for source in _walk(root / theme, [], root, edge):
            if not source.endswith((*TEMPLATES, *MARKDOWN)):
                sources.setdefault(source, f"{theme}/{source}")
    return Found(sources, frozenset(excluded), frozenset(unlisted), tuple(faults))


def _spec(value: Any) -> list[str]:
    return value.splitlines() if isinstance(value, str) else []


def _walk(top: Path, faults: list[Fault], root: Path, edge: Path) -> Iterator[str]:
    """Files below `top`, with `/`, in the order of their names."""
    seen: set[str] = set()
    waiting = [("", 0)]
    count = 0
    while waiting:
        folder, depth = waiting.pop()
        try:
            real = os.path.realpath(top / folder)
            entries = sorted(os.scandir(top / folder), key=lambda one: one.name)
        except OSError as error:
            name = os.path.relpath(top / folder, root).replace(os.sep, "/")
            faults.append(Fault("unreadable-file", name, 1, {"why": error.strerror or ""}))
            continue
        if real in seen or not Path(real).is_relative_to(edge):
            continue
        seen.add(real)
        for entry in entries:
            name = f"{folder}/{entry.name}".lstrip("/")
            try:
                name.encode("utf-8")
            except UnicodeEncodeError:
                continue
            try:
                if entry.is_dir():
                    if depth < MAX_DEPTH:
                        waiting.append((name, depth + 1))
                    continue
            except OSError:
                # A link to itself: a file that nobody can read.
                pass
            count += 1
            if count > MAX_FILES:
                return
            yield name


def read_text(root: Path, edge: Path, file: str, limit: int) -> bytes | Fault:
    """The content of a plain file of the project, links within it followed; or why not."""
    path = root / file
    try:
        real = path.resolve()
        if not real.is_relative_to(edge):
            return Fault("outside-project", file, 1, {"target": str(real)})
        if not real.is_file():
            return Fault("unreadable-file", file, 1, {"why": "not a plain file"})
        with real.open("rb") as stream:
            data = stream.read(limit + 1)
    except (OSError, RuntimeError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return Fault("unreadable-file", file, 1, {"why": why})
    if len(data) > limit:
        return Fault("too-large", file, 1, {"kind": "bytes", "limit": str(limit)})
    return data
