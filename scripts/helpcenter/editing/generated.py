"""What is generated for editors from the code: rules in the guide, schema and snippets."""

from __future__ import annotations

from pathlib import Path

from helpcenter.checking import style_guide
from helpcenter.editing import schema
from helpcenter.editing.changes import Changes


def plan(changes: Changes) -> bool:
    """Put the generated parts into `changes`; False if the guide has no place for the rules.

    Raises ChangeFailed.
    """
    guide = (changes.read(style_guide.FILE) or b"").decode("utf-8", "replace")
    text = style_guide.with_rules(guide)
    if text is None:
        return False
    changes.write(style_guide.FILE, text.encode("utf-8"))
    for file, content in (
        (schema.FILE, schema.schema_text()),
        (schema.SNIPPETS, schema.snippets_text()),
    ):
        changes.read(file)
        changes.write(file, content.encode("utf-8"))
    return True


def behind(root: Path) -> tuple[str, ...] | None:
    """The files that are not what the code would write; None if the project keeps no such guide.

    Raises ChangeFailed.
    """
    changes = Changes(root)
    return tuple(changes.files) if plan(changes) else None
