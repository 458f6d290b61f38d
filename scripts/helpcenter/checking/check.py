"""Every check of the articles in one call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from helpcenter.checking.rule import Rule
from helpcenter.checking.silence import UNUSED, silenced
from helpcenter.checking.wishes import Refused, Wishes, read_wishes
from helpcenter.contacts.project import RULE as PLANTED
from helpcenter.contacts.project import planted
from helpcenter.content.center import Center
from helpcenter.content.memory import Memory
from helpcenter.content.page import Page
from helpcenter.content.sight import Item
from helpcenter.content.words import Words, read_words
from helpcenter.cores import spread
from helpcenter.finding import Finding, Level, in_order
from helpcenter.foreign.rules import judging
from helpcenter.rules import RULES
from helpcenter.store import NOTHING, Store, digest, packed, unpacked

MANY = 200
"""Pages from which it pays to start more processes."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A center, its interface words, and what was found."""

    center: Center
    words: dict[str, Words]
    findings: tuple[Finding, ...]


def check(
    center: Center,
    wishes: Wishes | None = None,
    store: Store = NOTHING,
    processes: int | None = None,
) -> Checked:
    """Run the rules over `center`, as its project wishes, or as `wishes` say.

    What they said of pages for which nothing changed comes from `store`; `processes` check at once.
    """
    wishes = judging(center, wishes or _wishes(center))
    words, faults = read_words(center.settings)
    if PLANTED in wishes.select:
        faults = [*faults, *planted(center, store)]
    center = center.with_faults(faults).with_options(wishes.options)
    center = replace(center, rule_names=tuple(rule.name for rule in RULES))
    chosen = [rule for rule in RULES if rule.name in wishes.select]
    # What is asked of somebody else's project is not noted, so nothing of it is kept.
    if center.foreign:
        found = [one for rule in chosen for one in rule(center)]
    else:
        found = [*_whole(center, [rule for rule in chosen if not rule.alone], store)]
        alone = [rule for rule in chosen if rule.alone]
        found += _alone(center, alone, store, processes) if alone else ()
    found, unused = silenced(center, found, wishes.select)
    late = center.with_faults(unused)
    found += [one for rule in RULES if rule.name == UNUSED in wishes.select for one in rule(late)]
    levels = wishes.levels
    findings = in_order(replace(one, level=levels.get(one.rule, one.level)) for one in found)
    return Checked(center, words, tuple(findings))


def _whole(center: Center, rules: Sequence[Rule], store: Store) -> Iterator[Finding]:
    """What rules about all pages together find."""
    settings = replace(center.settings, root=Path())
    registries = (center.contacts, center.contacts_before, center.published)
    around = repr((settings, center.options, center.rule_names, registries))
    memory = Memory(center, store, digest(around))
    memory.ask("search")
    for rule in rules:
        known = memory.recall(rule.name)
        if known is None:
            sight = memory.overview()
            known = packed([*rule(sight)])
            memory.keep(rule.name, sight.seen, known)
        yield from unpacked(known)
    memory.close()


def _alone(
    center: Center, rules: Sequence[Rule], store: Store, processes: int | None
) -> Iterator[Finding]:
    """What rules about single pages find."""
    names = [rule.name for rule in rules]
    around = repr((names, center.options, center.today, center.contacts, center.published))
    memory = Memory(center, store, digest(around))
    todo = []
    for page in center.pages:
        known = memory.recall(page.file)
        if known is None:
            todo.append(page)
        else:
            yield from unpacked(known)
    _ = center.trust  # made once, for all pages
    for rule in rules if todo else ():
        rule.load()
    todo.sort(key=lambda page: page.path)  # twins look at each other's texts

    def work(page: Page) -> tuple[bytes, tuple[Item, ...]]:
        sight = memory.sight(page)
        return packed([one for rule in rules for one in rule(sight)]), tuple(sight.seen)

    for page, (found, seen) in spread(work, todo, processes, MANY):
        memory.keep(page.file, seen, found)
        yield from unpacked(found)
    memory.close()


def _wishes(center: Center) -> Wishes:
    """Of a project whose wishes cannot be read, none; `helpcenter lint` says why."""
    try:
        return read_wishes(center.settings.root)
    except Refused:
        return Wishes()


def failing(findings: Iterable[Finding]) -> list[Finding]:
    """Those that stop a build."""
    return [finding for finding in findings if finding.level is Level.ERROR]
