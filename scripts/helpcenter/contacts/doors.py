"""The rules about contacts that judge any file: what is asked of articles and of built HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

from helpcenter.contacts.passage import Carried
from helpcenter.contacts.trust import Trust
from helpcenter.finding import Finding, Note, printable
from helpcenter.rules import (
    asks_for_secret,
    disguised_link,
    lookalike_host,
    mismatched_phone,
    shortened_link,
    unlisted_email,
    unlisted_handle,
    unlisted_host,
    unlisted_phone,
    weak_contact,
    wrong_brand,
)

LOOKS: tuple[ModuleType, ...] = (
    unlisted_phone,
    mismatched_phone,
    unlisted_host,
    lookalike_host,
    shortened_link,
    disguised_link,
    unlisted_email,
    unlisted_handle,
    wrong_brand,
    weak_contact,
    asks_for_secret,
)
"""Those that judge any text and link, in Markdown or HTML."""


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2].replace("_", "-")


def look(carried: Carried, trust: Trust) -> Iterator[Finding]:
    """What the rules find in one file."""
    for module in LOOKS:
        check: Callable[[Carried, Trust], Iterator[Note]] = module.look
        for note in check(carried, trust):
            text: Mapping[str, str] = {"en": printable(note.en), "zh": printable(note.zh)}
            yield Finding(_name(module), module.LEVEL, note.path, note.line, text)
