"""Reads `overrides/contacts.yml`, and says in which line an entry is wrong.

An entry with a fault is left out: what nobody can vouch for is not a trusted contact. The faults
are explained by the rule `broken-contact`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

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
from helpcenter.finding import Fault, nearest

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
        return Contacts(file), [] if data.name == "outside-project" else [data]
    text = read_text(data, file)
    if isinstance(text, Fault):
        return Contacts(file), [text]
    return parse_contacts(text, file, tuple(one.locale for one in settings.languages))


def parse_contacts(text: str, file: str, locales: tuple[str, ...]) -> tuple[Contacts, list[Fault]]:
    """The registry in `text`. `file` names it in the faults; texts are needed in all `locales`."""
    marked = read_marked(text)
    if isinstance(marked, Problem):
        detail = {"wrong": f"yaml-{marked.kind}", "value": marked.detail, "entry": "", "key": ""}
        return Contacts(file), [Fault("broken-contact", file, marked.line, detail)]
    reader = _Reader(marked, file, locales)
    return reader.contacts(), reader.faults


class _Reader:
    def __init__(self, marked: Marked, file: str, locales: tuple[str, ...]) -> None:
        self.marked = marked
        self.file = file
        self.locales = locales
        self.faults: list[Fault] = []
        self.regions: Mapping[str, Texts] = {}
        self.brands: dict[str, Brand] = {}

    def contacts(self) -> Contacts:
        data = self.marked.data
        if data is None:
            return Contacts(self.file)
        if not isinstance(data, dict):
            self.fault((), "shape")
            return Contacts(self.file)
        self.known(data, SECTIONS, ())
        sections = {name: self.section(data, name) for name in SECTIONS}
        self.regions = {
            name: texts
            for name, value in sections["regions"].items()
            if (texts := self.take(("regions", name), value, self.texts)) is not None
        }
        for name, value in sections["brands"].items():
            if brand := self.brand(name, value):
                self.brands[name] = brand
        found = [self.contact(name, value) for name, value in sections["contacts"].items()]
        entries = tuple(one for one in found if one is not None)
        return Contacts(self.file, self.regions, tuple(self.brands.values()), entries)

    # Faults

    def fault(self, key: tuple[str | int, ...], wrong: str, value: Any = "", **more: str) -> None:
        names = [str(part) for part in key if isinstance(part, str)]
        detail = {
            "wrong": wrong,
            "value": str(value)[:60],
            "entry": names[1] if len(names) > 1 else "",
            "key": ".".join(names[2:]) if len(names) > 2 else (names[0] if names else ""),
            **more,
        }
        self.faults.append(Fault("broken-contact", self.file, self.marked.line(*key), detail))

    def known(self, data: Mapping[str, Any], keys: tuple[str, ...], key: tuple[str, ...]) -> None:
        for name in data:
            if name not in keys:
                self.fault((*key, name), "unknown-key", name, near=nearest(name, keys) or "")

    def take(
        self, key: tuple[str | int, ...], value: Any, read: Callable[[Any], Any]
    ) -> Any | None:
        try:
            return read(value)
        except Wrong as error:
            self.fault(key, str(error), value)
            return None

    def section(self, data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        value = data.get(name) or {}
        if isinstance(value, dict):
            return value
        self.fault((name,), "shape", name)
        return {}

    # Values

    def texts(self, value: Any) -> Texts:
        if not isinstance(value, dict):
            raise Wrong("not-by-language")
        for locale in self.locales:
            if locale not in value:
                raise Wrong(f"missing-language-{locale}")
        return {locale: plain_text(words) for locale, words in value.items()}

    def brand(self, name: str, value: Any) -> Brand | None:
        key = ("brands", name)
        before = len(self.faults)
        if not isinstance(value, dict):
            self.fault(key, "shape", name)
            return None
        self.known(value, BRAND_KEYS, key)
        if not ID.fullmatch(name):
            self.fault(key, "bad-id", name)
        for needed in ("names", "owner"):
            if needed not in value:
                self.fault(key, "missing-key", needed)
        got = {
            "names": self.take((*key, "names"), value.get("names", {}), self.texts),
            "owner": self.take((*key, "owner"), value.get("owner", {}), self.texts),
            "also": self.take((*key, "also"), value.get("also", []), items),
            "domains": self.take((*key, "domains"), value.get("domains", []), host_names),
        }
        if len(self.faults) > before:
            return None
        return Brand(id=name, line=self.marked.line(*key), **got)  # type: ignore[arg-type]

    def contact(self, name: str, value: Any) -> Contact | None:
        key = ("contacts", name)
        before = len(self.faults)
        if not isinstance(value, dict):
            self.fault(key, "shape", name)
            return None
        if not ID.fullmatch(name):
            self.fault(key, "bad-id", name)
        kind = value.get("kind")
        readers = self.readers(kind if isinstance(kind, str) else "")
        self.known(value, tuple(readers), key)
        optional = {"country", "hours", "timezone", "cost", "source_url", "source_note"}
        optional |= {"source_dated", "verified_on", "verified_by", "replaces"}
        for needed in readers:
            if needed not in value and needed not in optional:
                self.fault(key, "missing-key", needed)
        got: dict[str, Any] = {}
        for field, read in readers.items():
            if field in value:
                got[field] = self.take((*key, field), value[field], read)
        if len(self.faults) == before:
            for field, wrong in contradictions(got):
                self.fault((*key, field), wrong, value.get(field, ""))
        if len(self.faults) > before:
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
        if value not in self.brands:
            raise Wrong("unknown-brand")
        return self.brands[value]

    def known_region(self, value: Any) -> str:
        if value not in self.regions:
            raise Wrong("unknown-region")
        return str(value)
