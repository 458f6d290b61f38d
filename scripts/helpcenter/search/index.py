"""The search index of one language: which term matters how much on which page.

Every page of the site is in every language's index, as its readers get it; its words in the other
languages count a little, so a person finds it in the language they happen to type.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.search.readings import Readings, read_readings, simplified
from helpcenter.search.synonyms import Synonyms, read_synonyms
from helpcenter.search.tokens import HAN, Book, Table, book, fold, letters, terms

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

CROWDED = 0.6
"""How much a long field dilutes its words, 0 to 1."""
SOON_ENOUGH = 2.5
"""Weight at which more of the same word adds little."""
FAINT = 0.2
"""Below this strength, a page merely mentions what another one is about."""
MOST_PAGES = 300
"""Pages kept for one term: beyond that a term no longer tells pages apart."""
NAMING = frozenset(("title", "short", "keywords", "description", "alias"))
"""Fields that say what a page is about."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the index."""

    page: Page
    """As a reader of this language gets it."""
    twins: tuple[Page, ...]
    """The same page in other languages."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A term on a page."""

    entry: int
    strength: float
    """0 to 1."""
    fields: Mapping[str, float]
    """Where it stands, with the weight each field adds."""


@dataclass(frozen=True, slots=True)
class Index:
    """All of one language."""

    locale: str
    entries: tuple[Entry, ...]
    postings: Mapping[str, tuple[Posting, ...]]
    synonyms: Synonyms
    readings: Readings

    def rarity(self, term: str) -> float:
        """How much it says that a page has `term`."""
        found = len(self.postings.get(term, ()))
        return math.log(1 + (len(self.entries) - found + 0.5) / (found + 0.5))


def read_indexes(center: Center) -> dict[str, Index]:
    """The index of every language."""
    synonyms = read_synonyms(center.settings)
    known = [name for page in center.pages for name in names(page)]
    known += [
        phrase for one in synonyms.values() for group in one.groups for phrase in group.phrases
    ]
    readings = read_readings(known, (text for page in center.pages for text in _prose(page)))
    simple = simplified()
    ignored = {
        locale: book((phrase for phrase, _ in one.ignored), simple)
        for locale, one in synonyms.items()
    }
    return {
        one.locale: _index(center, one.locale, synonyms[one.locale], readings, ignored, simple)
        for one in center.settings.languages
    }


def names(page: Page) -> tuple[str, ...]:
    """What says what a page is about: title, short, description and keywords."""
    return (page.meta.title, page.meta.short, page.meta.description, *page.meta.keywords)


def _prose(page: Page) -> Iterator[str]:
    for section in page.sections:
        yield section.title
        yield section.text


def _index(
    center: Center,
    locale: str,
    synonyms: Synonyms,
    readings: Readings,
    ignored: Mapping[str, Book],
    simple: Table,
) -> Index:
    entries = []
    for path in center.paths:
        page = center.shown(locale, path)
        if page is not None and page.meta.kind != "home":
            twins = tuple(t for one, t in center.twins(page).items() if one != page.locale)
            entries.append(Entry(page, twins))
    fields = [
        _fields(entry, readings, ignored, ignored.get(locale, {}), simple) for entry in entries
    ]
    named = {term for one in fields for name in NAMING for term in one[name]}
    named |= {
        term
        for group in synonyms.groups
        for phrase in group.phrases
        for term in terms(phrase, simple, ignored.get(locale, {}))
    }
    average = {name: sum(len(one[name]) for one in fields) / max(1, len(fields)) for name in FIELDS}
    postings: dict[str, list[Posting]] = {}
    for number, one in enumerate(fields):
        counts = Counter(term for some in one.values() for term in some)
        for term, weights in _weigh(one, average).items():
            total = sum(weights.values())
            posting = Posting(number, total / (total + SOON_ENOUGH), weights)
            if _worth(term, posting, counts[term], named):
                postings.setdefault(term, []).append(posting)
    kept = {term: tuple(_strongest(some)) for term, some in sorted(postings.items())}
    return Index(locale, tuple(entries), kept, synonyms, readings)


def _fields(
    entry: Entry,
    readings: Readings,
    ignored: Mapping[str, Book],
    own: Book,
    simple: Table,
) -> dict[str, list[str]]:
    page, meta = entry.page, entry.page.meta

    def read(texts: Iterable[str], *, single: bool, skip: Book = own) -> list[str]:
        found: list[str] = []
        for text in texts:
            some = terms(text, simple, skip)
            found += some
            if single:
                found += [sign for sign in letters(text, simple, skip) if sign not in some]
        return found

    names = (meta.short, *meta.keywords)
    twins = [
        term
        for twin in entry.twins
        for term in read(
            (twin.meta.title, twin.meta.short, *twin.meta.keywords),
            single=False,
            skip=ignored.get(twin.locale, {}),
        )
    ]
    return {
        "title": read([meta.title], single=True),
        "short": read([meta.short], single=True),
        "keywords": read(meta.keywords, single=True)
        + [one for name in names for one in _initials(name, readings, simple)],
        "description": read([meta.description], single=False),
        "answer": read([page.answer], single=False),
        "headings": read([section.title for section in page.sections], single=False),
        "steps": read([step.text for step in page.steps], single=False),
        "body": read(
            [one.text for one in page.sections if one.id not in ("", "steps")], single=False
        ),
        "alias": twins,
    }


def _initials(name: str, readings: Readings, simple: Table) -> list[str]:
    """`wjmm` for 忘记密码."""
    runs = re.findall("[\u4e00-\u9fff]+", fold(name, simple))
    found = [one for run in runs if len(run) > 1 for one in readings.initials(run)]
    return list(dict.fromkeys(found))


def _weigh(
    fields: Mapping[str, list[str]], average: Mapping[str, float]
) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for name, some in fields.items():
        if not some:
            continue
        length = 1 - CROWDED + CROWDED * len(some) / (average[name] or 1)
        for term in some:
            weights = found.setdefault(term, {})
            weights[name] = weights.get(name, 0.0) + FIELDS[name] / length
    return found


def _worth(term: str, posting: Posting, count: int, named: set[str]) -> bool:
    """Whether a term is kept for a page.

    Two neighbouring Han characters that meet once in a text are seldom a word. And a word that
    names some page does not lead to another one that merely mentions it.
    """
    if not NAMING.isdisjoint(posting.fields):
        return True
    if term in named:
        if "body" in posting.fields and len(posting.fields) == 1:
            return False
        return posting.strength >= FAINT or not HAN.match(term)
    return count > 1 or not HAN.match(term)


def _strongest(some: list[Posting]) -> list[Posting]:
    if len(some) <= MOST_PAGES:
        return some
    best = sorted(some, key=lambda one: (-one.strength, one.entry))[:MOST_PAGES]
    return sorted(best, key=lambda one: one.entry)
