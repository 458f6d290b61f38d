"""The part of the editors' guide that comes from the rules themselves: wrong and right, by rule.

CONTRIBUTING.md holds it between two marks; `helpcenter guide` writes it anew and a test compares.
"""

from __future__ import annotations

from helpcenter.rules import RULES

BEGIN = "<!-- rules: written by `helpcenter guide` -->"
END = "<!-- end of rules -->"
FILE = "CONTRIBUTING.md"


def rules_text() -> str:
    """Every rule with its docstring, in the order editors should meet them."""
    parts = []
    for rule in RULES:
        first, _, rest = rule.doc.partition("\n\n")
        parts.append(f"#### `{rule.name}` ({rule.level.value})\n\n{first}\n\n{rest.strip()}\n")
    return "\n".join(parts)


def with_rules(text: str) -> str | None:
    """The guide with today's rules between the marks; nothing if the marks are not there."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        return None
    return f"{before}{BEGIN}\n\n{rules_text()}\n{END}{after}"
