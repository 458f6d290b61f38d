"""A page of the index, and what is read of it.

The most work of indexing, and the same whatever other pages there are: so it is kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from helpcenter.content.page import Page
from helpcenter.search.readings import HANS
from helpcenter.search.tokens import NONE, Book, Table, one_text, said

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
SINGLE = frozenset(("title", "short", "keywords"))
"""Fields whose Han characters are found one by one, too."""
SHORTENED = frozenset(("short", "keywords"))
"""Fields of which people may type initials."""
STEP_WIDTH = 40
"""Columns of a step that a result may show; a Han character takes two."""

Fields = dict[str, list[str]]
"""The terms of each field, in order."""
Tally = int
"""How often a term stands in each field: `BITS` for every one, those of the last one lowest."""
BITS = 20
"""An article is too short to need more."""
ONE: Mapping[str, Tally] = {name: 1 << BITS * n for n, name in enumerate(reversed([*FIELDS]))}
"""Once, by field."""
NAMING: Tally = sum(
    ((1 << BITS) - 1) * ONE[name] for name in ("title", "short", "keywords", "description", "alias")
)
"""All places in fields that say what a page is about."""


class Entry(NamedTuple):
    """A page of the index."""

    page: Page
    """As a reader of this language gets it."""
    twins: tuple[Page, ...]
    """The same page in other languages."""


class Terms(NamedTuple):
    """The terms of an entry, with spaces between, by their tally."""

    naming: dict[Tally, str]
    """Those that say what the page is about."""
    words: dict[Tally, str]
    """Other words."""
    pairs: dict[Tally, str]
    """Other pairs of characters."""


class Reading(NamedTuple):
    """What is read of one entry, whatever else there is."""

    terms: Terms
    lengths: tuple[int, ...]
    """Terms in each of `FIELDS`, in their order."""
    runs: tuple[str, ...]
    """Of each name that people may shorten to initials, its Han characters in runs."""
    steps: tuple[str, ...]
    """Id and words, cut to `STEP_WIDTH`, of every step that has an id, by turns."""


def called(page: Page) -> tuple[str, ...]:
    """What a page is called: title, short and keywords."""
    return (page.meta.title, page.meta.short, *page.meta.keywords)


def names(page: Page) -> tuple[str, ...]:
    """What says what a page is about: title, short, description and keywords."""
    return (page.meta.title, page.meta.short, page.meta.description, *page.meta.keywords)


def prose(page: Page) -> str:
    """All that the page says below its title."""
    return "".join(part for one in page.sections for part in (one.title, one.text))


def read_entry(entry: Entry, ignored: Mapping[str, Book], own: Book, simple: Table) -> Reading:
    """Read one entry. `ignored` are phrases by language, `own` those of the index."""
    page, meta = entry.page, entry.page.meta
    text = page.open()
    texts: dict[str, Sequence[str]] = {
        "title": [meta.title],
        "short": [meta.short],
        "keywords": meta.keywords,
        "description": [meta.description],
        "answer": [page.answer],
        "headings": [section.title for section in text.sections],
        "steps": [step.text for step in text.steps],
        "body": [one.text for one in text.sections if one.id not in ("", "steps")],
    }
    lines = iter(said([text for some in texts.values() for text in some], simple, own))
    words: Fields = {name: [] for name in FIELDS}
    pairs: Fields = {name: [] for name in FIELDS}
    runs = []
    for name, some in texts.items():
        mine = list(islice(lines, len(some)))
        whole = one_text(mine)
        words[name] = whole.words()
        pairs[name] = whole.pairs()
        for line in mine if name in SINGLE else ():
            found = line.pairs()
            pairs[name] += [sign for sign in line.letters() if sign not in found]
        for line in mine if name in SHORTENED else ():
            runs.append(" ".join(run for run in HANS.findall(line.folded) if len(run) > 1))
    for twin in entry.twins:
        line = one_text(said(called(twin), simple, ignored.get(twin.locale, NONE)))
        words["alias"] += line.words()
        pairs["alias"] += line.pairs()
    steps = (part for one in text.steps if one.id for part in (one.id, clipped(one.text)))
    lengths = tuple(len(words[name]) + len(pairs[name]) for name in FIELDS)
    return Reading(
        terms=sorted_out(_tallies(words), _pairs(pairs)),
        lengths=lengths,
        runs=tuple(filter(None, runs)),
        steps=tuple(steps),
    )


def _tallies(fields: Fields) -> dict[str, Tally]:
    """How often each term stands where."""
    found: dict[str, Tally] = {}
    for name, some in fields.items():
        one = ONE[name]
        for term, count in Counter(some).items():
            found[term] = found.get(term, 0) + count * one
    return found


def _pairs(fields: Fields) -> dict[str, Tally]:
    """The same of pairs: two neighbouring characters that only meet once, in the body, are no
    word."""
    body = Counter(fields.pop("body"))
    found = _tallies(fields)
    for term, count in body.items():
        if count > 1 or term in found:
            found[term] = found.get(term, 0) + count * ONE["body"]
    return found


def sorted_out(words: Mapping[str, Tally], pairs: Mapping[str, Tally]) -> Terms:
    """The terms by kind and tally."""
    found = Terms({}, {}, {})
    for some, others in ((words, found.words), (pairs, found.pairs)):
        alike: defaultdict[Tally, list[str]] = defaultdict(list)
        for term, tally in some.items():
            alike[tally].append(term)
        for tally, terms in alike.items():
            kind = found.naming if tally & NAMING else others
            # Words and pairs of the same tally stand together.
            kind[tally] = " ".join([kind[tally], *terms] if tally in kind else terms)
    return found


@lru_cache(maxsize=1 << 14)
def counts(tally: Tally) -> tuple[tuple[int, int], ...]:
    """What a tally says: places in `FIELDS`, and how often there."""
    found = (tally // ONE[name] % (1 << BITS) for name in FIELDS)
    return tuple((place, count) for place, count in enumerate(found) if count)


def clipped(text: str) -> str:
    """`text` up to `STEP_WIDTH` columns."""
    if len(text) * 2 <= STEP_WIDTH:
        return text
    width = 0
    for place, sign in enumerate(text[: STEP_WIDTH + 1]):
        width += 2 if ord(sign) > 0x2E7F else 1
        if width > STEP_WIDTH:
            return text[:place].rstrip() + "…"
    return text
