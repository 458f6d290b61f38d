"""What a project wants of the rules: `[tool.helpcenter]` in its `pyproject.toml`.

    [tool.helpcenter]
    ignore = ["single-step"]
    baseline = "old-debts.json"

    [tool.helpcenter.rules.missing-alt]
    level = "warning"

A rule may have settings of its own, `SETTINGS` in its module. A key that nobody knows is refused: a
misspelt one would be a check that never runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpcenter.finding import Level, nearest
from helpcenter.rules import RULES

FILE = "pyproject.toml"
KEYS = ("select", "ignore", "baseline", "rules")
NAMES = tuple(rule.name for rule in RULES)


class Refused(Exception):
    """A setting, or a rule's name, that cannot be used. Says why in every language."""

    def __init__(self, *, en: str, zh: str) -> None:
        """The words for people."""
        super().__init__(en)
        self.en = en
        self.zh = zh


@dataclass(frozen=True, slots=True)
class Wishes:
    """Which rules run, and how much each matters."""

    select: frozenset[str] = frozenset(NAMES)
    levels: Mapping[str, Level] = field(default_factory=dict)
    """Only where they differ from the rule's own."""
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Settings of single rules, by rule and key."""
    baseline: str = ""
    """The file of known debts, relative to the root; empty for none."""


def read_wishes(root: Path) -> Wishes:
    """What `pyproject.toml` in `root` says; without one, everything. Raises Refused."""
    if not (root / FILE).exists():
        return Wishes()
    import tomllib  # loaded only where there is something to read

    try:
        data = tomllib.loads((root / FILE).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(
            en=f"{FILE} cannot be read: {error}.", zh=f"{FILE} 读不出来：{error}。"
        ) from error
    tool = data.get("tool", {})
    table = tool.get("helpcenter", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise _wrong("helpcenter", "table")
    _known(table, KEYS, "tool.helpcenter")
    levels: dict[str, Level] = {}
    options: dict[str, Mapping[str, Any]] = {}
    off: set[str] = set()
    rules = table.get("rules", {})
    if not isinstance(rules, dict):
        raise _wrong("rules", "table")
    for name, entry in rules.items():
        known_rule(name)
        if not isinstance(entry, dict):
            raise _wrong(f"rules.{name}", "table")
        declared = next(rule.settings for rule in RULES if rule.name == name)
        _known(entry, ("level", *declared), f"tool.helpcenter.rules.{name}")
        level = entry.get("level")
        if level == "off":
            off.add(name)
        elif level is not None:
            if level not in list(Level):
                raise _wrong(f"rules.{name}.level", "error, warning or off")
            levels[name] = Level(level)
        own = {key: value for key, value in entry.items() if key != "level"}
        for key, value in own.items():
            if type(value) is not type(declared[key]):
                raise _wrong(f"rules.{name}.{key}", type(declared[key]).__name__)
        options[name] = own
    baseline = table.get("baseline", "")
    if not isinstance(baseline, str):
        raise _wrong("baseline", "str")
    chosen = chosen_rules(_names(table, "select"), _names(table, "ignore"))
    return Wishes(frozenset(chosen - off), levels, options, baseline)


def chosen_rules(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """The rules that are left. Raises Refused for a name nobody knows."""
    wanted = {known_rule(name) for name in select} or set(NAMES)
    return frozenset(wanted - {known_rule(name) for name in ignore})


def known_rule(name: str) -> str:
    """`name`, if there is such a rule. Raises Refused, with the nearest name."""
    if name in NAMES:
        return name
    close = nearest(name, NAMES)
    raise Refused(
        en=f"There is no rule “{name}”."
        + (f" Did you mean “{close}”?" if close else " `helpcenter rules` lists them."),
        zh=f"没有“{name}”这条规则。"
        + (f"是不是“{close}”？" if close else "`helpcenter rules` 会列出所有规则。"),
    )


def _names(table: Mapping[str, Any], key: str) -> list[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _wrong(key, "list")
    return value


def _known(table: Mapping[str, Any], keys: Iterable[str], where: str) -> None:
    keys = tuple(keys)
    for key in table:
        if key not in keys:
            close = nearest(key, keys)
            raise Refused(
                en=f"{FILE}: [{where}] has no key “{key}”."
                + (f" Did you mean “{close}”?" if close else f" It knows {', '.join(keys)}."),
                zh=f"{FILE}：[{where}] 里没有“{key}”这个键。"
                + (f"是不是“{close}”？" if close else f"可用的有 {'、'.join(keys)}。"),
            )


def _wrong(key: str, wanted: str) -> Refused:
    return Refused(
        en=f"{FILE}: “{key}” is not what it must be: {wanted}.",
        zh=f"{FILE}：“{key}”的值不对，应为 {wanted}。",
    )
