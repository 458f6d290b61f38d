"""The verified contacts for apps: what `api/v1/contacts.json` holds.

Only contacts that a page would show in full are in it, so an app can never show more than the site.
`SCHEMA` describes it, as JSON Schema.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from helpcenter.contacts.registry import AUDIENCES, KINDS, Contact, Contacts, State
from helpcenter.content.center import Center

VERSION = 1

_TEXTS = {"type": "object", "additionalProperties": {"type": "string"}}
_DATE = {"type": "string", "format": "date"}
_FIELDS: dict[str, Any] = {
    "id": {"type": "string", "description": "Stays the same when the value changes."},
    "brand": {
        "type": "object",
        "required": ["id", "name", "owner"],
        "additionalProperties": False,
        "properties": {"id": {"type": "string"}, "name": _TEXTS, "owner": _TEXTS},
    },
    "kind": {"enum": list(KINDS)},
    "value": {
        "type": "string",
        "description": "E.164 or short number, https address, e-mail address, platform:name.",
    },
    "shown": {"type": "string", "description": "The value as people read it."},
    "link": {"type": "string", "description": "Where a tap leads; empty for none."},
    "path": _TEXTS,
    "country": {"type": "string", "description": "Of a number: where it is dialled, ISO 3166-1."},
    "region": {
        "type": "object",
        "required": ["id", "name"],
        "additionalProperties": False,
        "properties": {"id": {"type": "string"}, "name": _TEXTS},
    },
    "audience": {"enum": list(AUDIENCES)},
    "languages": {"type": "array", "items": {"type": "string"}},
    "purpose": _TEXTS,
    "check": _TEXTS,
    "hours": _TEXTS,
    "timezone": {"type": "string", "description": "Of the hours, IANA."},
    "cost": _TEXTS,
    "source": {"type": "string", "format": "uri", "description": "The owner's page that was read."},
    "verified_on": _DATE,
    "expires_on": {**_DATE, "description": "The last day it may be shown without a new look."},
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Verified contacts",
    "type": "object",
    "required": ["version", "as_of", "contacts"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": VERSION},
        "as_of": {**_DATE, "description": "The day that trust was judged by."},
        "contacts": {
            "type": "array",
            "description": "Empty if none is verified on that day; show nothing else.",
            "items": {
                "type": "object",
                "required": list(_FIELDS),
                "additionalProperties": False,
                "properties": _FIELDS,
            },
        },
    },
}


def contacts_json(center: Center, contacts: Contacts, today: dt.date) -> dict[str, Any]:
    """The contacts that may be shown in full on the day `today`, as plain data."""
    locales = [language.locale for language in center.settings.languages]
    verified = [one for one in contacts.entries if one.state(today) is State.VERIFIED]
    return {
        "version": VERSION,
        "as_of": today.isoformat(),
        "contacts": [_entry(one, contacts, locales) for one in verified],
    }


def _entry(one: Contact, contacts: Contacts, locales: list[str]) -> dict[str, Any]:
    def texts(words: Any) -> dict[str, str]:
        return {locale: words[locale] for locale in locales if locale in words}

    assert one.verified_on is not None
    return {
        "id": one.id,
        "brand": {
            "id": one.brand.id,
            "name": texts(one.brand.names),
            "owner": texts(one.brand.owner),
        },
        "kind": one.kind,
        "value": one.value,
        "shown": one.shown,
        "link": one.target,
        "path": texts(one.path),
        "country": one.country,
        "region": {"id": one.region, "name": texts(contacts.regions[one.region])},
        "audience": one.audience,
        "languages": list(one.languages),
        "purpose": texts(one.purpose),
        "check": texts(one.check),
        "hours": texts(one.hours),
        "timezone": one.timezone,
        "cost": texts(one.cost),
        "source": one.source_url,
        "verified_on": one.verified_on.isoformat(),
        "expires_on": one.expires_on.isoformat(),
    }
