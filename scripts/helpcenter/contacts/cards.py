"""Contacts as a reader of one language gets them.

The value of a contact that is not verified is not handed to the templates at all: a number on a
page is a number that frightened people dial, whatever stands beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from helpcenter.contacts.registry import PUBLIC, Contact, Contacts, State, Texts
from helpcenter.content.words import Said, Words


@dataclass(frozen=True, slots=True)
class ContactCard:
    """One contact, in the reader's words."""

    id: str
    kind: str
    brand: str
    purpose: str
    verified: bool
    status: str
    """The same in words; public bodies have no app to check in."""
    value: str
    """As it is read; empty unless verified."""
    url: str
    """Where a tap leads; empty unless verified, and for what cannot be tapped."""
    check: str
    """How to find it in the app; what to do first unless verified."""
    audience: str
    """Words for whom it is; empty for everybody."""
    hours: str
    cost: str
    region: str
    """Key of the region, for the filter."""
    region_name: str
    expired: bool
    proof: str
    """Where it comes from, and since when, in a sentence."""
    note: str
    """More about the source."""
    source_url: str
    """The owner's page that was read; empty unless verified."""
    source_name: str
    expires_on: dt.date


@dataclass(frozen=True, slots=True)
class ContactGroup:
    """The contacts of one brand."""

    id: str
    brand: str
    owner: str
    cards: tuple[ContactCard, ...]


def card(
    one: Contact, contacts: Contacts, words: Words, locale: str, today: dt.date
) -> ContactCard:
    """`one` for a reader of `locale` on the day `today`."""
    verified = one.state(today) is State.VERIFIED
    value = _said(one.path, locale) if one.kind == "app_path" else one.shown
    source = one.source_url.removeprefix("https://").partition("/")[0]
    audience = "" if one.audience == PUBLIC else words.entries.get(f"contacts_{one.audience}", "")
    return ContactCard(
        id=one.id,
        kind=one.kind,
        brand=_said(one.brand.names, locale),
        purpose=_said(one.purpose, locale),
        verified=verified,
        status=words.entries.get(_status(one, verified), ""),
        value=value if verified else "",
        url=one.target if verified else "",
        check=_said(one.check, locale),
        audience=audience,
        hours=_said(one.hours, locale) if verified else "",
        cost=_said(one.cost, locale) if verified else "",
        region=one.region,
        region_name=_said(contacts.regions[one.region], locale),
        expired=one.expired(today),
        proof=_proof(one, words, today, source),
        note=_said(one.source_note, locale),
        source_url=one.source_url if verified else "",
        source_name=source,
        expires_on=one.expires_on,
    )


def cards(
    ids: Iterable[str], contacts: Contacts, words: Words, locale: str, today: dt.date
) -> Iterator[ContactCard]:
    """The cards of the contacts named, as far as they may be shown."""
    for id in ids:
        one = contacts.by_id.get(id)
        if one and one.state(today) is not State.HIDDEN:
            yield card(one, contacts, words, locale, today)


def groups(contacts: Contacts, words: Words, locale: str, today: dt.date) -> Iterator[ContactGroup]:
    """Every contact that may be shown, by brand, in the order of the registry."""
    for brand in contacts.brands:
        ids = [one.id for one in contacts.entries if one.brand is brand]
        found = tuple(cards(ids, contacts, words, locale, today))
        if found:
            owner = _said(brand.owner, locale)
            yield ContactGroup(brand.id, _said(brand.names, locale), owner, found)


def regions(found: Iterable[ContactCard]) -> tuple[tuple[str, str], ...]:
    """The regions of some cards, key and name, in the order they come."""
    return tuple({one.region: one.region_name for one in found}.items())


def _proof(one: Contact, words: Words, today: dt.date, source: str) -> str:
    say = words.entries.get
    if one.verified_on and one.state(today) is State.VERIFIED:
        text = say("contacts_verified", "{date} {source}")
        return text.format(date=words.date(one.verified_on), source=source)
    if one.verified_on and one.expired(today):
        return say("contacts_expired", "{date}").format(date=words.date(one.verified_on))
    key = "contacts_owner_undated" if one.source_kind == "owner" else "contacts_second_hand"
    return say(key, "{date}").format(date=words.date(one.source_seen), source=source)


def _status(one: Contact, verified: bool) -> str:
    if verified:
        return "contacts_checked"
    return "contacts_check_public" if one.audience == PUBLIC else "contacts_check"


def _said(texts: Texts, locale: str) -> Said:
    if locale in texts:
        return Said(texts[locale])
    other = next(iter(texts), "")
    return Said(texts.get(other, ""), other)
