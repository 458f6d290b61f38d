"""Extensions of Markdown that are known here, by the names that settings have for them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown.extensions import Extension

PURE = ("markdown.extensions.", "pymdownx.")
"""Extensions whose output depends on the article and their options alone, by their beginnings."""
SHORT = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists"),
        *("smarty", "tables", "toc", "wikilinks"),
    )
)
"""Names under which Markdown itself knows its own."""


def is_pure(name: str) -> bool:
    """Whether it is one whose output depends on the article and its options alone."""
    return name.startswith(PURE) or name in SHORT


def built(name: str, options: Mapping[str, Any]) -> Extension | None:
    """The extension `name`, if it is known here; Markdown itself finds the others.

    It would look for every name in what all packages of the machine declare, which takes longer
    than to read an article. Raises whatever an extension raises at its options.
    """
    if is_pure(name):
        with suppress(ImportError):
            module = import_module(f"markdown.extensions.{name}" if name in SHORT else name)
            extension: Extension = module.makeExtension(**options)
            return extension
    return None
