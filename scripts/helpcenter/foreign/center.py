"""Any MkDocs project as a center whose rules can be run: pages, files, and where links end."""

from __future__ import annotations

import datetime as dt
import os
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from helpcenter.contacts.trust import this_day
from helpcenter.content.center import Center
from helpcenter.content.markdown import Renderer
from helpcenter.content.marked import Problem
from helpcenter.content.settings import named
from helpcenter.finding import Fault
from helpcenter.foreign.configuration import Configuration, read_configuration
from helpcenter.foreign.files import boundary, find_files, read_text
from helpcenter.foreign.keeping import Task, key_of, read_all
from helpcenter.foreign.project import MARKDOWN, Project
from helpcenter.foreign.reading import MAX_BYTES, Reading, read_foreign_page
from helpcenter.foreign.settings import (
    languages_of,
    settings_of,
    snippets_of,
    theme_files_of,
    theme_of,
)
from helpcenter.store import NOTHING, Store

SAMPLE = "# A *page*\n\n- [with](a.md#b) ![much](c.png)\n\n| a | b |\n|---|---|\n| `c` | d |\n"
OURS = "helpcenter"
"""The plugin that makes a project one of ours."""
NAVIGATORS = (
    *("literate-nav", "awesome-pages", "awesome-nav", "nav-weight", "mkdocs-simple-hooks"),
    *("gen-files", "api-autonav", "blog", "monorepo", "multirepo", "exclude"),
)
"""Plugins that make or change the navigation, or the files it names."""
MAKERS = ("gen-files", "api-autonav", "blog", "tags", "monorepo", "multirepo", "macros", "typedoc")
"""Plugins that make pages."""
REFERRERS = ("autorefs", "mkdocstrings", "ezlinks", "roamlinks", "abstract-api")
"""Plugins that know more references than a page defines."""


def read_foreign(
    root: Path,
    today: dt.date | None = None,
    processes: int | None = None,
    changed: Mapping[str, bytes] = MappingProxyType({}),
    store: Store = NOTHING,
) -> Center | None:
    """The center of somebody else's project; nothing if it is ours, or cannot be read at all.

    `processes` read at once; by default as many as there are cores, if there is much to read.
    What is in `changed` is taken for the content of these files. Pages that were read before come
    from `store`.
    """
    found = read_configuration(root)
    if isinstance(found, Problem) or _ours(root, found.marked.data):
        return None
    return _read(root, found, today or this_day(), processes, changed, store)


def _ours(root: Path, data: Mapping[str, Any]) -> bool:
    """Whether it uses our plugin, or has our contacts and has only lost it."""
    plugins = [name for name, _ in named(data.get("plugins"))]
    return OURS in plugins or (root / theme_of(data) / "contacts.yml").is_file()


def _read(
    root: Path,
    configuration: Configuration,
    today: dt.date,
    processes: int | None,
    changed: Mapping[str, bytes],
    store: Store,
) -> Center:
    marked = configuration.marked
    data = marked.data
    docs = posixpath.normpath(str(data.get("docs_dir") or "docs"))
    languages = languages_of(data)
    theme = data.get("theme")
    own_theme = theme_of(data) if isinstance(theme, dict) and theme.get("custom_dir") else ""
    parents = _parents(root, configuration) if data.get("hooks") else {}
    edge = boundary(root, docs, *parents)
    found = find_files(root, edge, docs, own_theme, data)
    plugins = tuple(name.rpartition("/")[2] for name, _ in named(data.get("plugins")))
    settings = settings_of(root, docs, marked, languages, plugins)
    renderer, broken = _renderer(settings.markdown_extensions)
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
        theme=theme_files_of(data),
        unloaded=(*(name for name, _ in renderer.refused), *broken),
    )

    def read(file: str) -> bytes | Fault:
        return changed[file] if file in changed else read_text(root, edge, file, MAX_BYTES)

    snippets = snippets_of(read, docs, data)

    def work(task: Task) -> Reading:
        return read_foreign_page(*task, renderer, snippets)

    faults = list(found.faults)
    tasks = list(_tasks(project, read, faults))
    loaded = [one for one in settings.markdown_extensions if one[0] not in project.unloaded]
    readings = read_all(tasks, work, key_of(loaded, snippets), store, processes)
    faults += (fault for reading in readings for fault in reading.faults)
    known = {one.closed.file: one for one in readings if one.closed}
    return Center(
        settings=settings,
        pages=tuple(one.page for one in known.values() if one.page),
        faults=tuple(faults),
        files=frozenset(project.sources.values()),
        today=today,
        foreign=replace(
            project,
            more_ids={file: one.more_ids for file, one in known.items()},
            origins={file: one.origins for file, one in known.items() if one.origins},
            unsure=frozenset(file for file, one in known.items() if one.unsure),
        ),
    )


def _renderer(
    extensions: Sequence[tuple[str, Mapping[str, Any]]],
) -> tuple[Renderer, tuple[str, ...]]:
    """What reads the pages, and the extensions it does without.

    Some work only inside of MkDocs, and would fail on every page.
    """
    renderer = Renderer(extensions, own=False)
    if _works(renderer):
        return renderer, ()
    kept: list[tuple[str, Mapping[str, Any]]] = []
    broken: list[str] = []
    for one in extensions:
        if _works(Renderer([*kept, one], own=False)):
            kept.append(one)
        else:
            broken.append(one[0])
    return Renderer(kept, own=False), tuple(broken)


def _works(renderer: Renderer) -> bool:
    try:
        renderer.read(SAMPLE)
    except Exception:  # Whatever a package of somebody else raises.
        return False
    return True


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


def _tasks(
    project: Project, read: Callable[[str], bytes | Fault], faults: list[Fault]
) -> Iterator[Task]:
    """Every page to be read; what cannot be read is added to `faults`."""
    for source, file in project.sources.items():
        stem, ending = posixpath.splitext(source)
        if ending.lower() not in MARKDOWN:
            continue
        data = read(file)
        if not isinstance(data, Fault):
            yield data, (project.folder_locale(source), stem, file)
        elif data.name != "outside-project":
            # A link that leads out is MkDocs' to follow, and nobody's to judge.
            faults.append(data)
