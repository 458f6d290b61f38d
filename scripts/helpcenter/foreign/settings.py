"""What the configuration of somebody else's project means for its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from helpcenter.content import forbidden
from helpcenter.content.marked import Marked
from helpcenter.content.settings import Language, Settings, named, read_nav
from helpcenter.finding import Fault
from helpcenter.foreign.configuration import Named, harmless
from helpcenter.foreign.project import FOLDER, PLAIN, SUFFIX, Languages
from helpcenter.foreign.snippets import Snippets

ALWAYS = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs adds to every project."""
TEXT = ("markdown_exec", "markdown_include.include", "mdx_include.mdx_include", "mdx_include")


def theme_of(data: Mapping[str, Any]) -> str:
    theme = data.get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    return folder if isinstance(folder, str) else "overrides"


def theme_files_of(data: Mapping[str, Any]) -> Path | None:
    """The folder of an installed theme; nothing of it is run."""
    theme = data.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    found = entry_points(group="mkdocs.themes", name=str(name or "mkdocs"))
    for one in found:
        spec = find_spec(one.value)
        if spec and spec.origin:
            return Path(spec.origin).parent
    return None


def settings_of(
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
        overrides_dir=theme_of(data),
        site_url=f"{url}/" if url else "",
        edit_url="",
        languages=tuple(
            Language(one, one, name, "", one in ("", languages.default), 1) for one in locales
        ),
        nav=tuple(read_nav(marked, lambda *_, **__: None)),
        markdown_extensions=extensions_of(data),
        plugins=tuple((one, 1) for one in plugins),
        features=(),
        extension_lines={},
        faults=(),
    )


def extensions_of(data: Mapping[str, Any]) -> tuple[tuple[str, Mapping[str, Any]], ...]:
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


def languages_of(data: Mapping[str, Any]) -> Languages:
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


def snippets_of(
    read: Callable[[str], bytes | Fault], docs: str, data: Mapping[str, Any]
) -> Snippets | None:
    """What puts pieces of other files in, if the project does so; `read` opens a file."""
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

    def text_of(file: str) -> str | None:
        text = read(file)
        return None if isinstance(text, Fault) else text.decode("utf-8-sig", "replace")

    folders = [folder(one) for one in several("base_path", ["."]) if not isinstance(one, Named)]
    return Snippets(folders, [str(one) for one in several("auto_append", [])], text_of)
