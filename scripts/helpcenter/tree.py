"""What lies in the folders: the articles, and everything that may not be there.

Nothing is followed or opened that is a symbolic link or leads out of the project: MkDocs would
publish it, the machine's environment included.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from helpcenter.finding import Fault
from helpcenter.settings import Settings

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg")


@dataclass(frozen=True, slots=True)
class Article:
    """A Markdown file of one language."""

    locale: str
    path: str
    """`payments/payment-failed`"""
    file: str
    """Relative to the project's root, with `/`."""


def read_tree(settings: Settings) -> tuple[list[Article], list[Fault]]:
    """The articles of every language, sorted, and what else was found. Never raises."""
    faults: list[Fault] = []
    articles: list[Article] = []
    docs = settings.docs_dir
    locales = {language.locale for language in settings.languages}
    for folder in (settings.docs_dir, settings.overrides_dir):
        if leads_out(settings.root, settings.root / folder):
            faults.append(Fault("outside-project", folder, 1, {"target": folder}))
            return [], faults
    for language in settings.languages:
        if not (settings.docs / language.locale).is_dir():
            folder = f"{docs}/{language.locale}"
            faults.append(Fault("missing-folder", "mkdocs.yml", language.line, {"folder": folder}))
    for file, kind in _walk(settings.root, docs, faults):
        parts = file.split("/")[len(docs.split("/")) :]
        if parts[0] not in locales:
            if len(parts) == 1 and kind == "folder":
                faults.append(Fault("stray-file", file, 1, {"kind": "folder"}))
            elif len(parts) == 1:
                faults.append(Fault("stray-file", file, 1, {"kind": "file"}))
            continue
        if len(parts) == 1:
            continue
        name = parts[-1]
        stem, ending = os.path.splitext(name) if kind == "file" else (name, "")
        if not SLUG.fullmatch(stem) or ending != ending.lower():
            faults.append(Fault("bad-name", file, 1, {"name": name}))
        if kind == "folder":
            if len(parts) > 2:
                faults.append(Fault("too-deep", file, 1, {}))
        elif ending == ".md":
            path = "/".join([*parts[1:-1], stem])
            articles.append(Article(parts[0], path, file))
        elif ending not in IMAGES:
            faults.append(Fault("stray-file", file, 1, {"kind": "type"}))
    for _ in _walk(settings.root, settings.overrides_dir, faults):
        pass
    faults += _clashes(articles)
    return sorted(articles, key=lambda one: one.file), faults


def leads_out(root: Path, path: Path) -> bool:
    """Whether `path` is a link, stands behind one, or ends outside `root`."""
    if path.is_symlink():
        return True
    return not path.resolve().is_relative_to(root.resolve())


def _walk(root: Path, folder: str, faults: list[Fault]) -> list[tuple[str, str]]:
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
            target = os.readlink(root / file)
            faults.append(Fault("outside-project", file, 1, {"target": target}))
        elif entry.is_dir(follow_symlinks=False):
            found.append((file, "folder"))
            found += _walk(root, file, faults)
        elif entry.is_file(follow_symlinks=False):
            found.append((file, "file"))
        else:
            faults.append(Fault("unreadable-file", file, 1, {"why": "not a plain file"}))
    return found


def _clashes(articles: list[Article]) -> list[Fault]:
    """Pages that differ in case only, or that would be served at the same address."""
    faults = []
    addresses: dict[str, Article] = {}
    for article in articles:
        path = article.path.removesuffix("/index") if article.path != "index" else ""
        address = f"{article.locale}/{path}".casefold()
        if address in addresses:
            other = addresses[address].file
            faults.append(Fault("same-address", article.file, 1, {"other": other}))
        else:
            addresses[address] = article
    return faults
