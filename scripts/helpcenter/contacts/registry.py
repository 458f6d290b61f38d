"""The trusted contacts: every number, address and name that this site may show, and how far.

Written once, in `overrides/contacts.yml`; pages name ids. What may be shown depends on where an
entry comes from and on the day: `state` is the only judge of that.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from helpcenter.choice import Choice
from helpcenter.contacts.calling_codes import CALLING_CODES

FILE = "contacts.yml"
"""Below the folder of templates and words."""
KINDS = ("phone", "url", "email", "social", "app_path")
AUDIENCES = ("consumer", "merchant", "public")
SOURCE_KINDS = ("owner", "second-hand", "unverified")
PUBLIC = "public"
"""Audience of contacts that belong to no wallet: police, consumer bodies."""

Texts = Mapping[str, str]
"""The same words for the readers of each language, by locale."""


class State(Choice):
    """How far a contact may be shown."""

    VERIFIED = "verified"
    """In full: the owner's own page was read, not too long ago."""
    CHECK = "check"
    """Without its value: the reader is told where to look."""
    HIDDEN = "hidden"
    """Not at all."""


@dataclass(frozen=True, slots=True, eq=False)
class Brand:
    """A wallet, a bank, a public body: whose contacts they are."""

    id: str
    names: Texts
    owner: Texts
    also: tuple[str, ...]
    """Other names that readers and editors use."""
    domains: tuple[str, ...]
    """Its own hosts; their subdomains are its own too."""
    line: int

    def owns(self, host: str) -> bool:
        """Whether `host` is one of the brand's own."""
        return any(host == own or host.endswith(f".{own}") for own in self.domains)


@dataclass(frozen=True, slots=True)
class Contact:
    """One entry of the registry."""

    id: str
    line: int
    brand: Brand
    kind: str
    value: str
    """E.164 or short number, https address, e-mail address, `platform:name`; of a path in an
    app, its words in the site's default language."""
    country: str
    """Of a number: where it is dialled, `CN`."""
    region: str
    """For readers where; a key of the registry's `regions`."""
    audience: str
    languages: tuple[str, ...]
    """Spoken there, as language tags."""
    purpose: Texts
    check: Texts
    """How a reader finds it without us."""
    source_kind: str
    source_url: str
    source_note: Texts
    source_seen: dt.date
    """When somebody last saw what the source says."""
    source_dated: dt.date | None
    """The day the source itself bears, if any."""
    verified_on: dt.date | None
    """When a person read the owner's own page; only with source kind `owner`."""
    verified_by: str
    expires_on: dt.date
    """The last day that the above holds."""
    path: Texts = field(default_factory=dict)
    """Of a path in an app: its words."""
    hours: Texts = field(default_factory=dict)
    timezone: str = ""
    cost: Texts = field(default_factory=dict)
    replaces: tuple[str, ...] = ()
    """Values that were shown before and are wrong now."""

    def expired(self, today: dt.date) -> bool:
        """Whether its last day has passed."""
        return today > self.expires_on

    def state(self, today: dt.date) -> State:
        """How far it may be shown on the day `today`."""
        if self.source_kind == "unverified":
            return State.HIDDEN
        if self.source_kind != "owner" or self.verified_on is None or self.expired(today):
            return State.CHECK
        return State.VERIFIED if self.verified_on <= today else State.CHECK

    @property
    def national(self) -> str:
        """Of a number: as it is dialled inside its country."""
        code = CALLING_CODES.get(self.country, "")
        if not self.value.startswith("+"):
            return self.value
        return self.value[1:].removeprefix(code) if code else self.value[1:]

    @property
    def shown(self) -> str:
        """The value as readers see it: `400-666-8800`, `www.example.com/help`."""
        if self.kind == "phone":
            return _grouped(self.national, self.country)
        if self.kind == "url":
            return self.value.removeprefix("https://").rstrip("/")
        return self.value.partition(":")[2] if self.kind == "social" else self.value

    @property
    def target(self) -> str:
        """Where a tap leads; empty if nowhere."""
        heads = {"phone": "tel:", "email": "mailto:", "url": ""}
        return heads[self.kind] + self.value if self.kind in heads else ""

    @property
    def host(self) -> str:
        """Of an address: its host."""
        return (urlsplit(self.value).hostname or "") if self.kind == "url" else ""


def _grouped(digits: str, country: str) -> str:
    """A national number in groups, as it is written in its country."""
    if country in ("US", "CA") and len(digits) == 10:
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    if country == "CN" and re.fullmatch(r"[48]00\d{7}", digits):
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return digits


@dataclass(frozen=True)
class Contacts:
    """The whole registry."""

    file: str = ""
    """Relative to the project's root, with `/`."""
    regions: Mapping[str, Texts] = field(default_factory=dict)
    brands: tuple[Brand, ...] = ()
    entries: tuple[Contact, ...] = ()
    left_out: tuple[str, ...] = ()
    """Ids of entries with a fault."""
    whole: bool = True
    """Whether the file could be read at all."""

    @cached_property
    def by_id(self) -> Mapping[str, Contact]:
        """Every entry by its id."""
        return {one.id: one for one in self.entries}

    def states(self, today: dt.date) -> tuple[State, ...]:
        """How far each may be shown on the day `today`: all that texts are judged by of a day."""
        return tuple(one.state(today) for one in self.entries)

    @cached_property
    def _phones(self) -> Mapping[str, tuple[Contact, ...]]:
        phones = (one for one in self.entries if one.kind == "phone")
        return _by((form, one) for one in phones for form in _forms(one))

    def phones(self, digits: str) -> tuple[Contact, ...]:
        """The entries that `digits` dials, in any way of writing a number."""
        digits = digits.lstrip("+")
        found = self._phones.get(digits) or self._phones.get(digits.removeprefix("00"))
        return found or ()

    @cached_property
    def hosts(self) -> Mapping[str, tuple[Contact, ...]]:
        """The entries of each host; `www.` makes no difference."""
        bare = ((one.host.removeprefix("www."), one) for one in self.entries if one.kind == "url")
        return _by((host, one) for name, one in bare for host in (name, f"www.{name}"))

    @cached_property
    def sources(self) -> Mapping[str, tuple[Contact, ...]]:
        """The entries that were read at each host."""
        hosts = ((urlsplit(one.source_url).hostname, one) for one in self.entries)
        return _by((host, one) for host, one in hosts if host)

    @cached_property
    def emails(self) -> Mapping[str, tuple[Contact, ...]]:
        """The entries of each e-mail address, in lower case."""
        return _by((one.value.lower(), one) for one in self.entries if one.kind == "email")

    @cached_property
    def handles(self) -> Mapping[str, tuple[Contact, ...]]:
        """The entries of each name in a social network, in lower case, without the network."""
        social = (one for one in self.entries if one.kind == "social")
        return _by((one.value.lower().partition(":")[2], one) for one in social)


def _by(pairs: Iterable[tuple[str, Contact]]) -> Mapping[str, tuple[Contact, ...]]:
    found: dict[str, list[Contact]] = {}
    for name, one in pairs:
        found.setdefault(name, []).append(one)
    return {name: tuple(ones) for name, ones in found.items()}


def _forms(contact: Contact) -> set[str]:
    """Every way to dial a number, digits only."""
    if not contact.value.startswith("+"):
        return {contact.value}
    whole, national = contact.value[1:], contact.national
    return {whole, national, f"0{national}", whole[: len(whole) - len(national)] + f"0{national}"}
