"""YAML with the line of every value.

Front matter and `mkdocs.yml` are read strictly: what an editor wrote is either plain data with a
line number, or a problem with a line number. Tags that run code or read the environment (`!ENV`,
`!!python/…`), aliases (which is how YAML bombs are built) and repeated keys are problems.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

MAX_DEPTH = 40

Key = tuple[str | int, ...]
"""Where a value stands: the keys and list positions that lead to it, `("related", 0)`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text is not plain YAML."""

    kind: str
    """`syntax`, `tag`, `alias`, `repeated-key`, `key` or `depth`."""
    detail: str
    """The words or the name that cause it, as written."""
    line: int
    """1-based, in the text that was given."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Plain data and the line of each of its values."""

    data: Any
    lines: dict[Key, int]
    """1-based line of every value by its key; `()` is the whole."""

    def line(self, *key: str | int) -> int:
        """The line of `key`, or of the nearest thing around it that was written."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)


class _Refused(Exception):
    def __init__(self, kind: str, detail: str, line: int) -> None:
        self.problem = Problem(kind, detail, line)


def read_marked(text: str) -> Marked | Problem:
    """Read YAML into plain data: mappings with text keys, lists, text, numbers, dates, booleans."""
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise _Refused("alias", f"*{event.anchor}", event.start_mark.line + 1)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            return Marked(None, {(): 1})
        lines: dict[Key, int] = {}
        return Marked(_plain(node, (), lines), lines)
    except _Refused as refused:
        return refused.problem
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Problem("syntax", error.problem or "", mark.line + 1 if mark else 1)
    except (yaml.YAMLError, ValueError) as error:
        return Problem("syntax", str(error).splitlines()[0], 1)
    except RecursionError:
        return Problem("depth", "", 1)


def _plain(node: yaml.Node, key: Key, lines: dict[Key, int]) -> Any:
    line = node.start_mark.line + 1
    lines[key] = line
    if len(key) > MAX_DEPTH:
        raise _Refused("depth", "", line)
    if not node.tag.startswith("tag:yaml.org,2002:") or "python/" in node.tag:
        shown = node.tag.replace("tag:yaml.org,2002:", "!!")
        raise _Refused("tag", shown, line)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for name_node, value_node in node.value:
            name_line = name_node.start_mark.line + 1
            if not isinstance(name_node, yaml.ScalarNode):
                raise _Refused("key", "", name_line)
            name = str(name_node.value)
            if name in mapping:
                raise _Refused("repeated-key", name, name_line)
            mapping[name] = _plain(value_node, (*key, name), lines)
            lines[(*key, name)] = name_line
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*key, place), lines) for place, item in enumerate(node.value)]
    return _scalar(node)


def _scalar(node: yaml.Node) -> Any:
    constructor = yaml.SafeLoader("")
    try:
        return constructor.construct_object(node, deep=True)
    except yaml.MarkedYAMLError as error:
        raise _Refused("tag", node.tag, node.start_mark.line + 1) from error
    finally:
        constructor.dispose()
