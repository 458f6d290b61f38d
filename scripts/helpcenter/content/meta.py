"""Front matter: the one schema of what stands above an article.

`KEYS` is the whole schema, in the order editors write the keys. Adding a key means adding its
line here, its sentence to CONTRIBUTING.md and its test.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from helpcenter.content.marked import INVISIBLE, Marked
from helpcenter.finding import Fault, nearest

KINDS = ("faq", "guide", "concept", "topic", "home", "contacts", "message", "download")
SEVERITIES = ("urgent", "normal")
PAGE_PATH = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?")
SOURCE = re.compile(r"\S.*:\d+(-\d+)?")
UNSAFE = re.compile('[<>"\t\n]')
_MARK = "[b-df-hj-np-tv-xz]{5}"
_GROUP = f"(?:{_MARK}|(?:{_MARK})?[~!]{_MARK}|{_MARK}[~!])"
STAMP = re.compile(f"{_GROUP}(?: {_GROUP})*")
"""What `translation.py` writes: one mark for each part of the source."""


@dataclass(frozen=True)
class Meta:
    """What an editor declares about a page."""

    title: str
    """The reader's question, in the reader's words."""
    short: str
    """The same in a few words, for tiles and breadcrumbs."""
    description: str
    """The answer in one sentence, for result lists."""
    kind: str
    """What the page is: a question, a way to do something, an explanation, a topic …"""
    severity: str
    """`urgent` puts the steps before everything else."""
    reviewed: dt.date
    """When a person last compared the page with reality."""
    keywords: tuple[str, ...] = ()
    """What people type who do not find the words of the title."""
    related: tuple[str, ...] = ()
    """Pages that help next: paths without language and ending."""
    contacts: tuple[str, ...] = ()
    """Trusted contacts to show: their ids in `overrides/contacts.yml`."""
    urgent: tuple[str, ...] = ()
    """Home only: the pages behind “I am in trouble now”."""
    wanted: tuple[str, ...] = ()
    """Home only: the most wanted pages."""
    sources: tuple[str, ...] = ()
    """Where the facts come from: name of the source and lines, `000:19-24`."""
    translated_from: tuple[str, ...] = ()
    """Translations only: the source they were compared with; `helpcenter stamp` writes it."""


KEYS = tuple(field.name for field in fields(Meta))
REQUIRED = ("title", "short", "description", "kind", "severity", "reviewed")
HOME_ONLY = ("urgent", "wanted")


def read_meta(marked: Marked, path: str) -> tuple[Meta | None, list[Fault]]:
    """Turn front matter into `Meta`, or say which line is wrong.

    `path` names the file in the faults. The faults are of the rules `unknown-key`, `missing-key`,
    `wrong-value` and `key-order`; with any of them but `key-order` there is no `Meta`.
    """
    faults: list[Fault] = []

    def fault(name: str, line: int, **detail: str) -> None:
        faults.append(Fault(name, path, line, detail))

    data = marked.data
    if not isinstance(data, dict):
        fault("broken-front-matter", 1, kind="shape", detail="")
        return None, faults
    for key in data:
        if key not in KEYS:
            fault("unknown-key", marked.line(key), key=key, near=nearest(key, KEYS) or "")
    for key in REQUIRED:
        if key not in data:
            fault("missing-key", 1, key=key)
    values: dict[str, Any] = {}
    for key in KEYS:
        if key not in data:
            continue
        value, wrong, item = _SCHEMA[key](data[key])
        if wrong:
            line = marked.line(key, item) if item is not None else marked.line(key)
            fault("wrong-value", line, key=key, value=_shown(marked, key, item), wrong=wrong)
        values[key] = value
    for key in HOME_ONLY:
        if key in data and data.get("kind") in KINDS and data["kind"] != "home":
            fault("unknown-key", marked.line(key), key=key, near="")
    if faults:
        return None, faults
    written = [key for key in data if key in KEYS]
    if written != sorted(written, key=KEYS.index):
        line = next(
            marked.line(key)
            for key, sorted_key in zip(written, sorted(written, key=KEYS.index), strict=True)
            if key != sorted_key
        )
        order = ", ".join(sorted(written, key=KEYS.index))
        fault("key-order", line, order=order)
    return Meta(**values), faults


Reading = tuple[Any, str, int | None]
"""The value, what is wrong with it (or nothing), and at which place of a list."""


def _text(limit: int) -> Callable[[Any], Reading]:
    def read(value: Any) -> Reading:
        if value is None:
            return None, "empty", None
        if not isinstance(value, str):
            return None, "not-text", None
        if not value.strip():
            return None, "empty", None
        if UNSAFE.search(value) or INVISIBLE.search(value):
            return None, "unsafe", None
        if len(value) > limit:
            return None, f"longer-than-{limit}", None
        return value.strip(), "", None

    return read


def wrong_text(text: str, limit: int) -> str:
    """What is wrong with a text of at most `limit` characters, or nothing."""
    return _text(limit)(text)[1]


def _one_of(allowed: tuple[str, ...]) -> Callable[[Any], Reading]:
    def read(value: Any) -> Reading:
        if value in allowed:
            return value, "", None
        return None, "one-of-" + "|".join(allowed), None

    return read


def _date(value: Any) -> Reading:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value, "", None
    return None, "not-a-date", None


def _texts(limit: int, pattern: re.Pattern[str] | None = None) -> Callable[[Any], Reading]:
    text = _text(limit)

    def read(value: Any) -> Reading:
        if not isinstance(value, list):
            return None, "not-a-list", None
        items: list[str] = []
        known: set[str] = set()
        for place, item in enumerate(value):
            plain, wrong, _ = text(item)
            if not wrong and pattern and not pattern.fullmatch(plain):
                wrong = "not-a-page-path" if pattern is PAGE_PATH else "not-a-source"
            if not wrong and plain.casefold() in known:
                wrong = "repeated"
            if wrong:
                return None, wrong, place
            items.append(plain)
            known.add(plain.casefold())
        return tuple(items), "", None

    return read


def _stamp(value: Any) -> Reading:
    if isinstance(value, str) and STAMP.fullmatch(value.strip()):
        return tuple(value.split()), "", None
    return None, "not-a-stamp", None


_SCHEMA: dict[str, Callable[[Any], Reading]] = {
    "title": _text(90),
    "short": _text(40),
    "description": _text(200),
    "kind": _one_of(KINDS),
    "severity": _one_of(SEVERITIES),
    "reviewed": _date,
    "keywords": _texts(60),
    "related": _texts(120, PAGE_PATH),
    "contacts": _texts(60),
    "urgent": _texts(120, PAGE_PATH),
    "wanted": _texts(120, PAGE_PATH),
    "sources": _texts(80, SOURCE),
    "translated_from": _stamp,
}


def _shown(marked: Marked, key: str, item: int | None) -> str:
    text = marked.shown(key) if item is None else marked.shown(key, item)
    return text if len(text) <= 60 else text[:57] + "…"
