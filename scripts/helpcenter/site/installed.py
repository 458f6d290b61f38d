"""The visited site without a network: its service worker and the web manifests.

A worker belongs to one version of the site. It keeps only files whose digest is that version's, so
a deployment that is half through, or a page newer than the worker, never mixes two versions. Each
language is kept when a reader first uses it, up to `KEEP` bytes: assets, home, urgent pages and
topics first, then questions in the order of the navigation, then the pages for paper.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from helpcenter.content.address import file_behind
from helpcenter.search.files import FOLDER as SEARCH
from helpcenter.site.edition import Edition
from helpcenter.site.files import listed
from helpcenter.site.means import Means

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
SOURCE = "worker/sw.js"
"""Below the overrides folder; without it the site is not installed."""
KEEP = 2_000_000
"""Bytes kept for one language, before compression, besides the assets."""
LISTED = 1_000
"""How many visited pages beyond those are kept at most: each costs a line of the worker."""


def has_worker(edition: Edition) -> bool:
    """Whether the edition is one that browsers may keep."""
    source = edition.center.settings.overrides / SOURCE
    return edition.installed and edition.addresses.directories and source.is_file()


def write_installed(edition: Edition, folder: Path, means: Means) -> None:
    """Write manifests and worker, after everything else of the site is in `folder`."""
    if not has_worker(edition):
        return
    for language in edition.center.settings.languages:
        name = manifest_address(edition, language.locale)
        text = json.dumps(manifest(edition, language.locale), ensure_ascii=False, indent=1)
        (folder / name).write_text(text + "\n", "utf-8", newline="\n")
    source = (edition.center.settings.overrides / SOURCE).read_text("utf-8")
    data = json.dumps(plan(edition, folder, means), ensure_ascii=False, sort_keys=True)
    # The version is that of the worker's own words too.
    version = hashlib.sha256((source + data).encode()).hexdigest()[:16]
    head = f'const VERSION = "{version}";\nconst PLAN = {data};\n'
    (folder / WORKER).write_text(head + source, "utf-8", newline="\n")


def manifest_address(edition: Edition, locale: str) -> str:
    """Where the manifest of a language lies."""
    return edition.addresses.page(locale, "index") + MANIFEST


def manifest(edition: Edition, locale: str) -> dict[str, Any]:
    """What an installed site is called and looks like."""
    way = edition.addresses.way
    here = manifest_address(edition, locale)
    language = edition.center.language(locale)
    icon = way(here, "assets/images/favicon.svg")
    return {
        "name": language.site_name,
        "short_name": language.site_name,
        "description": language.site_description,
        "lang": edition.lang(locale),
        "dir": edition.words[locale].dir,
        "start_url": "./",
        "scope": way(here, ""),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0b4a4c",
        "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    }


def plan(edition: Edition, folder: Path, means: Means) -> dict[str, Any]:
    """What the worker knows: the digest of each file, and which to keep for a language."""
    languages = [one.locale for one in edition.center.settings.languages]
    pages = {locale: _pages(folder, edition, locale) for locale in languages}

    def digest(name: str) -> str:
        return means.sum(file_behind(name), folder)[:20]

    files: dict[str, str] = {}
    assets = sorted(f"assets/{name}" for name in listed(folder / "assets").files)
    core = [name for name in assets if not name.startswith(f"{SEARCH}/")]
    core += map(edition.lost, languages)
    core += [manifest_address(edition, locale) for locale in languages]
    for name in core:
        files[name] = digest(name)
    sets: dict[str, list[str]] = {}
    for locale in languages:
        room = KEEP
        sets[locale] = []
        for name in dict.fromkeys([*_search(assets, locale), *pages[locale]]):
            size = (folder / file_behind(name)).stat().st_size
            if size > room:
                break
            room -= size
            sets[locale].append(name)
            files[name] = digest(name)
    every = [name for locale in languages for name in pages[locale]]
    for name in dict.fromkeys([name for name in every if name not in files][:LISTED]):
        files[name] = digest(name)
    dates = {locale: edition.words[locale].date(edition.made) for locale in languages}
    return {"files": files, "core": core, "sets": sets, "dates": dates}


def _search(assets: Iterable[str], locale: str) -> list[str]:
    own = (f"{SEARCH}/{locale}.", f"{SEARCH}/{locale}-", f"{SEARCH}/tables-")
    return [name for name in assets if name.startswith(own)]


def _pages(folder: Path, edition: Edition, locale: str) -> list[str]:
    """Addresses of a language's pages, the most needed first; at last those for paper."""
    center = edition.center
    home = center.shown(locale, "index")
    urgent = home.meta.urgent if home else ()
    topics = center.topics(locale)
    paths = dict.fromkeys(("index", *urgent, *(one.index.path for one in topics), *center.paths))
    found = [edition.addresses.page(locale, path) for path in paths if center.shown(locale, path)]
    paper = (edition.paper(locale, topic.path) for topic in topics)
    return found + [name for name in paper if (folder / name).is_file()]
