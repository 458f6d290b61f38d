"""Rendering an edition: every page, the error page, the sitemap and the assets, into a folder.

What MkDocs and its i18n plugin do for `mkdocs build`, without building the site once a language
inside itself. Both give the same bytes; a test compares them.
"""

from __future__ import annotations

import os
import shutil
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from helpcenter.content.published import write_redirects
from helpcenter.content.settings import Settings
from helpcenter.search.files import write_search
from helpcenter.site.api import write_api
from helpcenter.site.api_schema import SCHEMA
from helpcenter.site.download import write_downloads
from helpcenter.site.edition import Edition
from helpcenter.site.feed import write_feeds
from helpcenter.site.installed import write_installed
from helpcenter.site.lost import write_lost_pages
from helpcenter.site.plain_pages import write_plain_pages
from helpcenter.site.print_pages import write_print_pages
from helpcenter.site.view import View, lost_views, own_views

ASSETS = "assets"
WEB_ONLY = ("offline.js",)
"""Scripts that a copy on a disk has no use for."""
MANY = 200
"""Pages from which it pays to start more processes."""


@dataclass(frozen=True, slots=True)
class Job:
    """One page to render."""

    locale: str
    path: str
    file: str
    """Below the edition's folder."""


def environment(settings: Settings) -> Environment:
    """Where templates are looked for: the project's own, then the theme's, for its icons."""
    theme = find_spec("material")
    assert theme is not None
    assert theme.origin is not None
    folders = [settings.overrides, Path(theme.origin).parent / "templates"]
    return Environment(
        loader=FileSystemLoader(folders),
        auto_reload=False,
        undefined=StrictUndefined,
    )


def jobs(edition: Edition) -> list[Job]:
    """Every page of every language; one that is not translated is shown in the default one."""
    found = []
    for language in edition.center.settings.languages:
        for path in edition.center.paths:
            if edition.center.shown(language.locale, path) is not None:
                address = edition.addresses.page(language.locale, path)
                file = f"{address}index.html" if address[-1:] in ("", "/") else address
                found.append(Job(language.locale, path, file))
    return found


def render(
    edition: Edition, folder: Path, step: Callable[[], None], processes: int | None = None
) -> None:
    """Write the edition into the empty folder `folder`; `step` is called for each page.

    `processes` is how many render at once; by default as many as there are cores, if there are
    many pages. Raises jinja2.TemplateError when a template is broken.
    """
    todo = jobs(edition)
    templates = environment(edition.center.settings)
    for name in {str(Path(job.file).parent) for job in todo}:
        (folder / name).mkdir(parents=True, exist_ok=True)
    processes = processes or min(os.cpu_count() or 1, 1 + len(todo) // MANY)
    for _ in _rendered(edition, templates, folder, todo, processes):
        step()
    if edition.addresses.directories:
        views = {"lost": lost_views(edition), "entries": tuple(own_views(edition))}
        for name in ("404.html", "sitemap.xml"):
            html = templates.get_template(name).render(views)
            (folder / name).write_text(html, "utf-8")
    _copy(edition, folder)
    finish(edition, folder)


def finish(edition: Edition, folder: Path) -> None:
    """Write what is made from all pages together, after the pages: search, redirects, data."""
    center = edition.center
    write_search(center, edition.words, folder, edition.addresses)
    write_print_pages(edition, environment(center.settings), folder)
    if not edition.addresses.directories:
        return  # nobody has old links into a copy, and no program reads it
    write_downloads(edition.downloads, folder)
    write_redirects(center, folder, edition.addresses)
    write_lost_pages(edition, environment(center.settings), folder)
    write_api(edition, SCHEMA, folder)
    write_plain_pages(edition, folder)
    write_feeds(edition, folder)
    write_installed(edition, folder)


def _rendered(
    edition: Edition, templates: Environment, folder: Path, todo: list[Job], processes: int
) -> Iterator[None]:
    templates.get_template("main.html")  # compiled once, before the processes part
    press = _Press(edition, templates, folder)
    if processes == 1 or "fork" not in get_all_start_methods():
        for job in todo:
            press(job)
            yield
        return
    # A forked process inherits the press; nothing is sent but jobs.
    context = get_context("fork")
    with ProcessPoolExecutor(processes, context, _inherit, (press,)) as pool:
        for _ in pool.map(_inherited, todo, chunksize=25):
            yield


class Unrenderable(Exception):
    """A template failed; its text begins with the place, `<file>:<line>`."""


def _place(error: BaseException) -> str:
    """The innermost place in a template where `error` was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    shown = [one for one in frames if one.filename.endswith((".html", ".xml"))]
    return f"{shown[-1].filename}:{shown[-1].lineno}" if shown else "overrides"


class _Press:
    """Renders one page after the other."""

    def __init__(self, edition: Edition, templates: Environment, folder: Path) -> None:
        self.edition = edition
        self.template = templates.get_template("main.html")
        self.folder = folder

    def __call__(self, job: Job) -> None:
        try:
            html = self.template.render(view=View(self.edition, job.locale, job.path))
        except Exception as error:
            # Any of Python's errors can come out of a template, and its place is lost on the way
            # from another process.
            raise Unrenderable(f"{_place(error)}: {error}") from error
        (self.folder / job.file).write_text(html, "utf-8", newline="\n")


_press: _Press


def _inherit(press: _Press) -> None:
    global _press
    _press = press


def _inherited(job: Job) -> None:
    _press(job)


def _copy(edition: Edition, folder: Path) -> None:
    """Copy the assets, and the images that stand beside articles."""
    settings = edition.center.settings
    if (settings.overrides / ASSETS).is_dir():
        web_only = () if edition.addresses.directories else WEB_ONLY
        shutil.copytree(
            settings.overrides / ASSETS,
            folder / ASSETS,
            ignore=shutil.ignore_patterns(*web_only),
            dirs_exist_ok=True,
        )
    for file in sorted(edition.center.files):
        if file.endswith(".md"):
            continue
        locale, _, rest = file.removeprefix(f"{settings.docs_dir}/").partition("/")
        target = folder / ("" if locale == edition.addresses.default else locale) / rest
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(settings.root / file, target)
