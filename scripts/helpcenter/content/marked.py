"""YAML with the line of every value.

Front matter and `mkdocs.yml` are read strictly: what an editor wrote is either plain data with a
line number, or a problem with a line number. Tags that run code or read the environment (`!ENV`,
`!!python/…`), aliases (which is how YAML bombs are built) and repeated keys are problems.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from helpcenter.content.rows import Rows, read_rows

FAST: Any = getattr(yaml, "CSafeLoader", None)
"""The parser in C, where it was built."""
MAX_DEPTH = 40
STRING = "tag:yaml.org,2002:str"
UNPLAIN = re.compile("[!*]")
"""What tags and aliases are written with."""
OPENING = re.compile(r"[-:?](?!\S)|[\[{]")
"""What a list or a mapping begins with; a bracket may begin one of each."""
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, those that turn the direction of the text around, and halves of others."""

Key = tuple[str | int, ...]
"""Where a value stands: the keys and list positions that lead to it, `("related", 0)`."""


@dataclass(frozen=True)
class Problem:
    """Why a text is not plain YAML."""

    kind: str
    """`syntax`, `tag`, `alias`, `repeated-key`, `key`, `depth` or `invisible`."""
    detail: str
    """The words or the name that cause it, as written; of a character, `U+202E`."""
    line: int
    """1-based, in the text that was given."""


@dataclass(frozen=True)
class Marked:
    """Plain data and the line of each of its values."""

    data: Any
    lines: dict[Key, int]
    """1-based line of every value by its key; `()` is the whole."""
    written: dict[Key, str] = field(default_factory=dict)
    """What stands in the file where YAML reads something that is no text: `yes`, `12:30`."""

    def shown(self, *key: str | int) -> str:
        """A value as its editor wrote it, a list in brackets."""
        value = self.data
        for one in key:
            value = value[one]
        if isinstance(value, list):
            return f"[{', '.join(self.shown(*key, place) for place in range(len(value)))}]"
        return self.written.get(key, str(value))

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
    rows = None if INVISIBLE.search(text) else read_rows(text)
    if rows is not None:
        return _marked(rows)
    if FAST is not None:
        # Five times as fast where all is well; what is wrong is told by the other, whose words
        # and lines are the same on every machine.
        with contextlib.suppress(_Refused, yaml.YAMLError):
            return _read(text, FAST)
    try:
        return _read(text, yaml.SafeLoader)
    except _Refused as refused:
        return refused.problem
    except yaml.MarkedYAMLError as error:
        # A bracket or quote that is not closed is noticed far below the line where it opens.
        opened = (error.context or "").startswith(("while parsing a flow", "while scanning"))
        first, second = error.problem_mark, error.context_mark
        return Problem("syntax", error.problem or "", _line(second if opened and second else first))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return Problem("syntax", error.reason, line)


def _marked(rows: Rows) -> Marked:
    marked = Marked({}, {(): rows[0][2]})
    for key, value, line in rows:
        marked.data[key] = value
        marked.lines[(key,)] = line
        if isinstance(value, list):
            marked.lines.update(((key, place), line) for place in range(len(value)))
        elif not isinstance(value, str):
            marked.written[(key,)] = str(value)
    return marked


def _read(text: str, loader: Any) -> Marked:
    # Most front matter is spared a second reading: nothing to refuse is written in it.
    if UNPLAIN.search(text) or 2 * len(OPENING.findall(text)) > MAX_DEPTH:
        _refuse_what_is_not_plain(text, loader)
    node = yaml.compose(text, Loader=loader)
    if node is None:
        return Marked(None, {(): 1})
    lines: dict[Key, int] = {}
    written: dict[Key, str] = {}
    return Marked(_plain(node, (), lines, written), lines, written)


def _refuse_what_is_not_plain(text: str, loader: Any) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        line = _line(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            raise _Refused("alias", f"*{event.anchor}", line)
        if tag := getattr(event, "tag", None):
            raise _Refused("tag", str(tag).replace("tag:yaml.org,2002:", "!!"), line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _Refused("depth", "", line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _line(mark: Any) -> int:
    return int(mark.line) + 1 if mark else 1


def _plain(node: yaml.Node, key: Key, lines: dict[Key, int], written: dict[Key, str]) -> Any:
    lines[key] = _line(node.start_mark)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for name_node, value_node in node.value:
            name_line = _line(name_node.start_mark)
            if not isinstance(name_node, yaml.ScalarNode):
                raise _Refused("key", "", name_line)
            name = _seen(str(name_node.value), name_line)
            if name in mapping:
                raise _Refused("repeated-key", name, name_line)
            mapping[name] = _plain(value_node, (*key, name), lines, written)
            lines[(*key, name)] = name_line
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(item, (*key, place), lines, written) for place, item in enumerate(node.value)
        ]
    value = _scalar(node)
    if not isinstance(value, str):
        written[key] = str(node.value)
    return value


def _scalar(node: yaml.Node) -> Any:
    _seen(node.value, _line(node.start_mark))
    if node.tag == STRING:
        return node.value
    try:
        return yaml.constructor.SafeConstructor().construct_object(node, deep=True)
    except (yaml.MarkedYAMLError, ValueError):
        # Looks like a date, a number or a merge key and is none (`2026-13-45`, `=`): it is text.
        return node.value


def _seen(text: str, line: int) -> str:
    """`text`, unless an escape such as `\\u202e` put a character into it that nobody sees."""
    if match := INVISIBLE.search(text):
        raise _Refused("invisible", sign(match[0]), line)
    return text


def sign(character: str) -> str:
    """The name of a character that cannot be shown: `U+202E`."""
    return f"U+{ord(character):04X}"
