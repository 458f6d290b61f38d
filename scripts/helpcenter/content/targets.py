"""Where a link leads: what its target is, and which file an editor may have meant."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from helpcenter.content.center import Center
from helpcenter.content.moved import moved_by_hand
from helpcenter.content.page import Link, Page
from helpcenter.content.tree import IMAGES
from helpcenter.finding import nearest, nearest_page
from helpcenter.foreign.project import Project

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
UNSEEN = re.compile("[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2060\ufeff]")
"""What browsers take out of an address, and what nobody sees in it."""


class Target(NamedTuple):
    """The target of one link, taken apart."""

    kind: str
    """`empty`, `anchor`, `relative`, `absolute`, `host` (`//…`) or `scheme`."""
    scheme: str = ""
    """In lower case, however it was disguised."""
    path: str = ""
    """Of a relative target: as written, without query and anchor."""
    file: str = ""
    """Of a relative target: the file meant, relative to the project's root."""
    query: str = ""
    anchor: str = ""
    """Decoded, without `#`."""


def read_target(page: Page, target: str) -> Target:
    """What `target`, written in `page`, means to a browser and to the generator."""
    return _read_target(page.file, target)


# Every rule about links asks for the same ones, page after page.
@lru_cache(maxsize=1024)
def _read_target(file: str, target: str) -> Target:
    seen = UNSEEN.sub("", target).replace("\\", "/")
    if not seen:
        return Target("empty")
    if match := SCHEME.match(seen.lower()):
        return Target("scheme", match[1])
    if seen.startswith("//"):
        return Target("host")
    if seen.startswith("/"):
        return Target("absolute", path=seen)
    rest, _, anchor = target.partition("#")
    path, _, query = rest.partition("?")
    anchor = unquote(anchor)
    if not path and not query:
        return Target("anchor", anchor=anchor, file=file)
    goal = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path)))
    return Target("relative", "", path, goal, query, anchor)


def locale_of(center: Center, file: str) -> str:
    """The language whose folder holds `file`; empty if none does."""
    for language in center.settings.languages:
        if file.startswith(f"{center.settings.docs_dir}/{language.locale}/"):
            return language.locale
    return ""


def inside(center: Center, locale: str, file: str) -> str:
    """`file` relative to its language's folder."""
    return file.removeprefix(f"{center.settings.docs_dir}/{locale}/")


def exists(center: Center, page: Page, target: Target, *, html: bool = False) -> bool:
    """Whether the file of a relative target is there, or shown in the default language instead."""
    if center.foreign:
        return center.foreign.find(page.file, target.path, html=html) is not None
    if target.query or target.path != unquote(target.path) or target.path.endswith("/"):
        return False
    if locale_of(center, target.file) != page.locale:
        return False
    own = inside(center, page.locale, target.file)
    folder = f"{center.settings.docs_dir}/{center.settings.default.locale}"
    return target.file in center.files or f"{folder}/{own}" in center.files


def meant(center: Center, page: Page, target: Target, *, image: bool) -> str | None:
    """The target an editor most likely meant: right from this page, with the anchor."""
    if center.foreign:
        return _meant_there(center.foreign, page, target)
    here = {page.locale, center.settings.default.locale}
    files = {
        inside(center, locale, file): f"{center.settings.docs_dir}/{page.locale}/"
        for file in sorted(center.files)
        if (locale := locale_of(center, file)) in here and file.endswith(IMAGES) == image
    }
    locale = locale_of(center, target.file)
    moved = moved_by_hand(center).get(inside(center, locale, target.file).removesuffix(".md"))
    if moved and f"{moved}.md" in files:
        way = posixpath.relpath(files[f"{moved}.md"] + f"{moved}.md", posixpath.dirname(page.file))
        return way + (f"#{target.anchor}" if target.anchor else "")
    wanted = inside(center, locale, target.file) if locale else posixpath.basename(target.file)
    found = _alike(wanted, files)
    if found is None:
        return None
    way = posixpath.relpath(files[found] + found, posixpath.dirname(page.file))
    return way + (f"#{target.anchor}" if target.anchor else "")


def _meant_there(project: Project, page: Page, target: Target) -> str | None:
    here = posixpath.dirname(project.source(page.file))
    wanted = posixpath.normpath(posixpath.join(here, unquote(target.path).lstrip("/")))
    found = _alike(wanted, sorted(project.sources))
    if found is None:
        return None
    way = posixpath.relpath(found, here or ".")
    return way + (f"#{target.anchor}" if target.anchor else "")


def _alike(wanted: str, known: Iterable[str]) -> str | None:
    known = list(known)
    stem = wanted.lower().removesuffix(".html").removesuffix(".htm").removesuffix(".md")
    stem = stem.removesuffix("/index") if stem != "index" else stem
    for exact in (wanted, wanted.lower(), f"{stem}.md", f"{stem}/index.md"):
        if exact in known:
            return exact
    name = posixpath.basename(stem)
    for one in known:
        if posixpath.basename(one) in (f"{name}.md", posixpath.basename(wanted)):
            return one
    # Without endings, which make everything look alike.
    stems = {one.rpartition(".")[0]: one for one in known}
    names = {posixpath.basename(one): file for one, file in stems.items()}
    if page := nearest_page(stem, stems):
        return stems[page]
    close = nearest(name.rpartition(".")[0] or name, [one for one in names if one != "index"])
    return names[close] if close else None


def written(link: Link, target: str) -> str:
    """The link as it should be written."""
    if link.html:
        return f'{"src" if link.image else "href"}="{target}"'
    return f"{'!' if link.image else ''}[{link.text}]({target})"
