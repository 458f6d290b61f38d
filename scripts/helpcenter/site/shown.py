"""One state of the project as a preview shows it: nothing is made before somebody asks for it."""

from __future__ import annotations

import shutil
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment

from helpcenter.checking.check import Checked
from helpcenter.site.build import told
from helpcenter.site.edition import edition_of
from helpcenter.site.guard import Guard
from helpcenter.site.means import Means
from helpcenter.site.press import Job, make
from helpcenter.site.render import (
    ASSETS,
    MAKERS,
    other_jobs,
    page_jobs,
    server_jobs,
    together,
)
from helpcenter.store import Store


class Shown:
    """The site of `checked`. Pages are made when they are asked for, search when somebody looks.

    Raises BuildFailed if one of `templates` is broken or brings what may not be published.
    """

    def __init__(self, root: Path, checked: Checked, store: Store, templates: Environment) -> None:
        self._root = root
        self._store = store
        self._edition = replace(edition_of(checked.center, checked.words), installed=False)
        self._folder: Path | None = None
        self._lock = threading.Lock()
        pages = page_jobs(self._edition)
        others = (*server_jobs(self._edition), *other_jobs(self._edition))
        self._jobs = {job.file: job for job in (*pages, *others)}
        self._templates = templates
        self._guard = Guard(checked.center.settings)
        with told(root):
            # A page of each kind: a broken template shows here.
            for job in {self._kind(job): job for job in reversed(pages)}.values():
                self._make(job)

    def _make(self, job: Job) -> bytes:
        return make(self._edition, self._templates, MAKERS, job, self._guard)

    def _kind(self, job: Job) -> tuple[str, str]:
        page = self._edition.center.shown(job.locale, job.path)
        return job.locale, page.meta.kind if page else ""

    @property
    def number(self) -> int:
        """How many pages there are."""
        return sum(job.kind == "page" for job in self._jobs.values())

    def file(self, name: str) -> bytes | None:
        """The content of a file of the site; nothing if it has none of that name.

        Raises BuildFailed if its template is broken, or it may not be published.
        """
        job = self._jobs.get(name)
        if job is not None:
            with told(self._root):
                return self._make(job)
        settings = self._edition.center.settings
        if name.startswith(f"{ASSETS}/") and not name.startswith(f"{ASSETS}/search/"):
            return _read(settings.overrides / ASSETS, name.removeprefix(f"{ASSETS}/"))
        locale, _, rest = name.partition("/")
        default = self._edition.addresses.default
        for folder, path in ((default, name), (locale, rest)):
            file = f"{settings.docs_dir}/{folder}/{path}"
            if file in self._edition.center.files and not file.endswith(".md"):
                return _read(settings.root, file)
        return _read(self._rest(), name)

    def is_folder(self, name: str) -> bool:
        """Whether a page lives at `name/`."""
        return f"{name}/index.html" in self._jobs

    def _rest(self) -> Path:
        """What is made from all pages together."""
        with self._lock:
            if self._folder is None:
                folder = Path(tempfile.mkdtemp(prefix="helpcenter-preview-"))
                with told(self._root):
                    # One process: forking beside the server's threads is not safe.
                    together(self._edition, folder, Means(self._store, processes=1))
                    self._guard.rest(folder)
                self._folder = folder
            return self._folder

    def close(self) -> None:
        """Remove what was written."""
        with self._lock:
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)


def _read(folder: Path, name: str) -> bytes | None:
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        return path.read_bytes() if inside else None
    except (OSError, ValueError):
        return None
