"""What people say for the same thing, and what says nothing: one file a language.

`overrides/search/synonyms/<locale>.yml` has `groups`, lists of phrases that mean the same to a
reader; `ignored`, phrases that are in every question (怎么办, how do I); and `codes`, what a lone
error code is taken for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from helpcenter.content.marked import Problem, read_marked
from helpcenter.content.settings import Settings
from helpcenter.finding import Fault
from helpcenter.search.readings import simplified
from helpcenter.search.tokens import fold, units

KEYS = ("ignored", "groups", "codes")


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
    """Of the rule `wrong-synonyms`."""


def read_synonyms(settings: Settings) -> dict[str, Synonyms]:
    """Every language's synonyms; a language without a file has none. Never raises."""
    return {one.locale: _read(settings, one.locale) for one in settings.languages}


@lru_cache(maxsize=1 << 16)
def sameness(phrase: str) -> str:
    """What search compares of a phrase: equal for phrases it cannot tell apart."""
    return " ".join(unit.stem for unit in units(fold(phrase, simplified())))


def _read(settings: Settings, locale: str) -> Synonyms:
    file = f"{settings.overrides_dir}/search/synonyms/{locale}.yml"
    faults: list[Fault] = []

    def fault(line: int, why: str, value: object = "") -> None:
        faults.append(Fault("wrong-synonyms", file, line, {"why": why, "value": str(value)[:60]}))

    try:
        marked = read_marked((settings.root / file).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return Synonyms(locale, file)
    except (OSError, UnicodeDecodeError) as error:
        fault(1, "unreadable", error)
        return Synonyms(locale, file, faults=tuple(faults))
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
