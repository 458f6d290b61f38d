"""What one page adds to an index: its terms, and how strongly it is about each.

The most work of indexing, and the same whatever other pages there are, but for three numbers and
letters that seldom change. So it is kept.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from helpcenter.content.page import Page
from helpcenter.search.readings import Readings
from helpcenter.search.tokens import UNSPACED, Book, Table, fold, letters, terms

FIELDS: Mapping[str, float] = {
    "title": 5.0,
    "short": 4.0,
    "keywords": 3.5,
    "description": 2.0,
    "answer": 1.5,
    "headings": 0.8,
    "steps": 0.9,
    "body": 0.5,
    "alias": 2.0,
}
"""What a reader's word weighs in a field. `alias` is the title, short and keywords of the page in
the other languages."""
NAMING = frozenset(("title", "short", "keywords", "description", "alias"))
"""Fields that say what a page is about."""

CROWDED = 0.6
"""How much a long field dilutes its words, 0 to 1."""
SOON_ENOUGH = 2.5
"""Weight at which more of the same word adds little."""
FAINT = 0.2
"""Below this strength, a page merely mentions what another one is about."""
STEPS_PER_DOUBLING = 4
"""How finely usual lengths are told apart: a word more or less on one page changes no other."""
FULL = 256
"""Strength is a whole number below this one."""
STEP_WIDTH = 40
"""Columns of a step that a result may show; a Han character takes two."""

Fields = Mapping[str, str]
"""The terms of each field in order, with spaces between."""


@dataclass(frozen=True)
class Entry:
    """A page of the index."""

    page: Page
    """As a reader of this language gets it."""
    twins: tuple[Page, ...]
    """The same page in other languages."""


@dataclass(frozen=True)
class Reading:
    """What is read of one entry, whatever else there is."""

    lengths: tuple[int, ...]
    """Terms in each of `FIELDS`, in their order; of `keywords`, without initials."""
    signs: str
    """Every Han character of the page, once, in Simplified script."""
    steps: tuple[str, ...]
    """Id and words, cut to `STEP_WIDTH`, of every step that has an id, by turns."""


@dataclass(frozen=True)
class Weighed:
    """The terms of one entry, with spaces between, and the strength of each."""

    naming: tuple[str, bytes]
    """Those that say what the page is about."""
    always: tuple[str, bytes]
    """Others that are kept."""
    unless_named: tuple[str, bytes]
    """Those that are kept if no page is about them."""
    if_named: tuple[str, bytes]
    """Those that are kept if some page is about them."""


def names(page: Page) -> tuple[str, ...]:
    """What says what a page is about: title, short, description and keywords."""
    return (page.meta.title, page.meta.short, page.meta.description, *page.meta.keywords)


def fields_of(entry: Entry, ignored: Mapping[str, Book], own: Book, simple: Table) -> Fields:
    """The terms of every field, without initials. `ignored` are phrases by language, `own` those
    of the index."""
    page, meta = entry.page, entry.page.meta

    def read(texts: Iterable[str], *, single: bool, skip: Book = own) -> str:
        found: list[str] = []
        for text in texts:
            some = terms(text, simple, skip)
            found += some
            if single:
                found += [sign for sign in letters(text, simple, skip) if sign not in some]
        return " ".join(found)

    twins = (
        read(
            (twin.meta.title, twin.meta.short, *twin.meta.keywords),
            single=False,
            skip=ignored.get(twin.locale, {}),
        )
        for twin in entry.twins
    )
    rest = (one.text for one in page.sections if one.id not in ("", "steps"))
    return {
        "title": read([meta.title], single=True),
        "short": read([meta.short], single=True),
        "keywords": read(meta.keywords, single=True),
        "description": read([meta.description], single=False),
        "answer": read([page.answer], single=False),
        "headings": read([section.title for section in page.sections], single=False),
        "steps": read([step.text for step in page.steps], single=False),
        "body": read(rest, single=False),
        "alias": " ".join(filter(None, twins)),
    }


def reading_of(page: Page, fields: Fields, simple: Table) -> Reading:
    """What is kept of an entry besides its weights."""
    prose = "".join(part for one in page.sections for part in (one.title, one.text))
    signs = {sign for sign in prose.translate(simple) if "\u4e00" <= sign <= "\u9fff"}
    steps = tuple(part for one in page.steps if one.id for part in (one.id, clipped(one.text)))
    return Reading(
        tuple(len(fields[name].split()) for name in FIELDS), "".join(sorted(signs)), steps
    )


def clipped(text: str) -> str:
    """`text` up to `STEP_WIDTH` columns."""
    width = 0
    for place, sign in enumerate(text):
        width += 2 if ord(sign) > 0x2E7F else 1
        if width > STEP_WIDTH:
            return text[:place].rstrip() + "…"
    return text


def initials(page: Page, readings: Readings, simple: Table) -> str:
    """`wjmm` for 忘记密码: the first letters of what the page is called, with spaces between."""
    found: list[str] = []
    for name in (page.meta.short, *page.meta.keywords):
        runs = re.findall("[\u4e00-\u9fff]+", fold(name, simple))
        some = [one for run in runs if len(run) > 1 for one in readings.initials(run)]
        found += dict.fromkeys(some)
    return " ".join(found)


def usual(lengths: Sequence[tuple[int, ...]], more: Iterable[str]) -> Mapping[str, float]:
    """How long each field usually is, roughly; `more` are the initials of each entry."""
    sums = dict(zip(FIELDS, map(sum, zip(*lengths, strict=True)), strict=False))
    if sums:
        sums["keywords"] += sum(len(one.split()) for one in more)
    count = max(1, len(lengths))
    return {name: _roughly(sums.get(name, 0) / count) for name in FIELDS}


def _roughly(length: float) -> float:
    if not length:
        return 1.0
    return float(2 ** (round(math.log2(length) * STEPS_PER_DOUBLING) / STEPS_PER_DOUBLING))


def weights(fields: Fields, length: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """What each field adds to each term."""
    found: dict[str, dict[str, float]] = {}
    for name, text in fields.items():
        some = text.split()
        if not some:
            continue
        each = FIELDS[name] / (1 - CROWDED + CROWDED * len(some) / length[name])
        for term, count in Counter(some).items():
            found.setdefault(term, {})[name] = count * each
    return found


def weighed(fields: Fields, length: Mapping[str, float]) -> Weighed:
    """The entry's terms with their strengths, sorted by when they are kept.

    Two neighbouring Han characters that meet once in a text are seldom a word. And a word that
    names some page does not lead to another one that merely mentions it.
    """
    counts = Counter(term for text in fields.values() for term in text.split())
    groups: tuple[dict[str, int], ...] = ({}, {}, {}, {})
    for term, found in weights(fields, length).items():
        total = sum(found.values())
        strength = total / (total + SOON_ENOUGH)
        word = not UNSPACED.match(term)
        if not NAMING.isdisjoint(found):
            place = 0
        else:
            unless_named = word or counts[term] > 1
            if_named = (word or strength >= FAINT) and list(found) != ["body"]
            if not unless_named and not if_named:
                continue
            place = 1 if unless_named and if_named else 2 if unless_named else 3
        groups[place][term] = int(strength * FULL)
    return Weighed(*((" ".join(some), bytes(some.values())) for some in groups))


def each(group: tuple[str, bytes]) -> Iterator[tuple[str, int]]:
    """Term and strength of a group."""
    return zip(group[0].split(), group[1], strict=True)
