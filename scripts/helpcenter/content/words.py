"""The interface's own words: one file a language, `overrides/words/<locale>.yml`.

Templates ask `words.search` and get the reader's language; a key that one language lacks is a
fault, so no page is ever half translated.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from helpcenter.content.marked import Problem
from helpcenter.content.settings import Settings
from helpcenter.content.text import read_data
from helpcenter.content.tongues import told_apart
from helpcenter.finding import Fault

NEEDED = ("lang", "dir", "date")
"""Language tag, writing direction, and how a date is written (`{year}`, `{month}`, `{day}`)."""

DATE = re.compile(r"(?:[^{}]|\{(?:year|month|day)(?::02)?\}|\{month_name\})*")


class MissingWord(Exception):
    """A template asks for a word that no language has."""


class Said(str):
    """Words that are there in another language only."""

    lang: str
    """Locale of that language; empty for the reader's own."""

    def __new__(cls, text: str, lang: str = "") -> Said:
        """`text`, which is in the language `lang`."""
        said = super().__new__(cls, text)
        said.lang = lang
        return said


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. `words.back_home` is the entry `back_home`."""

    entries: Mapping[str, str]

    def __getattr__(self, key: str) -> str:
        try:
            return self.entries[key]
        except KeyError:
            raise AttributeError(key) from None

    def __getitem__(self, key: str) -> str:
        """The entry `key`. Raises MissingWord: templates ask for it where there is no attribute."""
        try:
            return self.entries[key]
        except KeyError:
            raise MissingWord(
                f"There is no word “{key}”. Add `{key}: …` to every file in words/. "
                f"没有“{key}”这个用语，在 words/ 的每个文件里加上 `{key}: …`。"
            ) from None

    def date(self, day: dt.date) -> str:
        """`day` as the language writes it; `{month_name}` comes from the entry `months`."""
        months = self.entries.get("months", "").split()
        name = months[day.month - 1] if len(months) == 12 else str(day.month)
        return self.entries["date"].format(
            year=day.year, month=day.month, day=day.day, month_name=name
        )

    def spoken(self, text: str) -> str:
        """`text` as HTML, words in another language or script marked with their language."""
        if lang := getattr(text, "lang", ""):
            return f'<span lang="{html.escape(lang)}">{html.escape(text, quote=False)}</span>'
        return told_apart(html.escape(text, quote=False), self.entries.get("lang", ""))


def read_words(settings: Settings) -> tuple[dict[str, Words], list[Fault]]:
    """The words of every language of the site. A language with a fault gets the default's."""
    faults: list[Fault] = []
    if not settings.usable:
        return {one.locale: Words({}) for one in settings.languages}, faults
    found: dict[str, dict[str, str]] = {}
    for language in settings.languages:
        file = f"{settings.overrides_dir}/words/{language.locale}.yml"
        path = settings.root / file
        if not path.exists() and not path.is_symlink():
            faults.append(Fault("missing-words", file, 1, {"key": ""}))
            continue
        entries = _read(settings, file, faults)
        if entries is not None:
            found[language.locale] = entries
    known = {key for entries in found.values() for key in entries} | set(NEEDED)
    default = found.get(settings.default.locale, {})
    complete: dict[str, Words] = {}
    for language in settings.languages:
        entries = found.get(language.locale, {})
        file = f"{settings.overrides_dir}/words/{language.locale}.yml"
        if language.locale in found:
            for key in sorted(known - set(entries)):
                faults.append(Fault("missing-words", file, 1, {"key": key}))
        filled = {key: entries.get(key) or default.get(key) or key for key in sorted(known)}
        complete[language.locale] = Words(filled)
    return complete, faults


def _read(settings: Settings, file: str, faults: list[Fault]) -> dict[str, str] | None:
    marked = read_data(settings.root, file)
    if isinstance(marked, Fault):
        # A link is reported where the folders are walked.
        faults += [] if marked.name == "outside-project" else [marked]
        return None
    if isinstance(marked, Problem):
        detail = {"kind": "yaml", "key": marked.kind, "value": marked.detail}
        faults.append(Fault("wrong-words", file, marked.line, detail))
        return None
    if not isinstance(marked.data, dict):
        faults.append(Fault("wrong-words", file, 1, {"kind": "shape", "key": "", "value": ""}))
        return None
    entries: dict[str, str] = {}
    for key, value in marked.data.items():
        wrong = _wrong(key, value)
        if wrong:
            detail = {"kind": wrong, "key": key, "value": str(value)[:60]}
            faults.append(Fault("wrong-words", file, marked.line(key), detail))
        # A key with a wrong value is not missing as well.
        entries[key] = value.strip() if isinstance(value, str) and not wrong else ""
    return entries


def _wrong(key: str, value: object) -> str:
    """What is wrong with an entry: `not-text`, `empty`, `dir`, `months`, `date`; or nothing."""
    if not isinstance(value, str | None):
        return "not-text"
    if not value or not value.strip():
        return "empty"
    if key == "dir" and value not in ("ltr", "rtl"):
        return "dir"
    if key == "months" and len(value.split()) != 12:
        return "months"
    if key == "date" and not DATE.fullmatch(value):
        return "date"
    return ""
