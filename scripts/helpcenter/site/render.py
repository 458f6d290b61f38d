"""Rendering an edition: every page, the error page, the sitemap and the assets, into a folder.

What MkDocs and its i18n plugin do for `mkdocs build`, without building the site once a language
inside itself. Both give the same bytes; a test compares them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from jinja2 import Environment

from helpcenter.clock import part
from helpcenter.content.address import file_behind
from helpcenter.search.files import write_search
from helpcenter.site.api import api_jobs, api_page, write_api
from helpcenter.site.api_schema import SCHEMA
from helpcenter.site.download import write_downloads
from helpcenter.site.edition import Edition
from helpcenter.site.feed import write_feeds
from helpcenter.site.framed import framed
from helpcenter.site.gate import Pieces
from helpcenter.site.guard import Guard
from helpcenter.site.installed import write_installed
from helpcenter.site.lost import lost_jobs, lost_page
from helpcenter.site.means import Means
from helpcenter.site.plain_pages import plain_jobs, plain_page, write_list
from helpcenter.site.policy import write_headers
from helpcenter.site.press import Job, Maker, press
from helpcenter.site.print_pages import print_jobs, print_page
from helpcenter.site.redirects import write_redirects
from helpcenter.site.view import View, lost_views, own_views

ASSETS = "assets"
WEB_ONLY = ("offline.js",)
"""Scripts that a copy on a disk has no use for."""


def page_jobs(edition: Edition) -> list[Job]:
    """Every page of every language; one that is not translated is shown in the default one."""
    center = edition.center
    found = []
    for language in center.settings.languages:
        for path in center.paths:
            page = center.shown(language.locale, path)
            if page is not None:
                address = edition.addresses.page(language.locale, path)
                offered = edition.downloads if page.meta.kind == "download" else ()
                sums = " ".join(f"{one.name} {one.sha256}" for one in offered)
                found.append(Job("page", language.locale, path, file_behind(address), sums))
    return found


def other_jobs(edition: Edition) -> list[Job]:
    """What stands beside the pages: one for paper in each topic, and each page for programs."""
    jobs = print_jobs(edition)
    if edition.addresses.directories:
        jobs += [*lost_jobs(edition), *api_jobs(edition), *plain_jobs(edition)]
    return jobs


def server_jobs(edition: Edition) -> list[Job]:
    """The error page and the list of all addresses, which only a server needs."""
    names = ("404.html", "sitemap.xml") if edition.addresses.directories else ()
    return [Job("server", "", "", name) for name in names]


def _server(edition: Edition, templates: Environment, job: Job) -> Pieces:
    views = {"lost": lost_views(edition), "entries": tuple(own_views(edition))}
    return (templates.get_template(job.file).render(views),)


def _page(edition: Edition, templates: Environment, job: Job) -> Pieces:
    return framed(View(edition, job.locale, job.path), templates)


MAKERS: dict[str, Maker] = {
    "page": _page,
    "server": _server,
    "lost": lost_page,
    "print": print_page,
    "api": api_page,
    "plain": plain_page,
}


def render(edition: Edition, folder: Path, means: Means) -> None:
    """Write the edition into the empty folder `folder`.

    Raises jinja2.TemplateError when a template is broken, Unrenderable, and guard.Refused when a
    page may not be published.
    """
    templates = means.templates(edition.center.settings)
    jobs = [*page_jobs(edition), *server_jobs(edition), *other_jobs(edition)]
    with part("pages"):
        for job in press(edition, templates, MAKERS, folder, jobs, means):
            if job.kind == "page":
                means.step()
    _copy(edition, folder)
    together(edition, folder, means)
    Guard(edition.center.settings).rest(folder, {job.file for job in jobs})


def finish(edition: Edition, folder: Path) -> None:
    """Write what MkDocs does not, after its pages. Raises guard.Refused."""
    means = Means()
    templates = means.templates(edition.center.settings)
    for _ in press(edition, templates, MAKERS, folder, other_jobs(edition), means):
        pass
    together(edition, folder, means)
    Guard(edition.center.settings).rest(folder)


def together(edition: Edition, folder: Path, means: Means) -> None:
    """Write what is made from all pages together: search, lists, redirects, the worker."""
    center = edition.center
    with part("search"):
        indexes = means.indexes(center)
        about = (edition.words, folder, edition.addresses, indexes)
        write_search(center, *about, means.store, means.before, means.processes)
    if not edition.addresses.directories:
        return  # nobody has old links into a copy, and no program reads it
    write_downloads(edition.downloads, folder)
    write_redirects(center, folder, edition.addresses)
    write_api(edition, SCHEMA, folder)
    write_list(edition, folder)
    write_feeds(edition, folder)
    write_headers(folder)
    write_installed(edition, folder, means)


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
