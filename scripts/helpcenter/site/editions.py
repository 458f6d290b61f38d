"""The editions of a help center: the web site, a folder for a disk, that folder as a zip, and one
file with everything.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from helpcenter import __version__
from helpcenter.checking.check import Checked
from helpcenter.clock import part
from helpcenter.site.archive import archive
from helpcenter.site.download import NAME, Download, write_downloads
from helpcenter.site.edition import Edition, edition_of
from helpcenter.site.guard import Guard
from helpcenter.site.means import Means
from helpcenter.site.one_file import one_file
from helpcenter.site.render import render
from helpcenter.site.view import View
from helpcenter.store import digest, fingerprint

START = "OPEN-ME.html"
"""The one file of the folder edition that a reader has to find."""
INSIDE = "help"
"""Folder of everything else."""


def write_edition(kind: str, checked: Checked, folder: Path, means: Means) -> None:
    """Write one of `kinds.KINDS` into the empty `folder`. Raises jinja2.TemplateError."""
    edition = edition_of(checked.center, checked.words)
    if kind == "all":
        render(with_downloads(edition, means), folder, means)
    elif kind == "web":
        render(edition, folder, means)
    elif kind == "folder":
        write_folder(edition, folder, means)
    elif kind == "zip":
        write_downloads([zipped(edition, means)], folder, below="")
    else:
        write_downloads([single(edition, means)], folder, below="")


def with_downloads(edition: Edition, means: Means) -> Edition:
    """The edition with the files it offers, if it has a page to offer them on."""
    if not edition.center.of_kind("download"):
        return edition
    return replace(edition, downloads=(zipped(edition, means), single(edition, means)))


def single(edition: Edition, means: Means) -> Download:
    """Everything in one file."""
    with part("one file"):
        templates = means.templates(edition.center.settings)
        return one_file(edition, templates, means)


def zipped(edition: Edition, means: Means) -> Download:
    """The folder edition as a zip."""
    with part("zip"), tempfile.TemporaryDirectory(prefix="helpcenter-") as held:
        write_folder(edition, Path(held), means.aside())
        inside = f"{NAME}-{edition.made.isoformat()}"
        return Download("zip", f"{inside}.zip", archive(Path(held), inside, edition.made))


def everything(checked: Checked) -> bytes:
    """Stands for all that the editions of a center are made of. Raises OSError.

    Of a file that was read earlier, what was read counts, too: it may have been written since.
    """
    center = checked.center
    settings = center.settings
    files = [path for path in sorted(settings.overrides.rglob("*")) if path.is_file()]
    files += [settings.root / file for file in sorted(center.files) if not file.endswith(".md")]
    return digest(
        fingerprint(),
        repr(replace(settings, root=Path())),
        repr((checked.words, center.contacts, center.published, center.synonyms)),
        center.today.isoformat(),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        "\n".join(sorted(center.files)),
        "\n".join(f"{page.file} {page.digest}" for page in center.pages),
        *(
            part
            for path in files
            for part in (str(path.relative_to(settings.root)), path.read_bytes())
        ),
    )


def write_folder(edition: Edition, folder: Path, means: Means) -> None:
    """Write the edition for a disk: `START`, and all it leads to in `INSIDE`."""
    center = edition.center
    disk = edition_of(center, edition.words, directories=False)
    (folder / INSIDE).mkdir(exist_ok=True)
    render(disk, folder / INSIDE, replace(means, before=None))
    views = [View(disk, one.locale, "index") for one in center.settings.languages]
    start = means.templates(center.settings).get_template("start.html")
    html = start.render(views=views, inside=INSIDE, version=__version__)
    Guard(center.settings).check((html,), START)
    (folder / START).write_text(html, "utf-8", newline="\n")
