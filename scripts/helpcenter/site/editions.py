"""The editions of a help center: the web site, a folder for a disk, that folder as a zip, and one
file with everything.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from helpcenter import __version__
from helpcenter.checking.check import Checked
from helpcenter.site.archive import archive
from helpcenter.site.before import Before
from helpcenter.site.download import NAME, Download, write_downloads
from helpcenter.site.edition import Edition, edition_of
from helpcenter.site.one_file import one_file
from helpcenter.site.render import environment, render
from helpcenter.site.view import View
from helpcenter.store import NOTHING, Store

START = "OPEN-ME.html"
"""The one file of the folder edition that a reader has to find."""
INSIDE = "help"
"""Folder of everything else."""


def write_edition(
    kind: str,
    checked: Checked,
    folder: Path,
    step: Callable[[], None] = lambda: None,
    processes: int | None = None,
    store: Store = NOTHING,
    before: Before | None = None,
) -> None:
    """Write one of `kinds.KINDS` into the empty `folder`.

    What has not changed comes from `store`, or from the site `before`. Raises jinja2.TemplateError.
    """
    edition = edition_of(checked.center, checked.words)
    if kind == "all":
        render(with_downloads(edition, store), folder, step, processes, store, before)
    elif kind == "web":
        render(edition, folder, step, processes, store, before)
    elif kind == "folder":
        write_folder(edition, folder, step, processes, store)
    elif kind == "zip":
        write_downloads([zipped(edition, store)], folder, below="")
    else:
        write_downloads([single(edition)], folder, below="")


def with_downloads(edition: Edition, store: Store = NOTHING) -> Edition:
    """The edition with the files it offers, if it has a page to offer them on."""
    if all(page.meta.kind != "download" for page in edition.center.pages):
        return edition
    return replace(edition, downloads=(zipped(edition, store), single(edition)))


def single(edition: Edition) -> Download:
    """Everything in one file."""
    return one_file(edition, environment(edition.center.settings))


def zipped(edition: Edition, store: Store = NOTHING) -> Download:
    """The folder edition as a zip."""
    with tempfile.TemporaryDirectory(prefix="helpcenter-") as held:
        write_folder(edition, Path(held), store=store)
        inside = f"{NAME}-{edition.made.isoformat()}"
        return Download("zip", f"{inside}.zip", archive(Path(held), inside, edition.made))


def write_folder(
    edition: Edition,
    folder: Path,
    step: Callable[[], None] = lambda: None,
    processes: int | None = None,
    store: Store = NOTHING,
) -> None:
    """Write the edition for a disk: `START`, and all it leads to in `INSIDE`."""
    center = edition.center
    disk = edition_of(center, edition.words, directories=False)
    (folder / INSIDE).mkdir()
    render(disk, folder / INSIDE, step, processes, store)
    views = [View(disk, one.locale, "index") for one in center.settings.languages]
    start = environment(center.settings).get_template("start.html")
    html = start.render(views=views, inside=INSIDE, version=__version__)
    (folder / START).write_text(html, "utf-8", newline="\n")
