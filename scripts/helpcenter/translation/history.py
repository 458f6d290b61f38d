"""What a page used to say, read from Git if there is any.

Nothing else in the package needs history: a copy without `.git`, a shallow clone or a missing
`git` only means that the old words cannot be shown.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from helpcenter.content.markdown import Renderer
from helpcenter.content.page import Page, read_page
from helpcenter.content.settings import Settings
from helpcenter.translation.parts import Part, parts

MAX_REVISIONS = 300
SECONDS = 20


def git(root: Path, *words: str, data: bytes = b"") -> bytes | None:
    """What `git` prints, run in `root`; nothing if it fails, is not there or takes too long."""
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *words]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def file_at(root: Path, revision: str, file: str) -> bytes | None:
    """The content of `file` at `revision`, or nothing."""
    if revision.startswith("-"):
        return None
    return git(root, "show", "--end-of-options", f"{revision}:./{file}")


def fork(root: Path, base: str) -> str:
    """Where this branch left `base`: what was changed there since is not of this branch.

    `base` itself if Git cannot tell, as in a shallow clone.
    """
    if base.startswith("-"):
        return base
    return (git(root, "merge-base", base, "HEAD") or b"").decode("ascii", "replace").strip() or base


class History:
    """The older texts of one page."""

    def __init__(self, settings: Settings, page: Page) -> None:
        """`page` as it is today."""
        self.settings = settings
        self.page = page
        self._renderer = Renderer(settings.markdown_extensions)

    def read(self, data: bytes) -> Page | None:
        """One older text as a page; nothing if it was broken then."""
        page, _ = read_page(data, self.page.locale, self.page.path, self.page.file, self._renderer)
        return page

    def at(self, revision: str) -> Page | None:
        """The page as it was at `revision`; nothing if Git or the page did not exist."""
        data = file_at(self.settings.root, revision, self.page.file)
        return self.read(data) if data is not None else None

    def texts(self, marks: set[str]) -> Mapping[str, Part]:
        """The old parts with these marks, as far as Git has them."""
        found: dict[str, Part] = {}
        for page in self.pages():
            for part in parts(page):
                if part.mark in marks:
                    found.setdefault(part.mark, part)
            if marks <= set(found):
                break
        return found

    def pages(self) -> Iterator[Page]:
        """The page as it was, newest first; through renames, as far as the clone reaches."""
        log = git(
            self.settings.root,
            "log",
            f"--max-count={MAX_REVISIONS}",
            "--follow",
            "--relative",
            "--name-only",
            "--format=%x00%H",
            "--",
            self.page.file,
        )
        for entry in (log or b"").decode("utf-8", "replace").split("\x00")[1:]:
            revision, *names = entry.split()
            data = file_at(self.settings.root, revision, names[0]) if names else None
            page = self.read(data) if data is not None else None
            if page is not None:
                yield page
