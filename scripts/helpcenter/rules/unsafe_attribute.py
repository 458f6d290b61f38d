"""An article sets an attribute or a class in braces.

An attribute can run a script or lay a false button over the page; a class can hide a warning.
Articles set ids, and the boxes are `note`, `warning` and `danger`.

Wrong: `[the merchant](index.md){ onclick="alert(1)" }`, `!!! hidden "Warning"`

Right: `## Steps {#steps}`, `!!! warning "Never share codes"`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.attributes import CLASSES
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, nearest, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Attributes such as `{onclick=…}`, and classes nobody knows."""
    for fault in center.faults_of("unsafe-attribute"):
        name, value = fault.detail["name"], fault.detail["value"]
        if name == "class":
            near = nearest(value, sorted(CLASSES))
            en, zh = "Delete it; boxes are `!!! note`, `!!! warning` or `!!! danger`.", ""
            zh = "删掉它；提示框只有 `!!! note`、`!!! warning`、`!!! danger`。"
            if near:
                en, zh = f"Did you mean `!!! {near}`?", f"是不是 `!!! {near}`？"
            yield Note(
                fault.path,
                fault.line,
                en=f"{quote(value)} is a class that articles may not set. {en}",
                zh=f"{quote(value)}这个类文章里不能用。{zh}",
            )
        else:
            piece = quote(f"{name}={value}")
            yield Note(
                fault.path,
                fault.line,
                en=f"{piece} in braces is an HTML attribute, which articles may not set. "
                "Delete it; only `{#id}` is needed.",
                zh=f"花括号里的{piece}是 HTML 属性，文章里不能用。删掉它；花括号里只写 `{{#id}}`。",
            )
