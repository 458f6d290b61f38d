"""Every check of the articles in one call."""

from __future__ import annotations

from dataclasses import dataclass
from collections.abc import Iterable

from helpcenter.center import Center
from helpcenter.finding import Finding, Level, in_order
from helpcenter.rules import RULES
from helpcenter.words import Words, read_words


@dataclass(frozen=True, slots=True)
class Checked:
    """A center, its interface words, and what was found."""

    center: Center
    words: dict[str, Words]
    findings: tuple[Finding, ...]


def check(center: Center) -> Checked:
    """Run every rule over `center`."""
    words, faults = read_words(center.settings)
    center = center.with_faults(faults)
    findings = in_order(found for rule in RULES for found in rule(center))
    return Checked(center, words, tuple(findings))


def failing(findings: Iterable[Finding]) -> list[Finding]:
    """Those that stop a build."""
    return [finding for finding in findings if finding.level is Level.ERROR]
