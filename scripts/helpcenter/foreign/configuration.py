"""Somebody else's `mkdocs.yml`, as MkDocs would read it, without running what it names.

Names of functions (`!!python/name:…`) stay names until an extension needs one that is known to be
harmless; the environment (`!ENV`) is never read, only the value that stands there instead of it.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from helpcenter.content.marked import Key, Marked, Problem
from helpcenter.content.settings import FILE

MAX_BYTES = 2_000_000
MAX_VALUES = 200_000
"""A file of a few lines can name a value a million times."""
MAX_PARENTS = 8
PYTHON = "tag:yaml.org,2002:python/"
HARMLESS = (
    "pymdownx.slugs.",
    "pymdownx.emoji.",
    "pymdownx.superfences.",
    "pymdownx.arithmatex.",
    "material.extensions.emoji.",
    "markdown.extensions.toc.slugify",
)
"""How the names of functions begin that may be called: they turn text into text."""


@dataclass(frozen=True, slots=True)
class Named:
    """A function that the configuration names, or calls for one."""

    name: str
    arguments: tuple[Any, ...] = ()
    keywords: tuple[tuple[str, Any], ...] = ()
    call: bool = False

    def resolve(self) -> Any:
        """The function; nothing if it is not here, or nobody knows what it would do."""
        if not self.name.startswith(HARMLESS):
            return None
        module, _, function = self.name.rpartition(".")
        try:
            found = getattr(importlib.import_module(module), function)
            return found(*self.arguments, **dict(self.keywords)) if self.call else found
        except Exception:  # Whatever a package of somebody else raises.
            return None


@dataclass(frozen=True, slots=True)
class Configuration:
    """What was read."""

    marked: Marked
    """All values; lines are those of the file itself, values of its parents have the line of
    `INHERIT`."""
    parents: tuple[Path, ...] = ()
    """The files it inherits from, nearest first."""


def read_configuration(root: Path, name: str = FILE) -> Configuration | Problem:
    """The configuration of the project in `root`. Never raises."""
    return _read(root / name, ())


def _read(file: Path, children: tuple[Path, ...]) -> Configuration | Problem:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        node = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.SafeLoader)
        if len(data) > MAX_BYTES or not isinstance(node, yaml.MappingNode):
            return Problem("shape", "", 1)
        lines: dict[Key, int] = {(): 1}
        values = _Values(lines).of(node, ())
    except yaml.MarkedYAMLError as error:
        return Problem("syntax", error.problem or "", _line(error.problem_mark))
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        return Problem("unreadable", str(error), 1)
    parent = values.pop("INHERIT", None)
    if not isinstance(parent, str):
        return Configuration(Marked(values, lines))
    above = file.parent / parent
    if len(children) >= MAX_PARENTS or above in children:
        return Problem("inherit", parent, lines[("INHERIT",)])
    inherited = _read(above, (*children, file))
    if isinstance(inherited, Problem):
        return Problem("inherit", parent, lines[("INHERIT",)])
    lines[()] = lines[("INHERIT",)]
    merged = _merged(inherited.marked.data, values)
    return Configuration(Marked(merged, lines), (above, *inherited.parents))


def _merged(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings are laid upon each other, everything else replaces what the parent says."""
    merged = dict(parent)
    for key, value in child.items():
        before = merged.get(key)
        both = isinstance(before, dict) and isinstance(value, dict)
        merged[key] = _merged(before, value) if both else value  # type: ignore[arg-type]
    return merged


class _Values:
    """Turns nodes into values, and notes the line of each."""

    def __init__(self, lines: dict[Key, int]) -> None:
        self.lines = lines
        self.left = MAX_VALUES

    def of(self, node: yaml.Node, key: Key) -> Any:
        self.left -= 1
        if self.left < 0:
            raise ValueError("too many values")
        self.lines.setdefault(key, _line(node.start_mark))
        if node.tag.startswith(PYTHON):
            return self._named(node, key)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            items = [self.of(item, (*key, place)) for place, item in enumerate(node.value)]
            if node.tag == "!ENV":
                return items[-1] if len(items) > 1 else None
            return items
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in node.value:
            if name.tag == "tag:yaml.org,2002:merge":
                several = value.value if isinstance(value, yaml.SequenceNode) else [value]
                for one in several:
                    if isinstance(one, yaml.MappingNode):
                        found = {**self._mapping(one, key), **found}
            elif isinstance(name, yaml.ScalarNode):
                self.lines[(*key, str(name.value))] = _line(name.start_mark)
                found[str(name.value)] = self.of(value, (*key, str(name.value)))
        return found

    def _named(self, node: yaml.Node, key: Key) -> Named:
        kind, _, name = node.tag.removeprefix(PYTHON).partition(":")
        if kind == "name":
            return Named(name)
        given = self._mapping(node, key) if isinstance(node, yaml.MappingNode) else {}
        keywords = given.get("kwds")
        arguments = given.get("args")
        return Named(
            name,
            tuple(arguments) if isinstance(arguments, list) else (),
            tuple(keywords.items()) if isinstance(keywords, dict) else (),
            call=True,
        )

    def _scalar(self, node: yaml.Node) -> Any:
        if node.tag == "!ENV":
            return None
        if node.tag == "!relative":
            return f"!relative {node.value}".strip()
        try:
            return yaml.constructor.SafeConstructor().construct_object(node, deep=True)
        except (yaml.YAMLError, ValueError):
            return node.value


def _line(mark: Any) -> int:
    return int(mark.line) + 1 if mark else 1


def harmless(options: Any) -> Any:
    """Options of an extension with the functions they name; without those nobody knows."""
    if isinstance(options, dict):
        kept = {key: harmless(value) for key, value in options.items()}
        return {
            key: value for key, value in kept.items() if value is not None or options[key] is None
        }
    if isinstance(options, list):
        return [harmless(value) for value in options]
    return options.resolve() if isinstance(options, Named) else options
