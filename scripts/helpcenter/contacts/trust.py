"""What one site trusts on one day: its registry, and its own addresses."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from helpcenter.contacts.registry import Brand, Contact, Contacts, State


@dataclass(frozen=True, slots=True)
class Trust:
    """Everything that text and links are judged by."""

    contacts: Contacts
    today: dt.date
    own: tuple[str, ...] = ()
    """Hosts of the site itself."""
    editing: str = ""
    """How the addresses begin where pages are edited."""

    def shown(self, contacts: Iterable[Contact]) -> tuple[Contact, ...]:
        """Those of `contacts` that may be shown at all."""
        return tuple(one for one in contacts if one.state(self.today) is not State.HIDDEN)

    def verified(self, contacts: Iterable[Contact]) -> bool:
        """Whether one of `contacts` may be shown in full."""
        return any(one.state(self.today) is State.VERIFIED for one in contacts)

    def phones(self, digits: str) -> tuple[Contact, ...]:
        """The contacts that `digits` dials and that may be shown."""
        return self.shown(self.contacts.phones(digits))

    def hosts(self, host: str) -> tuple[Contact, ...]:
        """The contacts at `host` that may be shown."""
        return self.shown(self.contacts.hosts.get(host, ()))

    def knows(self, host: str) -> bool:
        """Whether links may lead to `host`: a contact, or the page that a verified one is from."""
        if host in self.own or self.hosts(host):
            return True
        return self.verified(self.contacts.sources.get(host, ()))

    @property
    def brands(self) -> tuple[Brand, ...]:
        """Every brand of the registry."""
        return self.contacts.brands


def trust_of(contacts: Contacts, today: dt.date, site_url: str, edit_url: str) -> Trust:
    """What a site at `site_url`, whose pages are edited at `edit_url`, trusts on the day `today`.

    `edit_url` holds `{path}` where the file's name goes.
    """
    own = urlsplit(site_url).hostname
    return Trust(contacts, today, (own,) if own else (), edit_url.partition("{path}")[0])


def this_day() -> dt.date:
    """Today, or the day that a reproducible build asks for (`SOURCE_DATE_EPOCH`)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return dt.date.today()
