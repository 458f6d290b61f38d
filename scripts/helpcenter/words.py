"""The interface's own words: one file a language, `overrides/words/<locale>.yml`.

Templates ask `words.search` and get the reader's language; a key that one language lacks is a
fault, so no page is ever half translated.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from helpcenter.finding import Fault
from helpcenter.marked import Problem, read_marked
from helpcenter.settings import Settings

NEEDED = ("lang", "dir", "date")
"""Language tag, writing direction, and how a date is written (`{year}`, `{month}`, `{day}`)."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. `words.back_home` is the entry `back_home`."""

    entries: Mapping[str, str]

    def __getattr__(self, key: str) -> str:
        try:
            return self.entries[key]
        except KeyError:
            raise AttributeError(key) from None

    def date(self, day: dt.date) -> str:
        """`day` as the language writes it; `{month_name}` comes from the entry `months`."""
        months = self.entries.get("months", "").split()
        name = months[day.month - 1] if len(months) == 12 else str(day.month)
        return self.entries["date"].format(
            year=day.year, month=day.month, day=day.day, month_name=name
        )


def read_words(settings: Settings) -> tuple[dict[str, Words], list[Fault]]:
    """The words of every language of the site. A language with a fault gets the default's."""
    faults: list[Fault] = []
    found: dict[str, dict[str, str]] = {}
    for language in settings.languages:
        file = f"{settings.overrides_dir}/words/{language.locale}.yml"
        path = settings.root / file
        try:
            marked = read_marked(path.read_text("utf-8"))
        except FileNotFoundError:
            faults.append(Fault("missing-words", file, 1, {"key": ""}))
            continue
        except (OSError, UnicodeDecodeError) as error:
            faults.append(Fault("unreadable-file", file, 1, {"why": str(error)}))
            continue
        if isinstance(marked, Problem):
            detail = {"why": f"{marked.kind} {marked.detail}"}
            faults.append(Fault("unreadable-file", file, marked.line, detail))
            continue
        entries: dict[str, str] = {}
        for key, value in (marked.data if isinstance(marked.data, dict) else {}).items():
            if not isinstance(value, str):
                faults.append(Fault("wrong-words", file, marked.line(key), {"key": key}))
            else:
                entries[key] = value.strip()
        found[language.locale] = entries
    known = {key for entries in found.values() for key in entries} | set(NEEDED)
    default = found.get(settings.default.locale, {})
    for language in settings.languages:
        entries = found.get(language.locale, {})
        file = f"{settings.overrides_dir}/words/{language.locale}.yml"
        if language.locale in found:
            for key in sorted(known - set(entries)):
                faults.append(Fault("missing-words", file, 1, {"key": key}))
        filled = {key: entries.get(key) or default.get(key) or key for key in known}
        found[language.locale] = filled
    return {locale: Words(entries) for locale, entries in found.items()}, faults
