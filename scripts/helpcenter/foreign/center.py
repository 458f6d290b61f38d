"""Any MkDocs project as a center whose rules can be run: pages, files, and where links end."""

from __future__ import annotations

import datetime as dt
import os
import posixpath
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from helpcenter.contacts.trust import this_day
from helpcenter.content import forbidden
from helpcenter.content.center import Center, read_center
from helpcenter.content.markdown import Renderer
from helpcenter.content.marked import Marked, Problem
from helpcenter.content.page import Page
from helpcenter.content.settings import Language, Settings, named, read_nav
from helpcenter.finding import Fault
from helpcenter.foreign.configuration import Configuration, Named, harmless, read_configuration
from helpcenter.foreign.files import Found, boundary, find_files, read_text
from helpcenter.foreign.project import FOLDER, MARKDOWN, PLAIN, SUFFIX, Languages, Project
from helpcenter.foreign.reading import MAX_BYTES, read_foreign_page
from helpcenter.foreign.snippets import Snippets

OURS = "helpcenter"
"""The plugin that makes a project one of ours."""
ALWAYS = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs adds to every project."""
NAVIGATORS = (
    *("literate-nav", "awesome-pages", "awesome-nav", "nav-weight", "mkdocs-simple-hooks"),
    *("gen-files", "api-autonav", "blog", "monorepo", "multirepo", "exclude"),
)
"""Plugins that make or change the navigation, or the files it names."""
MAKERS = ("gen-files", "api-autonav", "blog", "tags", "monorepo", "multirepo", "macros", "typedoc")
"""Plugins that make pages."""
REFERRERS = ("autorefs", "mkdocstrings", "ezlinks", "roamlinks", "abstract-api")
"""Plugins that know more references than a page defines."""
TEXT = ("markdown_exec", "markdown_include.include", "mdx_include.mdx_include", "mdx_include")


def read_project(root: Path, today: dt.date | None = None) -> Center:
    """The center in `root`: ours, or that of any other MkDocs project. Never raises."""
    found = read_configuration(root)
    if isinstance(found, Problem) or _ours(root, found.marked.data):
        return read_center(root, today)
    return _read(root, found, today or this_day())


def _ours(root: Path, data: Mapping[str, Any]) -> bool:
    """Whether it uses our plugin, or has our contacts and has only lost it."""
    plugins = [name for name, _ in named(data.get("plugins"))]
    return OURS in plugins or (root / _theme(data) / "contacts.yml").is_file()


def _theme(data: Mapping[str, Any]) -> str:
    theme = data.get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    return folder if isinstance(folder, str) else "overrides"


def _read(root: Path, configuration: Configuration, today: dt.date) -> Center:
    marked = configuration.marked
    data = marked.data
    docs = posixpath.normpath(str(data.get("docs_dir") or "docs"))
    languages = _languages(data)
    theme = data.get("theme")
    own_theme = _theme(data) if isinstance(theme, dict) and theme.get("custom_dir") else ""
    parents = _parents(root, configuration) if data.get("hooks") else {}
    edge = boundary(root, docs, *parents)
    found = find_files(root, edge, docs, own_theme, data)
    plugins = tuple(name.rpartition("/")[2] for name, _ in named(data.get("plugins")))
    settings = _settings(root, docs, marked, languages, plugins)
    renderer = Renderer(settings.markdown_extensions, own=False)
    validation = data.get("validation")
    links = validation.get("links") if isinstance(validation, dict) else None
    absolute = links.get("absolute_links") if isinstance(links, dict) else None
    project = Project(
        docs=docs,
        sources=found.sources,
        excluded=found.excluded,
        languages=languages,
        directories=data.get("use_directory_urls") is not False,
        rooted=absolute == "relative_to_docs",
        makers=bool(set(MAKERS) & set(plugins) or data.get("hooks")),
        inherited=_inherited(root, edge, parents),
        nav=not set(NAVIGATORS) & set(plugins) and not data.get("hooks"),
        unlisted=found.unlisted,
        programs=tuple(one for one in plugins if one in REFERRERS),
        theme=_theme_files(data),
        unloaded=tuple(name for name, _ in renderer.refused),
    )
    snippets = _snippets(root, edge, docs, data)
    return _with_pages(settings, project, found, renderer, snippets, edge, today)


def _parents(root: Path, configuration: Configuration) -> dict[str, Mapping[str, Any]]:
    """The pages' folders of the projects whose settings this one takes over, and the settings.

    A translation that inherits the original's settings and runs a program of its own mostly shows
    the original's pages where it has none.
    """
    found: dict[str, Mapping[str, Any]] = {}
    for file in configuration.parents:
        above = read_configuration(file.parent, file.name)
        data = {} if isinstance(above, Problem) else above.marked.data
        folder = os.path.relpath(file.parent / str(data.get("docs_dir") or "docs"), root)
        found[folder.replace(os.sep, "/")] = data
    return found


def _inherited(
    root: Path, edge: Path, parents: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for folder, data in parents.items():
        files = find_files(root, edge, folder, "", data)
        found |= {name: place for name, place in files.sources.items() if name not in found}
    return found


def _theme_files(data: Mapping[str, Any]) -> Path | None:
    """The folder of an installed theme; nothing of it is run."""
    theme = data.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    found = entry_points(group="mkdocs.themes", name=str(name or "mkdocs"))
    for one in found:
        spec = find_spec(one.value)
        if spec and spec.origin:
            return Path(spec.origin).parent
    return None


def _settings(
    root: Path, docs: str, marked: Marked, languages: Languages, plugins: tuple[str, ...]
) -> Settings:
    """What rules and reports ask the settings of any project."""
    data = marked.data
    name = str(data.get("site_name") or "")
    locales = languages.locales if languages.layout == FOLDER else ("",)
    url = str(data.get("site_url") or "").rstrip("/")
    return Settings(
        root=root,
        docs_dir=docs,
        overrides_dir=_theme(data),
        site_url=f"{url}/" if url else "",
        edit_url="",
        languages=tuple(
            Language(one, one, name, "", one in ("", languages.default), 1) for one in locales
        ),
        nav=tuple(read_nav(marked, lambda *_, **__: None)),
        markdown_extensions=_extensions(data),
        plugins=tuple((one, 1) for one in plugins),
        features=(),
        extension_lines={},
        faults=(),
    )


def _extensions(data: Mapping[str, Any]) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Every extension with its options, but for those that open files or run code."""
    found: dict[str, Mapping[str, Any]] = {name: {} for name in ALWAYS}
    for name, options in named(data.get("markdown_extensions")):
        short = forbidden.plain(name)
        reason = forbidden.EXTENSIONS.get(short)
        if reason in (forbidden.FILES, forbidden.CODE, forbidden.ADDRESSES) or short in TEXT:
            continue
        found[short if short in ALWAYS else name] = harmless(dict(options))
    # Signs beside a heading are no words of it.
    quiet = {"permalink": False, "anchorlink": False, "marker": ""}
    found["toc"] = {**found["toc"], **quiet}
    return tuple(found.items())


