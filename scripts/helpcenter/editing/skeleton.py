"""A new page: its file in every language, its line in the navigation, its published address.

What a new page looks like is data: `overrides/new/<locale>/<kind>.md`, with `$title`, `$short`,
`$severity` and `$today` to be filled in. What is still to be written is marked with `???`, and a
page that holds such a mark is an error, so no skeleton is ever published.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass

from helpcenter.content.center import Center
from helpcenter.content.file import read_file
from helpcenter.content.markdown import Renderer
from helpcenter.content.marked import Marked, read_marked
from helpcenter.content.published import file_of, written
from helpcenter.content.reading import read_page
from helpcenter.content.settings import FILE
from helpcenter.content.text import read_text
from helpcenter.editing.changes import Changes
from helpcenter.editing.manuscript import Manuscript
from helpcenter.editing.navigation import with_page
from helpcenter.finding import Fault
from helpcenter.translation.state import compared

TO_WRITE = "???"


@dataclass(frozen=True, slots=True)
class NewPage:
    """What is known about a page before it is written."""

    path: str
    kind: str
    severity: str
    titles: Mapping[str, str]
    """By locale, one for every language."""
    shorts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a page cannot be written."""

    kind: str
    """`template`, `navigation` or `broken`."""
    file: str
    detail: str = ""


def plan(center: Center, page: NewPage, changes: Changes) -> Obstacle | None:
    """Put everything a new page needs into `changes`. Raises ChangeFailed if a file exists."""
    settings = center.settings
    renderer = Renderer(settings.markdown_extensions)
    stamp = ""
    for language in sorted(settings.languages, key=lambda one: not one.default):
        locale = language.locale
        template = f"{settings.overrides_dir}/new/{locale}/{page.kind}.md"
        data = read_file(settings.root, template)
        pattern = data if isinstance(data, Fault) else read_text(data, template)
        if isinstance(pattern, Fault):
            return Obstacle("template", template)
        values = {
            "title": scalar(page.titles[locale]),
            "short": scalar(page.shorts[locale]),
            "severity": page.severity,
            "today": center.today.isoformat(),
        }
        text = string.Template(pattern).safe_substitute(values)
        file = f"{settings.docs_dir}/{locale}/{page.path}.md"
        manuscript = Manuscript(text.encode("utf-8"))
        if stamp:
            manuscript.set_key("translated_from", stamp)
        content = manuscript.bytes()
        read, faults = read_page(content, locale, page.path, file, renderer)
        if read is None or faults:
            name = faults[0].name if faults else ""
            return Obstacle("broken", template, name)
        stamp = stamp or " ".join(compared(read))
        changes.create(file, content)
    if settings.nav:  # without one, pages stand in the order of their names
        nav = (changes.read(FILE) or b"").decode("utf-8", "replace")
        changed = with_page(nav, page.path)
        if changed is None:
            return Obstacle("navigation", FILE)
        changes.write(FILE, changed.encode("utf-8"))
    if center.published.there:
        known = [f"{language.locale}/{page.path}" for language in settings.languages]
        redirects = {a: b for a, b in center.published.redirects.items() if a != page.path}
        anchors = {a: b for a, b in center.published.anchors.items() if a in redirects}
        pages = [*center.published.pages, *known]
        changes.read(file_of(settings))
        changes.write(file_of(settings), written(pages, redirects, anchors))
    return None


def scalar(text: str) -> str:
    """`text` as YAML on one line: plain if it can be, in quotes if it must."""
    read = read_marked(f"key: {text}\n")
    if isinstance(read, Marked) and read.data == {"key": text}:
        return text
    return "'" + text.replace("'", "''") + "'"


def short_of(title: str) -> str:
    """A title in few words, as a first guess."""
    first = re.split(r"(?<=[.?!])\s|(?<=[。？！])", title.strip())[0]
    return re.sub(r"(?:怎么办|该怎么办)?[？?。.!！]+$", "", first)[:40].strip()
