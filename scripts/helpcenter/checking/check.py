"""Every check of the articles in one call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from helpcenter.checking.silence import UNUSED, silenced
from helpcenter.checking.wishes import Refused, Wishes, read_wishes
from helpcenter.content.center import Center
from helpcenter.content.words import Words, read_words
from helpcenter.finding import Finding, Level, in_order
from helpcenter.foreign.rules import judging
from helpcenter.rules import RULES


@dataclass(frozen=True, slots=True)
class Checked:
    """A center, its interface words, and what was found."""

    center: Center
    words: dict[str, Words]
    findings: tuple[Finding, ...]


def check(center: Center, wishes: Wishes | None = None) -> Checked:
    """Run the rules over `center`, as its project wishes, or as `wishes` say."""
    wishes = judging(center, wishes or _wishes(center))
    words, faults = read_words(center.settings)
    center = center.with_faults(faults).with_options(wishes.options)
    center = replace(center, rule_names=tuple(rule.name for rule in RULES))
    found = [one for rule in RULES if rule.name in wishes.select for one in rule(center)]
    found, unused = silenced(center, found, wishes.select)
    late = center.with_faults(unused)
    found += [one for rule in RULES if rule.name == UNUSED in wishes.select for one in rule(late)]
    levels = wishes.levels
    findings = in_order(replace(one, level=levels.get(one.rule, one.level)) for one in found)
    return Checked(center, words, tuple(findings))


def _wishes(center: Center) -> Wishes:
    """Of a project whose wishes cannot be read, none; `helpcenter lint` says why."""
    try:
        return read_wishes(center.settings.root)
    except Refused:
        return Wishes()


def failing(findings: Iterable[Finding]) -> list[Finding]:
    """Those that stop a build."""
    return [finding for finding in findings if finding.level is Level.ERROR]
