"""The front matter as a JSON Schema, for editors that check while one types.

`meta.py` is what decides; a test compares the two key by key and at every limit.
"""

from __future__ import annotations

import ast
import inspect
import json
from typing import Any

from helpcenter.content import meta

FILE = ".vscode/front-matter.schema.json"
TEXT = r'^[^<>"\x00-\x1f]+$'
LIMITS = {"title": 90, "short": 40, "description": 200}
LISTS = {
    "keywords": (60, None),
    "related": (120, meta.PAGE_PATH.pattern),
    "contacts": (60, None),
    "urgent": (120, meta.PAGE_PATH.pattern),
    "wanted": (120, meta.PAGE_PATH.pattern),
    "sources": (80, meta.SOURCE.pattern),
}


def schema() -> dict[str, Any]:
    """The schema, its keys in the order editors write them."""
    said = _docstrings()
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Front matter of an article",
        "type": "object",
        "additionalProperties": False,
        "required": list(meta.REQUIRED),
        "properties": {key: {"description": said[key], **_value(key)} for key in meta.KEYS},
    }


def schema_text() -> str:
    """The schema as a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _value(key: str) -> dict[str, Any]:
    if key in LIMITS:
        return {"type": "string", "minLength": 1, "maxLength": LIMITS[key], "pattern": TEXT}
    if key in LISTS:
        limit, pattern = LISTS[key]
        item = {"type": "string", "minLength": 1, "maxLength": limit}
        item["pattern"] = f"^({pattern})$" if pattern else TEXT
        return {"type": "array", "uniqueItems": True, "items": item}
    if key == "kind":
        return {"enum": list(meta.KINDS)}
    if key == "severity":
        return {"enum": list(meta.SEVERITIES)}
    if key == "reviewed":
        return {"type": "string", "format": "date"}
    return {"type": "string", "pattern": f"^({meta.STAMP.pattern})$"}


def _docstrings() -> dict[str, str]:
    """The sentence beneath every field of `Meta`."""
    tree = ast.parse(inspect.getsource(meta.Meta)).body[0]
    assert isinstance(tree, ast.ClassDef)
    found = {}
    for field, text in zip(tree.body, tree.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            found[field.target.id] = str(text.value.value).replace("`", "")
    return found