def _languages(data: Mapping[str, Any]) -> Languages:
    plugins = named(data.get("plugins"))
    options = next((options for name, options in plugins if name == "i18n"), None)
    listed = options.get("languages") if options else None
    if not options or not isinstance(listed, list):
        return Languages()
    entries = [one for one in listed if isinstance(one, dict) and one.get("build") is not False]
    locales = tuple(str(one.get("locale")) for one in entries)
    default = next((str(one.get("locale")) for one in entries if one.get("default")), "")
    layout = FOLDER if options.get("docs_structure") == FOLDER else SUFFIX
    fallback = options.get("fallback_to_default") is not False
    return Languages(layout, locales, default, fallback) if locales else Languages(PLAIN)


def _snippets(root: Path, edge: Path, docs: str, data: Mapping[str, Any]) -> Snippets | None:
    """What puts pieces of other files in, if the project does so."""
    options = dict(named(data.get("markdown_extensions"))).get("pymdownx.snippets")
    if options is None:
        return None

    def several(key: str, otherwise: list[str]) -> list[str]:
        value = options.get(key, otherwise)
        return [one for one in (value if isinstance(value, list) else [value]) if one]

    def folder(value: object) -> str:
        text = str(value)
        for mark, place in (("!relative $config_dir", "."), ("!relative $docs_dir", docs)):
            if text.startswith(mark):
                return f"{place}/{text.removeprefix(mark).lstrip('/')}"
        return docs if text.startswith("!relative") else text

    def read(file: str) -> str | None:
        text = read_text(root, edge, file, MAX_BYTES)
        return None if isinstance(text, Fault) else text.decode("utf-8-sig", "replace")

    folders = [folder(one) for one in several("base_path", ["."]) if not isinstance(one, Named)]
    return Snippets(folders, [str(one) for one in several("auto_append", [])], read)


def _with_pages(
    settings: Settings,
    project: Project,
    found: Found,
    renderer: Renderer,
    snippets: Snippets | None,
    edge: Path,
    today: dt.date,
) -> Center:
    faults = list(found.faults)
    pages: list[Page] = []
    ids: dict[str, frozenset[str]] = {}
    origins: dict[str, tuple[tuple[str, int], ...]] = {}
    unsure: set[str] = set()
    for source, file in project.sources.items():
        stem, ending = posixpath.splitext(source)
        if ending.lower() not in MARKDOWN:
            continue
        data = read_text(settings.root, edge, file, MAX_BYTES)
        if isinstance(data, Fault):
            # A link that leads out is MkDocs' to follow, and nobody's to judge.
            faults += [data] if data.name != "outside-project" else []
            continue
        locale = project.languages.locale(source) if project.languages.layout == FOLDER else ""
        reading = read_foreign_page(data, (locale, stem, file), renderer, snippets)
        faults += reading.faults
        if reading.page is None:
            continue
        pages.append(reading.page)
        ids[file] = reading.more_ids
        if reading.origins:
            origins[file] = reading.origins
        if reading.unsure:
            unsure.add(file)
    return Center(
        settings=settings,
        pages=tuple(pages),
        faults=tuple(faults),
        files=frozenset(project.sources.values()),
        today=today,
        foreign=replace(project, more_ids=ids, origins=origins, unsure=frozenset(unsure)),
    )


def read_limit(center: Center) -> int | None:
    """Bytes of a file that reports may show lines of, if it is another than usual."""
    return MAX_BYTES if center.foreign else None
