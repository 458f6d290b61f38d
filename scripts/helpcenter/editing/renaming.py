"""A page at a new path: its files in every language, and everything that points to it.

All changes are planned first, and every changed page is read again: each of its links must lead
where it led before, or to the new place. If one does not, nothing is changed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from helpcenter.content.center import Center
from helpcenter.content.markdown import Renderer
from helpcenter.content.page import Page
from helpcenter.content.published import file_of, read_published, renamed
from helpcenter.content.reading import read_page
from helpcenter.content.settings import FILE
from helpcenter.editing.changes import Changes
from helpcenter.editing.manuscript import Manuscript
from helpcenter.editing.navigation import with_renamed

DATA = ("overrides/search/**/*.yml", "tests/queries/*.yml")
"""Editors' own data that names pages."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """A place that could not be changed with certainty."""

    file: str
    line: int
    text: str


def moves(center: Center, old: str, new: str) -> dict[str, str]:
    """Every page that moves when `old` becomes `new`: one, or a whole topic."""
    if old.endswith("/index") and new.endswith("/index"):
        here, there = old.removesuffix("index"), new.removesuffix("index")
        return {
            path: there + path.removeprefix(here) for path in center.paths if path.startswith(here)
        }
    return {old: new}


def plan(center: Center, moved: Mapping[str, str], changes: Changes) -> Stuck | None:
    """Put the move into `changes`. Raises ChangeFailed if a file is in the way."""
    settings = center.settings
    files = {f"{old}.md": f"{new}.md" for old, new in moved.items()}
    renderer = Renderer(settings.markdown_extensions)
    for locale, name in _images(center, moved):
        old_folder, _, rest = name.rpartition("/")
        files[name] = f"{posixpath.dirname(moved[f'{old_folder}/index'])}/{rest}"
        old_file, new_file = (f"{settings.docs_dir}/{locale}/{one}" for one in (name, files[name]))
        changes.move(old_file, new_file, changes.read(old_file) or b"")
    for page in center.pages:
        stuck = _page(page, moved, files, changes, renderer)
        if stuck:
            return stuck
    nav = (changes.read(FILE) or b"").decode("utf-8", "replace")
    changed = with_renamed(nav, moved)
    if changed is None:
        return Stuck(FILE, 1, "nav")
    changes.write(FILE, changed.encode("utf-8"))
    _published(center, moved, changes)
    _data(center, moved, changes)
    return None


def _was(page: Page, moved: Mapping[str, str]) -> str:
    """Where the page was when its links were written: elsewhere if somebody moved it by hand."""
    return next((old for old, new in moved.items() if new == page.path), page.path)


def _page(
    page: Page,
    moved: Mapping[str, str],
    files: Mapping[str, str],
    changes: Changes,
    renderer: Renderer,
) -> Stuck | None:
    data = changes.read(page.file) or b""
    was = _was(page, moved)
    now = moved.get(page.path, page.path)
    manuscript = Manuscript(data)
    manuscript.set_paths(lambda path: moved.get(path, path))
    manuscript.set_links(was, now, lambda name: files.get(name, name))
    result = manuscript.bytes()
    new_file = f"{page.file.removesuffix(f'{page.path}.md')}{now}.md"
    again, _ = read_page(result, page.locale, now, new_file, renderer)
    if again is None or len(again.links) != len(page.links):
        return Stuck(page.file, 1, "")
    for before, after in zip(page.links, again.links, strict=True):
        target = leads_to(was, before.target)
        wanted = (files.get(target[0], target[0]), target[1]) if target else None
        if leads_to(now, after.target) != wanted or (
            wanted is None and before.target != after.target
        ):
            return Stuck(page.file, before.line, before.target)
    for known, later in zip(_named(page), _named(again), strict=True):
        if moved.get(known, known) != later:
            return Stuck(page.file, 1, known)
    if now != page.path:
        changes.move(page.file, new_file, result)
    elif result != data:
        changes.write(page.file, result)
    return None


def leads_to(path: str, target: str) -> tuple[str, str] | None:
    """File and anchor that a relative link of the page at `path` means; nothing for others."""
    if not target or re.match(r"[a-zA-Z][\w+.-]*:|/|#|\?", target):
        return None
    place, _, anchor = target.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), place)), anchor


def _named(page: Page) -> list[str]:
    return [*page.meta.related, *page.meta.urgent, *page.meta.wanted]


def _images(center: Center, moved: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Locale and name of everything else in the folders that move as a whole."""
    settings = center.settings
    folders = [old.removesuffix("index") for old in moved if old.endswith("/index")]
    for language in settings.languages:
        base = settings.docs / language.locale
        for folder in folders:
            for path in sorted((base / folder).glob("*")):
                if path.suffix != ".md" and path.is_file():
                    yield language.locale, f"{folder}{path.name}"


def _published(center: Center, moved: Mapping[str, str], changes: Changes) -> None:
    if not center.published.there:
        return
    file = file_of(center.settings)
    published = center.published
    for old, new in moved.items():
        locales = [page.locale for page in center.pages if page.path in (old, new)]
        data = renamed(published, old, new, locales)
        changes.read(file)
        changes.write(file, data)
        published = read_published(center.settings, data)[0]


def _data(center: Center, moved: Mapping[str, str], changes: Changes) -> None:
    root = center.settings.root
    for pattern in DATA:
        for path in sorted(root.glob(pattern)):
            name = path.relative_to(root).as_posix()
            try:
                text = (changes.read(name) or b"").decode("utf-8")
            except UnicodeDecodeError:
                continue
            for old, new in moved.items():
                text = re.sub(rf"(?<![\w./-]){re.escape(old)}(?![\w/-])", _constant(new), text)
            changes.write(name, text.encode("utf-8"))


def _constant(text: str) -> Callable[[re.Match[str]], str]:
    return lambda _: text
