"""What `mkdocs.yml` says, as plain data with lines.

MkDocs reads the same file with a loader that runs `!!python/…` tags and publishes `!ENV` values.
This reader refuses both, and everything else in the package uses its answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpcenter.finding import Fault
from helpcenter.marked import Marked, Problem, read_marked

FILE = "mkdocs.yml"
LOCALE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site."""

    locale: str
    """Name of its folder under the articles, `zh`."""
    name: str
    """What its readers call it, `中文`."""
    site_name: str
    site_description: str
    default: bool
    """Lives at `/`; the others at `/<locale>/`."""
    line: int


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One file of the navigation."""

    path: str
    """As written: relative to a language folder, with ending."""
    line: int


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's configuration, as far as articles, templates and checks need it."""

    root: Path
    docs_dir: str
    overrides_dir: str
    site_url: str
    """Absolute, ends with `/`; empty if not set."""
    edit_url: str
    """Where a page can be edited, with `{path}`; empty for nowhere."""
    languages: tuple[Language, ...]
    """In the order of the language switch."""
    nav: tuple[NavEntry, ...]
    markdown_extensions: tuple[tuple[str, Mapping[str, Any]], ...]
    plugins: tuple[tuple[str, int], ...]
    """Names and lines, in order."""
    features: tuple[tuple[str, int], ...]
    """Theme features and their lines."""
    extension_lines: Mapping[str, int]
    faults: tuple[Fault, ...]

    @property
    def docs(self) -> Path:
        """The folder that holds one folder a language."""
        return self.root / self.docs_dir

    @property
    def overrides(self) -> Path:
        """Templates, styles, browser scripts and interface words."""
        return self.root / self.overrides_dir

    @property
    def default(self) -> Language:
        """The language at `/`."""
        return next((one for one in self.languages if one.default), self.languages[0])


def read_settings(root: Path) -> Settings:
    """Read `mkdocs.yml` in `root`. Never raises: what is wrong stands in `faults`."""
    faults: list[Fault] = []

    def fault(name: str, line: int, **detail: str) -> None:
        faults.append(Fault(name, FILE, line, detail))

    marked = _read_file(root / FILE, fault)
    data: Mapping[str, Any] = marked.data
    languages = _languages(marked, fault)
    theme = data.get("theme") if isinstance(data.get("theme"), dict) else {}
    assert isinstance(theme, dict)
    extensions: list[tuple[str, Mapping[str, Any]]] = []
    extension_lines: dict[str, int] = {}
    for place, (name, options) in enumerate(_named(data.get("markdown_extensions"))):
        extensions.append((name, options))
        extension_lines[name] = marked.line("markdown_extensions", place)
    site_url = str(data.get("site_url") or "")
    return Settings(
        root=root,
        docs_dir=str(data.get("docs_dir") or "docs"),
        overrides_dir=str(theme.get("custom_dir") or "overrides"),
        site_url=site_url if not site_url or site_url.endswith("/") else site_url + "/",
        edit_url=str(data.get("edit_uri_template") or ""),
        languages=languages,
        nav=tuple(_nav(marked, fault)),
        markdown_extensions=tuple(extensions),
        plugins=tuple(
            (name, marked.line("plugins", place))
            for place, (name, _) in enumerate(_named(data.get("plugins")))
        ),
        features=tuple(
            (str(name), marked.line("theme", "features", place))
            for place, name in enumerate(theme.get("features") or ())
        ),
        extension_lines=extension_lines,
        faults=tuple(faults),
    )


def _read_file(path: Path, fault: Any) -> Marked:
    nothing = Marked({}, {(): 1})
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        fault("unreadable-settings", 1, why="missing", detail="")
        return nothing
    except (OSError, UnicodeDecodeError) as error:
        fault("unreadable-settings", 1, why="unreadable", detail=str(error))
        return nothing
    marked = read_marked(text)
    if isinstance(marked, Problem):
        name = "executable-tag" if marked.kind == "tag" else "unreadable-settings"
        fault(name, marked.line, why=marked.kind, detail=marked.detail)
        return nothing
    if not isinstance(marked.data, dict):
        fault("unreadable-settings", 1, why="shape", detail="")
        return nothing
    return marked


def _named(value: Any) -> list[tuple[str, Mapping[str, Any]]]:
    """MkDocs' three spellings of a list of names with options, as one."""
    if isinstance(value, dict):
        value = [{name: options} for name, options in value.items()]
    named: list[tuple[str, Mapping[str, Any]]] = []
    for item in value if isinstance(value, list) else ():
        if isinstance(item, str):
            named.append((item, {}))
        elif isinstance(item, dict):
            named += [(str(k), v if isinstance(v, dict) else {}) for k, v in item.items()]
    return named


def _languages(marked: Marked, fault: Any) -> tuple[Language, ...]:
    plugins = marked.data.get("plugins") or []
    place, options = next(
        (
            (place, options)
            for place, (name, options) in enumerate(_named(plugins))
            if name == "i18n"
        ),
        (0, {}),
    )
    languages: list[Language] = []
    for index, item in enumerate(options.get("languages") or ()):
        line = marked.line("plugins", place, "i18n", "languages", index)
        if not isinstance(item, dict) or not LOCALE.fullmatch(str(item.get("locale"))):
            shown = item.get("locale") if isinstance(item, dict) else item
            fault("unknown-locale", line, locale=str(shown))
            continue
        if item.get("build") is False:
            continue
        languages.append(
            Language(
                locale=item["locale"],
                name=str(item.get("name") or item["locale"]),
                site_name=str(item.get("site_name") or marked.data.get("site_name") or ""),
                site_description=str(
                    item.get("site_description") or marked.data.get("site_description") or ""
                ),
                default=item.get("default") is True,
                line=line,
            )
        )
    if not languages and marked.data:
        fault("no-languages", marked.line("plugins"))
    if not languages:
        languages = [Language("en", "English", "", "", True, 1)]
    return tuple(languages)


def _nav(marked: Marked, fault: Any) -> list[NavEntry]:
    entries: list[NavEntry] = []

    def walk(value: Any, *key: str | int) -> None:
        if isinstance(value, str):
            entries.append(NavEntry(value, marked.line(*key)))
        elif isinstance(value, list):
            for place, item in enumerate(value):
                walk(item, *key, place)
        elif isinstance(value, dict):
            for name, item in value.items():
                walk(item, *key, name)
        elif value is not None:
            fault("unreadable-settings", marked.line(*key), why="nav", detail=str(value))

    walk(marked.data.get("nav"), "nav")
    return entries
