"""The files of an edition that are made from the center alone, each by itself.

Any of them can be made in any order, by any process, or not at all: while everything a file was
made from is the same, it is taken from the store.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from jinja2 import Environment

from helpcenter.content.memory import Memory
from helpcenter.content.sight import Item
from helpcenter.cores import spread
from helpcenter.site.edition import Edition
from helpcenter.site.files import make_folders
from helpcenter.site.framed import PAGE
from helpcenter.site.gate import PAGES, Pieces
from helpcenter.site.guard import Guard
from helpcenter.site.means import Means
from helpcenter.store import digest

MANY = 200
"""Files from which it pays to start more processes."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make."""

    kind: str
    """Who makes it: a key of the makers given to `press`."""
    locale: str
    path: str
    """Of a page, or of a topic."""
    file: str
    """Below the edition's folder."""
    more: str = ""
    """Stands for what the file shows that is no part of the center."""

    @property
    def name(self) -> str:
        """What it is remembered by."""
        return f"{self.kind} {self.file} {self.more}"

    @property
    def topic(self) -> str:
        """The folder that the page is in, or the topic itself."""
        return self.path.rpartition("/")[0] or self.path


Maker = Callable[[Edition, Environment, Job], Pieces]


class Unrenderable(Exception):
    """A template failed; its text begins with the place, `<file>:<line>`."""


def press(
    edition: Edition,
    templates: Environment,
    makers: Mapping[str, Maker],
    folder: Path,
    jobs: Sequence[Job],
    means: Means,
) -> Iterator[Job]:
    """Write every job's file into `folder`, and yield the job when it is there.

    Raises Unrenderable, and guard.Refused when a page may not be published.
    """
    make_folders(
        folder, (job.file for job in jobs), means.before.folders if means.before else set()
    )
    memory = Memory(edition.center, means.store, surroundings(edition, means))
    before, todo = means.before, []
    for job in jobs:
        key = memory.key(job.name)
        if not (before and before.take(job.file, key, folder)):
            known = memory.value(key) if key else None
            if known is None:
                todo.append(job)
                continue
            (folder / job.file).write_bytes(known)
            if before and key:
                before.note(job.file, key)
        yield job
    if before:
        before.drop_others(folder)
    if todo:
        templates.get_template(PAGE)  # no project is without it
    # A topic after the other: its files stand in the same frame and read the same texts.
    todo.sort(key=lambda job: (job.topic, job.path))
    worker = _Press(edition, templates, makers, folder, memory)
    # One of each kind, so that templates are compiled once, before the processes part; the last,
    # for what is made of all pages comes first and takes longest.
    first = [*{job.kind: job for job in todo}.values()]
    begun = {job.file for job in first}
    rest = [job for job in todo if job.file not in begun]
    done = zip(first, map(worker, first), strict=True)
    for job, (made, seen) in chain(
        done, spread(worker, rest, means.processes, MANY, lambda job: job.topic)
    ):
        key = memory.keep(job.name, seen, made)
        if before:
            before.note(job.file, key)
        yield job
    memory.close()


def surroundings(edition: Edition, means: Means) -> bytes:
    """Stands for all that shows on pages and is not asked of the center.

    Of a file that was read earlier, what was read counts, too: it may have been written since.
    """
    return digest(
        repr((edition.addresses, edition.installed, edition.words, edition.center.contacts)),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        means.beside(edition.center.settings),
    )


class _Press:
    """Makes one file after the other."""

    def __init__(
        self,
        edition: Edition,
        templates: Environment,
        makers: Mapping[str, Maker],
        folder: Path,
        memory: Memory,
    ) -> None:
        self.memory = memory
        self.edition = edition
        self.templates = templates
        self.makers = makers
        self.folder = folder
        self.guard = Guard(edition.center.settings)

    def __call__(self, job: Job) -> tuple[bytes, tuple[Item, ...]]:
        sight = self.memory.sight()
        # Only who says so in its name may show what is made of all pages.
        offered = self.edition.downloads if job.more else ()
        edition = replace(self.edition, center=sight, downloads=offered)
        made = make(edition, self.templates, self.makers, job, self.guard)
        with open(f"{self.folder}/{job.file}", "wb", 0) as file:  # noqa: PTH123 - a path takes longer
            file.write(made)
        sight.close()
        return made, tuple(sight.seen)


def make(
    edition: Edition,
    templates: Environment,
    makers: Mapping[str, Maker],
    job: Job,
    guard: Guard,
) -> bytes:
    """The content of the job's file. Raises Unrenderable and guard.Refused."""
    try:
        pieces = makers[job.kind](edition, templates, job)
    except Exception as error:
        # Any of Python's errors can come out of a template, and its place is lost on the way from
        # another process.
        raise Unrenderable(f"{_place(error)}: {error}") from error
    if job.file.endswith(PAGES):
        page = edition.center.shown(job.locale, job.path) if job.kind == "page" else None
        guard.check(pieces, job.file, page.file if page else "")
    return "".join(pieces).encode("utf-8")


def _place(error: BaseException) -> str:
    """The innermost place in a template where `error` was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    shown = [one for one in frames if one.filename.endswith((".html", ".xml"))]
    return f"{shown[-1].filename}:{shown[-1].lineno}" if shown else "overrides"
