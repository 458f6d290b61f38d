"""YAML as front matter is usually written: on each row a key, and plain words or a list of them.

The parser of YAML takes many times as long, because it knows so much more.
"""

from __future__ import annotations

import datetime as dt
import re

import yaml

ROW = re.compile(r"([a-z_]+): +(?:\[([^\[\]{}:#?]*)\] *|([^\W_][^:#]*))")
"""A row: its key, and a list's inside or a value. No sign that would mean more than itself."""
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
TYPES = yaml.SafeLoader.yaml_implicit_resolvers
"""By their first sign, the shapes of what is no text: `yes`, `12:30`."""

Rows = list[tuple[str, str | list[str] | dt.date, int]]
"""Key, value and 1-based line of each row."""


def read_rows(text: str) -> Rows | None:
    """The rows of `text`; nothing if there are none, or more in them than this knows.

    `text` holds no control characters but ends of lines and tabs.
    """
    rows: Rows = []
    keys: set[str] = set()
    for number, row in enumerate(text.split("\n"), 1):
        if not row:
            continue
        match = ROW.fullmatch(row)
        if match is None or match[1] in keys or "\t" in row:
            return None
        key, inside, value = match.groups()
        keys.add(key)
        if value is not None:
            value = value.rstrip(" ")
            if not DAY.fullmatch(value):
                if not _is_text(value):
                    return None
                rows.append((key, value, number))
                continue
            try:
                rows.append((key, dt.date.fromisoformat(value), number))
            except ValueError:
                return None
        else:
            items = [item.strip(" ") for item in inside.split(",")] if inside.strip(" ") else []
            if not all(map(_is_text, items)):
                return None
            rows.append((key, items, number))
    return rows or None


def _is_text(value: str) -> bool:
    """Whether `value` begins like plain words, and means nothing but them."""
    if not value[:1].isalnum():
        return False
    return not any(shape.match(value) for _, shape in TYPES.get(value[0], ()))
