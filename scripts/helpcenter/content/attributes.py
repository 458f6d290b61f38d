"""What editors may put on an element in braces: an id. The rest is the renderer's own."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator

from helpcenter.content.places import Places

WRITTEN = {
    "": ("id", "class", "title", "lang", "dir"),
    "a": ("href",),
    "img": ("src", "alt", "width", "height", "loading"),
    "ol": ("start",),
    "th": ("align",),
    "td": ("align",),
    "details": ("open",),
    "div": ("data-tabs",),
    "input": ("type", "name", "checked", "disabled"),
    "label": ("for",),
}
"""What Markdown and its extensions write on an element; anything else an editor put there."""
CLASSES = frozenset(("note", "warning", "danger"))
"""The kinds of boxes; no other class an editor writes has a meaning here, or a harmless one."""


def foreign(elements: Iterable[etree.Element], places: Places) -> Iterator[tuple[str, str, int]]:
    """Name, value and line of every attribute and class that an editor may not set."""
    for element in elements:
        for name, value in element.items():
            if name not in WRITTEN[""] and name not in WRITTEN.get(element.tag, ()):
                yield name, value or name, places.attribute(name)
        for one in (element.get("class") or "").split():
            line = None if one in CLASSES else places.named_class(one)
            if line is not None:
                yield "class", one, line
