"""Somebody else's project: which files it has, where each is published, and where a link ends.

Three layouts are known: one language, a folder for each language (`en/fees.md`), and a suffix for
each language (`fees.en.md`), the latter two as `mkdocs-static-i18n` reads them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
TEMPLATE = ("{{", "{%", "}}", "{!", "<", ">", "\x1a")
"""Signs of an address that a program completes."""
PLAIN, FOLDER, SUFFIX = "plain", "folder", "suffix"


@dataclass(frozen=True, slots=True)
class Languages:
    """How a project keeps its languages apart."""

    layout: str = PLAIN
    locales: tuple[str, ...] = ()
    default: str = ""
    fallback: bool = True
    """Whether a page that a language does not have is shown in the default language."""

    def locale(self, source: str) -> str:
        """The language of a file; empty if it is of none."""
        if self.layout == FOLDER:
            first = source.split("/")[0]
            return first if first in self.locales else ""
        if self.layout == SUFFIX:
            last = posixpath.splitext(posixpath.splitext(source)[0])[1].removeprefix(".")
            return last if last in self.locales else self.default
        return ""

    def bare(self, source: str) -> str:
        """The name of a file without its language."""
        locale = self.locale(source)
        if self.layout == FOLDER and locale:
            return source.removeprefix(f"{locale}/")
        if self.layout == SUFFIX:
            stem, ending = posixpath.splitext(source)
            return stem.removesuffix(f".{locale}") + ending
        return source

    def candidates(self, target: str, locale: str) -> Iterator[str]:
        """The files that a link to `target` may mean on a page of `locale`, the likeliest first."""
        if self.layout == SUFFIX:
            stem, ending = posixpath.splitext(target)
            yield f"{stem}.{locale}{ending}"
            yield f"{stem}.{self.default}{ending}"
        elif self.layout == FOLDER:
            here = locale or self.default
            own = self.locale(target)
            bare = self.bare(target) if own in (here, self.default) else target
            first, second = (here, self.default)
            if own == self.default:
                first, second = self.default, here
            yield f"{first}/{bare}"
            if self.fallback:
                yield f"{second}/{bare}"
            yield bare
        yield target


@dataclass(frozen=True)
class Project:
    """What reading noticed of a project that is none of ours."""

    docs: str
    """The folder of the pages, relative to the root, with `/`."""
    sources: Mapping[str, str]
    """Every file that is published: its path below `docs`, and the file, relative to the root."""
    excluded: frozenset[str]
    """Files below `docs` that are there and not published."""
    languages: Languages
    directories: bool
    """Whether a page is published as `fees/` and not as `fees.html`."""
    rooted: bool
    """Whether `/fees.md` means a file: `validation: {links: {absolute_links: …}}`."""
    nav: bool
    """Whether the navigation can be judged: it is written in the configuration, by no plugin."""
    unlisted: frozenset[str]
    """Files that need not be in the navigation."""
    programs: tuple[str, ...]
    """Plugins that make pages, or references, which only they know."""
    makers: bool = False
    """Whether programs make files: one that is missing may be theirs."""
    inherited: Mapping[str, str] = field(default_factory=dict)
    """Files of the project whose configuration this one inherits, as `sources`."""
    theme: Path | None = None
    """The folder of the theme's files, which are published too."""
    unloaded: tuple[str, ...] = ()
    """Extensions that are not installed here; pages were read without them."""
    more_ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Ids of a page that its Markdown does not show: in raw HTML, of tabs."""
    unsure: frozenset[str] = frozenset()
    """Pages whose ids are not all known, because a program adds to them."""
    origins: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    """Of a page with pieces of other files: where each line of the whole stands."""

    def place(self, file: str, line: int) -> tuple[str, int]:
        """Where the line of a page with its pieces really stands."""
        origins = self.origins.get(file, ())
        return origins[line - 1] if 0 < line <= len(origins) else (file, line)

    def source(self, file: str) -> str:
        """The path of a file below `docs`."""
        return posixpath.relpath(file, self.docs) if self.docs != "." else file

    def folder_locale(self, source: str) -> str:
        """The language whose folder a file is in; empty if languages have no folders."""
        return self.languages.locale(source) if self.languages.layout == FOLDER else ""

    def judges(self, file: str, kind: str, target: str, *, html: bool) -> bool:
        """Whether it can be known where a link of that kind leads (see `Target`)."""
        if any(sign in target for sign in TEMPLATE):
            return False
        if kind != "relative" and not (kind == "absolute" and self.rooted and not html):
            return False
        if not self.makers:
            return True
        # Programs that make files make whole folders of them.
        folder = posixpath.dirname(target.partition("#")[0])
        start = posixpath.dirname(self.source(file))
        near = posixpath.normpath(posixpath.join(start, folder))
        return any(posixpath.dirname(one) == ("" if near == "." else near) for one in self.sources)

    def find(self, file: str, path: str, *, html: bool) -> str | None:
        """The file, relative to the root, that a link to `path` on the page `file` ends at.

        `html` is whether the link is raw HTML, which only browsers read: it starts from the page's
        address. A link in Markdown may name a file or be such an address.
        """
        here = self.source(file)
        path = unquote(path)
        if not html:
            if posixpath.normpath(path) == ".":
                return file
            target = posixpath.normpath(posixpath.join(posixpath.dirname(here), path).lstrip("/"))
            for one in self.languages.candidates(target, self.languages.locale(here)):
                found = self.sources.get(one) or self.inherited.get(one)
                if found:
                    return found
            if self._in_theme(target):
                return target
        folder = posixpath.dirname(self.address(here))
        address = posixpath.normpath(posixpath.join(folder, path))
        if self._in_theme(address):
            return address
        return self._addresses.get(address.removesuffix("/index.html").removesuffix("index.html"))

    def _in_theme(self, address: str) -> bool:
        return bool(self.theme and ".." not in address and (self.theme / address).is_file())

    def nav_names(self) -> list[str]:
        """What the navigation may name, relative to the folder of the pages."""
        names = {one for source in self.sources for one in (source, self.languages.bare(source))}
        return sorted(names)

    def is_excluded(self, file: str, path: str) -> bool:
        """Whether a link to `path` on the page `file` ends at a file that is not published."""
        folder = posixpath.dirname(self.source(file))
        return posixpath.normpath(posixpath.join(folder, unquote(path))) in self.excluded

    def address(self, source: str) -> str:
        """Where a file is published, relative to the site's home: `fees/`, `fees.html`."""
        locale, bare = self.languages.locale(source), self.languages.bare(source)
        prefix = f"{locale}/" if locale and locale != self.languages.default else ""
        stem, ending = posixpath.splitext(bare)
        if ending.lower() not in MARKDOWN:
            return prefix + bare
        folder, name = posixpath.split(stem)
        inside = prefix + (f"{folder}/" if folder else "")
        if name in ("index", "README"):
            return inside
        return f"{inside}{name}/" if self.directories else f"{inside}{name}.html"

    @cached_property
    def _addresses(self) -> Mapping[str, str]:
        return dict(self._all_addresses())

    def _all_addresses(self) -> Iterator[tuple[str, str]]:
        default = self.languages.default
        for source, file in self.sources.items():
            # Overwritten below by what a language has of its own.
            if self.languages.locale(source) in ("", default):
                for locale in self.languages.locales:
                    yield posixpath.normpath(f"{locale}/{self.address(source)}"), file
        for source, file in self.sources.items():
            yield posixpath.normpath(self.address(source)), file
