"""What people say for the same thing, and what says nothing: one file a language.

`overrides/search/synonyms/<locale>.yml` has `groups`, lists of phrases that mean the same to a
reader; `ignored`, phrases that are in every question (怎么办, how do I); and `codes`, what a lone
error code is taken for.
"""

from __future__ import annotations

from dataclasses import dataclass

from helpcenter.content.marked import Problem
from helpcenter.content.settings import Settings
from helpcenter.content.text import read_data
from helpcenter.finding import Fault

KEYS = ("ignored", "groups", "codes")
MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that mean the same."""

    phrases: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The file of one language."""

    locale: str
    file: str
    """Relative to the project's root, with `/`."""
    groups: tuple[Group, ...] = ()
    ignored: tuple[tuple[str, int], ...] = ()
    """Phrases and their lines."""
    codes: tuple[tuple[str, int], ...] = ()
    faults: tuple[Fault, ...] = ()
    """Of the rule `wrong-synonyms`, and of those about files."""


def read_synonyms(settings: Settings) -> dict[str, Synonyms]:
    """Every language's synonyms; a language without a file has none. Never raises."""
    return {one.locale: _read(settings, one.locale) for one in settings.languages}


def list_of(settings: Settings, locale: str) -> str:
    """The list of a language, relative to the root."""
    return f"{settings.overrides_dir}/search/synonyms/{locale}.yml"


def _read(settings: Settings, locale: str) -> Synonyms:
    file = list_of(settings, locale)
    faults: list[Fault] = []

    def fault(line: int, why: str, value: object = "") -> None:
        faults.append(Fault("wrong-synonyms", file, line, {"why": why, "value": str(value)[:60]}))

    if not (settings.root / file).exists():
        return Synonyms(locale, file)
    marked = read_data(settings.root, file, MAX_BYTES)
    if isinstance(marked, Fault):
        # A link is reported where the folders are walked.
        return Synonyms(locale, file, faults=() if marked.name == "outside-project" else (marked,))
    if isinstance(marked, Problem):
        fault(marked.line, "syntax", marked.detail or marked.kind)
        return Synonyms(locale, file, faults=tuple(faults))
    data = marked.data if isinstance(marked.data, dict) else {}
    if marked.data is not None and not isinstance(marked.data, dict):
        fault(1, "shape")
    for key in data:
        if key not in KEYS:
            fault(marked.line(key), "unknown-key", key)
    plain: dict[str, list[tuple[str, int]]] = {"ignored": [], "codes": []}
    for key, some in plain.items():
        for place, phrase in enumerate(_list(data.get(key))):
            line = marked.line(key, place)
            if isinstance(phrase, str) and phrase.strip():
                some.append((phrase.strip(), line))
            else:
                fault(line, "not-text", phrase)
    groups: list[Group] = []
    for place, phrases in enumerate(_list(data.get("groups"))):
        line = marked.line("groups", place)
        if not isinstance(phrases, list):
            fault(line, "not-a-list", phrases)
            continue
        wrong = [one for one in phrases if not isinstance(one, str) or not one.strip()]
        for one in wrong:
            fault(line, "not-text", one)
        groups.append(Group(tuple(one.strip() for one in phrases if one not in wrong), line))
    ignored, codes = tuple(plain["ignored"]), tuple(plain["codes"])
    return Synonyms(locale, file, tuple(groups), ignored, codes, tuple(faults))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
