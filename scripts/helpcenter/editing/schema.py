"""The front matter as a JSON Schema for programs, and as snippets for Visual Studio Code.

The usual extensions for YAML do not look into Markdown files, so the snippets are what an editor
meets while typing; `helpcenter lint` is what checks.
`meta.py` is what decides; a test compares the two key by key and at every limit.
"""

from __future__ import annotations

import ast
import inspect
import json
from typing import Any

from helpcenter.content import meta

FILE = ".vscode/front-matter.schema.json"
SNIPPETS = ".vscode/articles.code-snippets"
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


def snippets_text() -> str:
    """The snippets as a file: the whole front matter, and every key with what it can be."""
    keys = [*meta.REQUIRED, "keywords", "related"]
    rows = [f"{key}: {_hole(key, number)}" for number, key in enumerate(keys, 1)]
    found = {
        "front matter · 开头的信息": {
            "prefix": ["front", "---"],
            "body": ["---", *rows, "---", "", "$0"],
            "description": "How an article begins · 文章怎样开头",
        }
    }
    said = _docstrings()
    for key in meta.KEYS:
        if key != "translated_from":
            body = [f"{key}: {_hole(key, 1)}"]
            found[key] = {"prefix": [key], "body": body, "description": said[key]}
    scoped = {name: {"scope": "markdown", **one} for name, one in found.items()}
    return json.dumps(scoped, ensure_ascii=False, indent=2) + "\n"


def _hole(key: str, number: int) -> str:
    """What a snippet offers for a key."""
    choices = {"kind": meta.KINDS, "severity": meta.SEVERITIES}.get(key)
    if choices:
        return f"${{{number}|{','.join(choices)}|}}"
    if key == "reviewed":
        return "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
    return f"[${number}]" if key in LISTS else f"${number}"


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
