"""Elements as HTML: what Markdown's own serializer writes, each element only once.

A page's steps are written by themselves and, with all around them, in their section.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from xml.etree.ElementTree import HTML_EMPTY

from markdown.serializers import RE_AMP, to_xhtml_string


class Serializer:
    """Writes elements; called as Markdown calls its own."""

    def __init__(self) -> None:
        self._kept: dict[etree.Element, str] = {}

    def clear(self) -> None:
        """Forget what was kept: another page is read."""
        self._kept.clear()

    def keep(self, element: etree.Element) -> str:
        """`element` as HTML; it does not change from now on."""
        text = self._kept[element] = self(element)
        return text

    def __call__(self, element: etree.Element) -> str:
        """`element`, its children and its tail as HTML."""
        pieces: list[str] = []
        self._write(element, pieces.append)
        return "".join(pieces)

    def _write(self, element: etree.Element, add: Callable[[str], None]) -> None:
        tag = element.tag
        if (kept := self._kept.get(element)) is not None:
            add(kept)
            return
        if type(tag) is not str:  # a comment, or what else an extension may have made
            add(to_xhtml_string(element))
            return
        if element.attrib:
            add(f"<{tag}{''.join(map(_attribute, sorted(element.items())))}")
        else:
            add(f"<{tag}")
        if tag.lower() in HTML_EMPTY:
            add(" />")
        else:
            add(">")
            if text := element.text:
                add(text if tag.lower() in ("script", "style") else _escaped(text))
            for child in element:
                self._write(child, add)
            add(f"</{tag}>")
        if tail := element.tail:
            add(_escaped(tail))


def _attribute(one: tuple[str, str]) -> str:
    name, value = one
    written = _escaped(value).replace('"', "&quot;")
    return f' {name}="{written}"'


def _escaped(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)  # what is not an entity already
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text
