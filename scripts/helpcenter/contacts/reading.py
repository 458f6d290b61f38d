"""Reads `overrides/contacts.yml`, and says in which line an entry is wrong.

An entry with a fault is left out: what nobody can vouch for is not a trusted contact. The faults
are explained by the rule `broken-contact`. Words that one language lacks are shown in another, the
default language's first; `missing-contact-words` says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from helpcenter.contacts.faults import EXPLAINED, Faults
from helpcenter.contacts.registry import (
    AUDIENCES,
    FILE,
    KINDS,
    SOURCE_KINDS,
    Brand,
    Contact,
    Contacts,
    Texts,
)
from helpcenter.contacts.values import (
    VALUES,
    Wrong,
    contradictions,
    day,
    host_names,
    items,
    matching,
    one_of,
    plain_text,
    time_zone,
)
from helpcenter.content.file import read_file
from helpcenter.content.marked import Marked, Problem, read_marked
from helpcenter.content.settings import Settings
from helpcenter.content.text import read_text
from helpcenter.finding import Fault

SECTIONS = ("regions", "brands", "contacts")
MOST = 1_000_000
"""Bytes of a registry; a few thousand entries."""
BRAND_KEYS = ("names", "owner", "also", "domains")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_contacts(settings: Settings) -> tuple[Contacts, list[Fault]]:
    """The registry of the project; empty if it has none. Never raises."""
    file = f"{settings.overrides_dir}/{FILE}"
    path = settings.root / file
    if not path.exists() and not path.is_symlink():
        return Contacts(file), []
    data = read_file(settings.root, file, limit=MOST)
    if isinstance(data, Fault):
        # A link is reported where the folders are walked.
        unread = Contacts(file, whole=False)
        return unread, [] if data.name == "outside-project" else [data]
    text = read_text(data, file)
    if isinstance(text, Fault):
        return Contacts(file, whole=False), [text]
    languages = sorted(settings.languages, key=lambda one: not one.default)
    return parse_contacts(text, file, tuple(one.locale for one in languages))


def parse_contacts(text: str, file: str, locales: tuple[str, ...]) -> tuple[Contacts, list[Fault]]:
    """The registry in `text`. `file` names it in the faults; `locales` are those of its readers,
    the default language first."""
    marked = read_marked(text)
    if isinstance(marked, Problem):
        detail = {"wrong": f"yaml-{marked.kind}", "value": marked.detail, "entry": "", "key": ""}
        return Contacts(file, whole=False), [Fault("broken-contact", file, marked.line, detail)]
    reader = _Reader(marked, file, locales)
    contacts = reader.contacts()
    return contacts, [*reader.faults.found, *reader.faults.untranslated()]


class _Reader:
    def __init__(self, marked: Marked, file: str, locales: tuple[str, ...]) -> None:
        self.marked = marked
        self.file = file
        self.locales = locales
        self.faults = Faults(marked, file, locales)
        self.regions: Mapping[str, Texts] = {}
        self.brands: dict[str, Brand] = {}
        self.named: Mapping[str, Mapping[str, Any]] = {}
        """What the file holds, broken entries too, by section."""

    def contacts(self) -> Contacts:
        data = self.marked.data
        if data is None:
            return Contacts(self.file)
        if not isinstance(data, dict):
            self.faults.add((), "shape")
            return Contacts(self.file, whole=False)
        self.faults.known(data, SECTIONS, ())
        self.named = sections = {name: self.faults.section(data, name) for name in SECTIONS}
        self.regions = {
            name: texts
            for name, value in sections["regions"].items()
            if (texts := self.faults.take(("regions", name), value, self.texts)) is not None
        }
        for name, value in sections["brands"].items():
            if brand := self.brand(name, value):
                self.brands[name] = brand
        found = [self.contact(name, value) for name, value in sections["contacts"].items()]
        entries = tuple(one for one in found if one is not None)
        known = {one.id for one in entries}
        left_out = tuple(name for name in sections["contacts"] if name not in known)
        brands = tuple(self.brands.values())
        return Contacts(self.file, self.regions, brands, entries, left_out)

    def texts(self, value: Any) -> Texts:
        if not isinstance(value, dict):
            raise Wrong("not-by-language")
        order = [locale for locale in self.locales if locale in value]
        if not order:
            raise Wrong(f"missing-language-{self.locales[0]}")
        order += [locale for locale in value if locale not in order]
        return {locale: plain_text(value[locale]) for locale in order}

    def brand(self, name: str, value: Any) -> Brand | None:
        key = ("brands", name)
        before = len(self.faults)
        if not isinstance(value, dict):
            self.faults.add(key, "shape", name)
            return None
        self.faults.known(value, BRAND_KEYS, key)
        if not ID.fullmatch(name):
            self.faults.add(key, "bad-id", name)
        for needed in ("names", "owner"):
            if needed not in value:
                self.faults.add(key, "missing-key", needed)
        got = {
            "names": self.faults.take((*key, "names"), value.get("names", {}), self.texts),
            "owner": self.faults.take((*key, "owner"), value.get("owner", {}), self.texts),
            "also": self.faults.take((*key, "also"), value.get("also", []), items),
            "domains": self.faults.take((*key, "domains"), value.get("domains", []), host_names),
        }
        if len(self.faults) > before:
            return None
        return Brand(id=name, line=self.marked.line(*key), **got)  # type: ignore[arg-type]

    def contact(self, name: str, value: Any) -> Contact | None:
        key = ("contacts", name)
        before = len(self.faults)
        if not isinstance(value, dict):
            self.faults.add(key, "shape", name)
            return None
        if not ID.fullmatch(name):
            self.faults.add(key, "bad-id", name)
        kind = value.get("kind")
        readers = self.readers(kind if isinstance(kind, str) else "")
        self.faults.known(value, tuple(readers), key)
        optional = {"country", "hours", "timezone", "cost", "source_url", "source_note"}
        optional |= {"source_dated", "verified_on", "verified_by", "replaces"}
        for needed in readers:
            if needed not in value and needed not in optional:
                self.faults.add(key, "missing-key", needed)
        got: dict[str, Any] = {}
        for field, read in readers.items():
            if field in value:
                got[field] = self.faults.take((*key, field), value[field], read)
        explained = None in got.values()
        if len(self.faults) == before and not explained:
            for field, wrong in contradictions(got):
                self.faults.add((*key, field), wrong, value.get(field, ""))
        if len(self.faults) > before or explained:
            return None
        if kind == "app_path":
            got["path"] = got["value"]
            got["value"] = next(iter(got["path"].values()))
        empty: dict[str, Any] = {"country": "", "source_url": "", "source_note": {}}
        empty |= {"verified_by": "", "source_dated": None, "verified_on": None}
        return Contact(id=name, line=self.marked.line(*key), **{**empty, **got})

    def readers(self, kind: str) -> Mapping[str, Callable[[Any], Any]]:
        pattern, wrong = VALUES.get(kind, (re.compile(""), ""))
        return {
            "brand": self.known_brand,
            "kind": one_of(KINDS),
            "value": self.texts if kind == "app_path" else matching(pattern, wrong),
            "country": matching(re.compile("[A-Z]{2}"), "not-a-country"),
            "region": self.known_region,
            "audience": one_of(AUDIENCES),
            "languages": items,
            "purpose": self.texts,
            "check": self.texts,
            "hours": self.texts,
            "timezone": time_zone,
            "cost": self.texts,
            "source_kind": one_of(SOURCE_KINDS),
            "source_url": matching(re.compile(r"https://[^\s<>\"]+"), "not-an-address"),
            "source_note": self.texts,
            "source_seen": day,
            "source_dated": day,
            "verified_on": day,
            "verified_by": plain_text,
            "expires_on": day,
            "replaces": items,
        }

    def known_brand(self, value: Any) -> Brand:
        if not isinstance(value, str) or value not in self.named["brands"]:
            raise Wrong("unknown-brand")
        if value not in self.brands:
            raise Wrong(EXPLAINED)
        return self.brands[value]

    def known_region(self, value: Any) -> str:
        if not isinstance(value, str) or value not in self.named["regions"]:
            raise Wrong("unknown-region")
        if value not in self.regions:
            raise Wrong(EXPLAINED)
        return value
