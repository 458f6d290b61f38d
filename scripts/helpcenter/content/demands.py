"""What `mkdocs.yml` must say so that this site can be built, and what it says in vain.

MkDocs has many settings; `helpcenter build` knows few. Each of the others is either a fault, as
MkDocs would then build another site, or said to do nothing, so that nobody waits for its effect.
All of this is about projects that use the plugin `helpcenter`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from helpcenter.content import forbidden
from helpcenter.content.marked import Marked
from helpcenter.content.web_address import mended_address, wrong_address
from helpcenter.finding import Fault

FILE = "mkdocs.yml"
WRONG = "wrong-setting"
IGNORED = "ignored-setting"

TOP = (
    *("site_name", "site_url", "site_description", "use_directory_urls", "docs_dir", "site_dir"),
    *("edit_uri_template", "theme", "plugins", "markdown_extensions", "nav", "extra"),
    *("validation", "strict", "remote_branch", "remote_name"),
)
"""Settings that are used, or, the last four, that are about MkDocs alone."""
THEME = ("name", "custom_dir", "font", "features")
EXTRA = ("report_url", "review_after_months")
I18N = (
    *("docs_structure", "fallback_to_default", "languages"),
    *("reconfigure_material", "reconfigure_search"),
)
LANGUAGE = ("locale", "default", "name", "site_name", "site_description", "build")
PLUGINS = ("i18n", "helpcenter")


def judge(marked: Marked) -> Iterator[Fault]:
    """What is wrong with the settings, and which of them do nothing."""
    plugins = tuple(_plugins(marked.data.get("plugins")))
    if "helpcenter" not in [name for name, _, _ in plugins]:
        return
    yield from _names(marked)
    yield from _addresses(marked)
    why, other = wrong_folder(marked.data)
    if why:
        yield wrong(marked, ("site_dir",), why, marked.data["site_dir"], other)
    yield from _theme(marked)
    for name, key, options in plugins:
        if name == "i18n":
            yield from _languages(marked, key, options)
    yield from _in_vain(marked, plugins)


def wrong(marked: Marked, key: tuple[str | int, ...], why: str, value: Any, write: str) -> Fault:
    """The fault of one setting: what is wrong with it, and what to write."""
    name = [part for part in key if isinstance(part, str)][-1]
    detail = {"key": name, "why": why, "value": _shown(value), "write": write}
    return Fault(WRONG, FILE, marked.line(*key), detail)


def _shown(value: Any) -> str:
    words = {None: "", True: "true", False: "false"}
    return words[value] if value is None or isinstance(value, bool) else str(value)


def _plugins(value: Any) -> Iterator[tuple[str, tuple[str | int, ...], Mapping[str, Any]]]:
    """Name, place and options of every plugin."""
    if isinstance(value, dict):
        for name, options in value.items():
            yield name, ("plugins", name), options if isinstance(options, dict) else {}
    for place, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, str):
            yield item, ("plugins", place), {}
        elif isinstance(item, dict):
            for name, options in item.items():
                key = ("plugins", place, name)
                yield name, key, options if isinstance(options, dict) else {}


def _names(marked: Marked) -> Iterator[Fault]:
    data = marked.data
    if not data.get("site_name"):
        yield wrong(marked, ("site_name",), "missing", "", "Help")
    for name in ("site_name", "site_description"):
        if not isinstance(data.get(name), str | None):
            yield wrong(marked, (name,), "not-text", data[name], "")


def _addresses(marked: Marked) -> Iterator[Fault]:
    url = marked.data.get("site_url")
    if url not in (None, "") and (why := wrong_address(str(url))):
        yield wrong(marked, ("site_url",), why, url, mended_address(str(url)))
    template = marked.data.get("edit_uri_template")
    if template not in (None, "") and (why := wrong_template(str(template))):
        yield wrong(marked, ("edit_uri_template",), why, template, "")
    directories = marked.data.get("use_directory_urls", True)
    if directories is not True:
        yield wrong(marked, ("use_directory_urls",), "only", directories, "true")


def wrong_template(template: str) -> str:
    """What is wrong with the address at which pages are edited, or nothing."""
    if set(re.findall(r"\{[^{}]*\}?|\}", template)) - {"{path}"}:
        return "field"
    return wrong_address(template.replace("{path}", "x"), ("https",), bare=False)


def wrong_folder(data: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong with `site_dir`, and with which folder it clashes; or nothing.

    One of `inside` (of articles or templates) and `leaves` (the project, or is all of it).
    """
    site = data.get("site_dir")
    if site is None:
        return "", ""
    theme = data.get("theme")
    overrides = theme.get("custom_dir") if isinstance(theme, dict) else None
    folder = posixpath.normpath(str(site))
    for other in (str(data.get("docs_dir") or "docs"), str(overrides or "overrides")):
        inside = posixpath.normpath(other)
        if folder == inside or folder.startswith(f"{inside}/"):
            return "inside", inside
    leaves = folder.split("/")[0] in ("", ".", "..") or re.match(r"[A-Za-z]:|.*\\", folder)
    return ("leaves", "") if not isinstance(site, str) or leaves else ("", "")


