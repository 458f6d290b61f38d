"""What `mkdocs.yml` says, as plain data with lines.

MkDocs reads the same file with a loader that runs `!!python/…` tags and publishes `!ENV` values.
This reader refuses both, and everything else in the package uses its answer.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpcenter.content.demands import FILE as FILE
from helpcenter.content.demands import judge, wrong_folder, wrong_template
from helpcenter.content.extra import read_months, read_report_url
from helpcenter.content.file import read_file
from helpcenter.content.marked import Marked, Problem, read_marked
from helpcenter.content.text import read_text
from helpcenter.content.web_address import wrong_address
from helpcenter.finding import Fault

MAX_BYTES = 1_000_000
"""Of `mkdocs.yml`: an order of tens of thousands of pages."""
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
    """Absolute, ends with `/`; empty if not set, or if it is no address."""
    edit_url: str
    """Where a page can be edited, with `{path}`; empty for nowhere, or if it is no address."""
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
    review_months: int = 12
    """After how many months a page is to be reviewed again: `extra: {review_after_months: 12}`."""

    report_url: str = ""
    """Where readers report a mistake, `extra: {report_url: …}`; empty for only the edit link. May
    hold `{title}`, `{page}` (its full address) and `{path}`."""

    folder_lines: Mapping[str, int] = field(default_factory=dict)
    """Lines of `docs_dir` and `custom_dir`."""

    site_dir: str = "site"
    """The folder that a site is built into, below the root."""

    @property
    def usable(self) -> bool:
        """Whether it is known where the articles are; if not, nothing else is worth reading."""
        hopeless = ("unreadable-settings", "executable-tag", "no-languages")
        return not any(fault.name in hopeless for fault in self.faults)

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

    marked = _read_file(root, faults)
    data: Mapping[str, Any] = marked.data
    languages = _languages(marked, fault)
    theme = data["theme"] if isinstance(data.get("theme"), dict) else {}
    features = theme.get("features")
    extensions = named(data.get("markdown_extensions"))
    site_url = str(data.get("site_url") or "").rstrip("/")
    edit_url = str(data.get("edit_uri_template") or "")
    if all(one.name != "no-languages" for one in faults):
        faults += judge(marked)
    site_dir = "" if wrong_folder(data)[0] else data.get("site_dir")
    return Settings(
        root=root,
        docs_dir=posixpath.normpath(str(data.get("docs_dir") or "docs")),
        overrides_dir=posixpath.normpath(str(theme.get("custom_dir") or "overrides")),
        site_url=f"{site_url}/" if site_url and not wrong_address(site_url) else "",
        edit_url="" if wrong_template(edit_url) else edit_url,
        languages=languages,
        nav=tuple(read_nav(marked, fault)),
        markdown_extensions=tuple(extensions),
        plugins=tuple(
            (name, _line(marked, "plugins", place, name))
            for place, (name, _) in enumerate(named(data.get("plugins")))
        ),
        features=tuple(
            (str(name), marked.line("theme", "features", place))
            for place, name in enumerate(features if isinstance(features, list) else ())
        ),
        extension_lines={
            name: _line(marked, "markdown_extensions", place, name)
            for place, (name, _) in enumerate(extensions)
        },
        review_months=read_months(marked, fault),
        report_url=read_report_url(marked, fault),
        folder_lines={
            key[-1]: marked.line(*key) for key in (("docs_dir",), ("theme", "custom_dir"))
        },
        faults=tuple(faults),
        site_dir=site_dir or "site",
    )


def _read_file(root: Path, faults: list[Fault]) -> Marked:
    def nothing(line: int, why: str, detail: str = "", name: str = "unreadable-settings") -> Marked:
        rows = data.split(b"\n") if isinstance(data, bytes) else [b""]
        text = rows[min(line, len(rows)) - 1].decode("utf-8", "replace").strip()
        faults.append(Fault(name, FILE, line, {"why": why, "detail": detail, "text": text}))
        return Marked({}, {(): 1})

    data = read_file(root, FILE, MAX_BYTES)
    if not (root / FILE).exists() and not (root / FILE).is_symlink():
        return nothing(1, "missing")
    if isinstance(data, Fault):
        why = "unreadable" if data.name == "unreadable-file" else data.name
        return nothing(1, why, data.detail.get("why", ""))
    text = read_text(data, FILE)
    if isinstance(text, Fault):
        why = "encoding" if text.name == "not-utf-8" else "invisible"
        return nothing(text.line, why, text.detail.get("sign", ""))
    marked = read_marked(text)
    if isinstance(marked, Problem):
        name = "executable-tag" if marked.kind == "tag" else "unreadable-settings"
        return nothing(marked.line, marked.kind, marked.detail, name)
    return marked if isinstance(marked.data, dict) else nothing(1, "shape")


def _line(marked: Marked, key: str, place: int, name: str) -> int:
    """The line of a name in a list, or in a mapping, which MkDocs takes as well."""
    return marked.lines.get((key, name)) or marked.line(key, place)


def named(value: Any) -> list[tuple[str, Mapping[str, Any]]]:
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
    known = ((at, options) for at, (name, options) in enumerate(named(plugins)) if name == "i18n")
    place, options = next(known, (0, {}))
    languages: list[Language] = []
    listed = options.get("languages")
    for index, item in enumerate(listed if isinstance(listed, list) else ()):
        keys = ("plugins", "i18n") if isinstance(plugins, dict) else ("plugins", place, "i18n")
        line = marked.line(*keys, "languages", index)
        if not isinstance(item, dict) or not LOCALE.fullmatch(str(item.get("locale"))):
            shown = item.get("locale") if isinstance(item, dict) else item
            bare = "" if isinstance(item, dict) else "yes"
            fault("unknown-locale", line, locale=str(shown), bare=bare)
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
    return tuple(languages) or (Language("en", "English", "", "", True, 1),)


def read_nav(marked: Marked, fault: Any) -> list[NavEntry]:
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
            fault("wrong-setting", marked.line(*key), why="nav", key="nav", value=str(value))

    walk(marked.data.get("nav"), "nav")
    return entries
