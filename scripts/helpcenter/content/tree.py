"""What lies in the folders: the articles, and everything that may not be there.

Nothing is followed or opened that is a symbolic link or leads out of the project: MkDocs would
publish it, the machine's environment included.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from helpcenter.content.address import Addresses
from helpcenter.content.file import Files, leads_out, link_target
from helpcenter.content.settings import FILE, Settings
from helpcenter.content.text import read_text
from helpcenter.finding import Fault

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_DEPTH = 12
"""Deeper folders are not looked into; templates need no more."""
TEMPLATES = (".html", ".xml", ".md", ".js", ".css")
"""What pages are made from besides the articles and their data."""
MAX_TEMPLATE = 1_000_000
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg")


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A Markdown file of one language."""

    locale: str
    path: str
    """`payments/payment-failed`"""
    file: str
    """Relative to the project's root, with `/`."""


@dataclass(frozen=True, slots=True)
class Tree:
    """All files below the articles' folder."""

    articles: tuple[ArticleFile, ...]
    """Sorted by file."""
    images: tuple[str, ...]
    """Relative to the project's root, with `/`."""
    faults: tuple[Fault, ...]


def read_tree(settings: Settings) -> Tree:
    """The articles of every language, and what else was found. Never raises."""
    faults: list[Fault] = []
    articles: list[ArticleFile] = []
    images: list[str] = []
    docs = settings.docs_dir
    if not settings.usable:
        return Tree((), (), ())
    locales = {language.locale for language in settings.languages}
    misspelt = {one.detail["locale"] for one in settings.faults if one.name == "unknown-locale"}
    folders = {"docs_dir": settings.docs_dir, "custom_dir": settings.overrides_dir}
    for key, folder in folders.items():
        whole = settings.root / folder
        if whole.is_symlink():
            faults.append(Fault("outside-project", folder, 1, {"target": link_target(whole)}))
        elif leads_out(settings.root, whole):
            line = settings.folder_lines.get(key, 1)
            faults.append(Fault("outside-project", FILE, line, {"target": folder}))
        if faults:
            return Tree((), (), tuple(faults))
    for language in settings.languages:
        if not (settings.docs / language.locale).is_dir():
            folder = f"{docs}/{language.locale}"
            faults.append(Fault("missing-folder", "mkdocs.yml", language.line, {"folder": folder}))
    above = len(docs.split("/"))
    for file, kind in _walk(settings.root, docs, faults):
        parts = file.split("/")[above:]
        if parts[0] not in locales:
            if parts[0] in misspelt:
                continue
            if len(parts) == 1 and kind == "folder":
                faults.append(Fault("stray-file", file, 1, {"kind": "folder"}))
            elif len(parts) == 1:
                faults.append(Fault("stray-file", file, 1, {"kind": "file"}))
            continue
        if len(parts) == 1:
            continue
        name = parts[-1]
        begun, _, last = name.rpartition(".")
        ending = f".{last}" if begun and last and kind == "file" else ""
        stem = name.removesuffix(ending)
        if not SLUG.fullmatch(stem) or ending != ending.lower():
            faults.append(Fault("bad-name", file, 1, {"name": name}))
        if kind == "folder":
            if len(parts) > 2:
                faults.append(Fault("too-deep", file, 1, {}))
        elif ending == ".md":
            path = "/".join([*parts[1:-1], stem])
            articles.append(ArticleFile(parts[0], path, file))
        elif ending.lower() in IMAGES:
            images.append(file)
        elif ending.lower() != ".md":
            faults.append(Fault("stray-file", file, 1, {"kind": "type"}))
    others = _walk(settings.root, settings.overrides_dir, faults)
    faults += _unwritten({file for file, kind in others if kind == "file"}, settings)
    shared = [file for file, _ in others]
    files = Files(settings.root)
    for file, kind in others:
        if kind == "file" and file.endswith(TEMPLATES):
            data = files.read(file, MAX_TEMPLATE)
            text = data if isinstance(data, Fault) else read_text(data, file)
            faults += [text] if isinstance(text, Fault) else []
    articles.sort(key=lambda one: one.file)
    faults += _clashes(articles, [*shared, *images], settings)
    return Tree(tuple(articles), tuple(images), tuple(faults))


def _walk(root: Path, folder: str, faults: list[Fault], depth: int = 0) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return found
    except OSError as error:
        faults.append(Fault("unreadable-file", folder, 1, {"why": error.strerror or ""}))
        return found
    for entry in entries:
        if entry.name.startswith("."):
            continue
        file = f"{folder}/{entry.name}"
        try:
            file.encode("utf-8")
        except UnicodeEncodeError:
            shown = os.fsencode(file).decode("utf-8", "replace")
            faults.append(Fault("bad-name", shown, 1, {"name": shown.rpartition("/")[2]}))
            continue
        if entry.is_symlink():
            target = link_target(root / file)
            faults.append(Fault("outside-project", file, 1, {"target": target}))
        elif entry.is_dir(follow_symlinks=False):
            found.append((file, "folder"))
            if depth < MAX_DEPTH:
                found += _walk(root, file, faults, depth + 1)
        elif entry.is_file(follow_symlinks=False):
            found.append((file, "file"))
        else:
            faults.append(Fault("unreadable-file", file, 1, {"why": "not a plain file"}))
    return found


def _unwritten(files: set[str], settings: Settings) -> list[Fault]:
    """What editors and search need of a language, and only the default one has."""
    default = settings.default.locale
    new, synonyms = (f"{settings.overrides_dir}/{one}" for one in ("new", "search/synonyms"))
    models = sorted(file for file in files if file.startswith(f"{new}/{default}/"))
    faults = []
    for locale in (one.locale for one in settings.languages if not one.default):
        mine = [(file, file.replace(f"{new}/{default}/", f"{new}/{locale}/", 1)) for file in models]
        lacking = [(model, file) for model, file in mine if file not in files]
        if lacking and len(lacking) == len(mine):
            lacking = [(f"{new}/{default}/", f"{new}/{locale}/")]
        model, file = f"{synonyms}/{default}.yml", f"{synonyms}/{locale}.yml"
        if model in files and file not in files:
            lacking.append((model, file))
        faults += [Fault("missing-language-file", two, 1, {"model": one}) for one, two in lacking]
    return faults


def _clashes(articles: list[ArticleFile], others: list[str], settings: Settings) -> list[Fault]:
    """Pages and files that differ in case only, or that would be served at the same address."""
    faults = []
    addresses = Addresses(settings.default.locale)
    taken: dict[str, ArticleFile] = {}
    for article in articles:
        address = addresses.page(article.locale, article.path).casefold()
        if address in taken:
            detail = {"other": taken[address].file, "address": address}
            faults.append(Fault("same-address", article.file, 1, detail))
        else:
            taken[address] = article
    files: dict[str, str] = {}
    for file in others:
        address = _published(file, settings)
        if address.casefold() in files:
            detail = {"other": files[address.casefold()], "address": address, "kind": "file"}
            faults.append(Fault("same-address", file, 1, detail))
        elif address:
            files[address.casefold()] = file
    return faults


def _published(file: str, settings: Settings) -> str:
    """Where a file is published that is no article; empty if it is not."""
    shared = f"{settings.overrides_dir}/"
    if file.startswith(shared):
        inside = file.removeprefix(shared)
        return inside if inside.startswith("assets/") and "." in inside else ""
    locale, _, rest = file.removeprefix(f"{settings.docs_dir}/").partition("/")
    return rest if locale == settings.default.locale else f"{locale}/{rest}"