def _theme(marked: Marked) -> Iterator[Fault]:
    theme = marked.data.get("theme")
    if not isinstance(theme, dict):
        yield wrong(marked, ("theme",), "theme", theme, "")
        return
    if theme.get("name") != "material":
        yield wrong(marked, ("theme", "name"), "theme", theme.get("name"), "")
    elif not isinstance(theme.get("custom_dir"), str):
        yield wrong(marked, ("theme", "custom_dir"), "missing", "", "overrides")


def _languages(
    marked: Marked, key: tuple[str | int, ...], options: Mapping[str, Any]
) -> Iterator[Fault]:
    structure = options.get("docs_structure", "folder")
    if structure != "folder":
        yield wrong(marked, (*key, "docs_structure"), "only", structure, "folder")
    fallback = options.get("fallback_to_default", True)
    if fallback is not True:
        yield wrong(marked, (*key, "fallback_to_default"), "only", fallback, "true")
    listed = options.get("languages")
    known: dict[str, int] = {}
    defaults: list[int] = []
    for place, item in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(item, dict) or item.get("build") is False:
            continue
        locale = str(item.get("locale"))
        at = (*key, "languages", place)
        if locale in known:
            yield wrong(marked, (*at, "locale"), "twice", locale, str(known[locale]))
        known.setdefault(locale, marked.line(*at))
        for name in ("name", "site_name", "site_description"):
            if not isinstance(item.get(name), str | None):
                yield wrong(marked, (*at, name), "not-text", item[name], "")
        if item.get("default") is True:
            defaults.append(place)
        elif item.get("default") not in (None, False):
            yield wrong(marked, (*at, "default"), "default", item["default"], "true")
    for place in defaults[1:]:
        first = str(marked.line(*key, "languages", defaults[0], "default"))
        yield wrong(marked, (*key, "languages", place, "default"), "second-default", "", first)
    if known and not defaults:
        yield wrong(marked, (*key, "languages"), "no-default", "", next(iter(known)))


def _in_vain(
    marked: Marked, plugins: tuple[tuple[str, tuple[str | int, ...], Mapping[str, Any]], ...]
) -> Iterator[Fault]:
    """Settings that change nothing, as only MkDocs' own pages would show them."""

    def unknown(data: Any, known: tuple[str, ...], *key: str | int) -> Iterator[Fault]:
        for name in data if isinstance(data, dict) else ():
            if name not in known:
                around = "/".join(part for part in key if isinstance(part, str))
                detail = {"key": name, "in": around, "known": " ".join(known)}
                yield Fault(IGNORED, FILE, marked.line(*key, name), detail)

    for name in forbidden.SETTINGS:
        if name in marked.data:
            yield Fault("forbidden-setting", FILE, marked.line(name), {"key": name})
    yield from unknown(marked.data, (*TOP, *forbidden.SETTINGS))
    theme = marked.data.get("theme")
    yield from unknown(theme, THEME, "theme")
    features = theme.get("features") if isinstance(theme, dict) else None
    for place, name in enumerate(features if isinstance(features, list) else ()):
        detail = {"key": str(name), "in": "features", "known": ""}
        yield Fault(IGNORED, FILE, marked.line("theme", "features", place), detail)
    yield from unknown(marked.data.get("extra"), EXTRA, "extra")
    for name, key, options in plugins:
        if name == "i18n":
            yield from unknown(options, I18N, *key)
            listed = options.get("languages")
            for place, item in enumerate(listed if isinstance(listed, list) else ()):
                yield from unknown(item, LANGUAGE, *key, "languages", place)
        elif name == "helpcenter":
            yield from unknown(options, (), *key)
        else:
            detail = {"key": name, "in": "plugins", "known": " ".join(PLUGINS)}
            yield Fault(IGNORED, FILE, marked.line(*key), detail)
