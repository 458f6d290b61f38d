"""What rules say of themselves in other languages than that of their docstrings: `rules/zh.md`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from helpcenter.checking.rule import Rule

LABELS = {"zh": {"Wrong:": "错误：", "Right:": "正确："}}


def told(rule: Rule, language: str) -> tuple[str, str]:
    """The fault in one sentence, and the rest: why it hurts, wrong and right examples."""
    first, _, rest = rule.doc.partition("\n\n")
    own = _sections(language).get(rule.name)
    if own is None:
        return first, rest.strip()
    _, wrong, examples = rest.partition("Wrong:")
    shown = f"{wrong}{examples}"
    for label, word in LABELS[language].items():
        shown = shown.replace(f"{label} ", word).replace(label, word)
    fault, why = own
    return fault, f"{why}\n\n{shown}".strip()


@cache
def _sections(language: str) -> dict[str, tuple[str, str]]:
    """Fault and reason of every rule in one language; nothing for that of the docstrings."""
    if language not in LABELS:
        return {}
    text = (files("helpcenter.rules") / f"{language}.md").read_text("utf-8")
    pieces = re.split(r"^## ([\w-]+)\n", text, flags=re.MULTILINE)[1:]
    found = {}
    for name, body in zip(pieces[::2], pieces[1::2], strict=True):
        fault, _, why = body.strip().partition("\n\n")
        found[name] = (fault, why)
    return found
