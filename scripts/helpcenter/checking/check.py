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
"""Questions from which it pays to start more processes."""


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
        found = [*_found(center, chosen, store, processes)]
    found, unused = silenced(center, found, wishes.select)
    late = center.with_faults(unused)
    found += [one for rule in RULES if rule.name == UNUSED in wishes.select for one in rule(late)]
    levels = wishes.levels
    findings = in_order(replace(one, level=levels.get(one.rule, one.level)) for one in found)
    return Checked(center, words, tuple(findings))


@dataclass(frozen=True, slots=True)
class _Task:
    """Rules that are asked about one page, or one rule that is asked about all of them."""

    memory: Memory
    """What was found before."""
    name: str
    rules: Sequence[Rule]
    page: Page | None = None

    def findings(self) -> tuple[bytes, tuple[Item, ...]]:
        """What they find, and what they looked at for it."""
        sight = self.memory.sight(self.page) if self.page else self.memory.overview()
        found = packed([one for rule in self.rules for one in rule(sight)])
        sight.close()
        return found, tuple(sight.seen)


def _found(
    center: Center, rules: Sequence[Rule], store: Store, processes: int | None
) -> Iterator[Finding]:
    """What `rules` find."""
    settings = replace(center.settings, root=Path())
    registries = (center.contacts, center.contacts_before, center.published)
    around = repr((settings, center.options, center.rule_names, registries))
    whole = Memory(center, store, digest(around))
    whole.ask("search")
    tasks = [_Task(whole, rule.name, [rule]) for rule in rules if not rule.alone]
    memories = [whole]
    alone = [rule for rule in rules if rule.alone]
    if alone:
        names = [rule.name for rule in alone]
        standing = (center.contacts, center.contacts.states(center.today), center.published)
        around = repr((names, center.options, standing))
        each = Memory(center, store, digest(around))
        memories.append(each)
        # Twins side by side: they look at each other's texts.
        pages = sorted(center.pages, key=lambda page: page.path)
        tasks += (_Task(each, page.file, alone, page) for page in pages)
    todo = []
    for task in tasks:
        known = task.memory.recall(task.name)
        if known is None:
            todo.append(task)
        else:
            yield from unpacked(known)
    # What all of them need is made before the processes part.
    _ = center.trust
    for asked in {id(task.rules): task.rules for task in todo}.values():
        for rule in asked:
            rule.load()
    for task, (found, seen) in spread(_Task.findings, todo, processes, MANY):
        task.memory.keep(task.name, seen, found)
        yield from unpacked(found)
    for memory in memories:
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
