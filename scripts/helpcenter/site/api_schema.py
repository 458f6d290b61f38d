"""What the files of `api/v1/` look like, as JSON Schema; published as `api/v1/schema.json`."""

from __future__ import annotations

from typing import Any

from helpcenter.contacts import verified as contacts_json
from helpcenter.content.meta import KINDS, SEVERITIES
from helpcenter.site.api import VERSION

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(fields),
        "additionalProperties": False,
        "properties": fields,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_SHORT: dict[str, Any] = {
    "locale": _TEXT,
    "lang": {**_TEXT, "description": "BCP 47, of the words of this page."},
    "path": {**_TEXT, "description": "The same in every language: payments/refund."},
    "json": {**_TEXT, "description": "The whole page, relative to index.json."},
    "url": {**_TEXT, "description": "On the web; empty if the site has no address."},
    "title": _TEXT,
    "short": _TEXT,
    "description": {**_TEXT, "description": "The answer in one sentence."},
    "kind": {"enum": list(KINDS)},
    "severity": {"enum": list(SEVERITIES)},
    "reviewed": {**_TEXT, "format": "date"},
}
_PAGE = {
    "version": {"const": VERSION},
    **_SHORT,
    "keywords": _TEXTS,
    "related": {**_TEXTS, "description": "Paths of pages that help next."},
    "contacts": {**_TEXTS, "description": "Ids; only those in contacts.json may be shown."},
    "answer": _object({"html": _TEXT, "text": _TEXT}),
    "sections": _list(_object({"id": _TEXT, "title": _TEXT, "html": _TEXT})),
    "steps": _list(
        _object(
            {
                "id": {**_TEXT, "description": "The same in every language; may be empty."},
                "number": {"type": "integer", "minimum": 0},
                "platform": {**_TEXT, "description": "Of the tab it stands in, or empty."},
                "text": _TEXT,
                "html": _TEXT,
            }
        )
    ),
    "translations": {"type": "object", "additionalProperties": _TEXT},
}
_INDEX = {
    "version": {"const": VERSION},
    "generator": _TEXT,
    "made": {**_TEXT, "format": "date"},
    "languages": _list(
        _object(
            {
                "locale": _TEXT,
                "lang": _TEXT,
                "name": _TEXT,
                "site_name": _TEXT,
                "site_description": _TEXT,
                "topics": _list(
                    _object(
                        {
                            "page": {"$ref": "#/$defs/short"},
                            "questions": _list({"$ref": "#/$defs/short"}),
                        }
                    )
                ),
            }
        )
    ),
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Help center, version 1",
    "oneOf": [{"$ref": f"#/$defs/{name}"} for name in ("index", "page", "contacts")],
    "$defs": {
        "short": _object(_SHORT),
        "index": _object(_INDEX),
        "page": _object(_PAGE),
        "contacts": {key: one for key, one in contacts_json.SCHEMA.items() if key != "$schema"},
    },
}
