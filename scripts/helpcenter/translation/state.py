"""Whether a translation still says what its source says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpcenter.choice import Choice
from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.translation.parts import Part, parts
from helpcenter.translation.stamp import JUDGED, Significance, alignment, pairs, read_stamp


class State(Choice):
    """What is to be said of a page in one language."""

    SOURCE = "source"
    FRESH = "fresh"
    MINOR = "minor"
    STALE = "stale"
    UNSTAMPED = "unstamped"
    """A translation that does not say what it was compared with."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Change:
    """A part of the source that the translation does not follow."""

    kind: str
    """`changed`, `added` or `removed`."""
    old: str
    """The mark the translation was compared with; empty if the part is new."""
    part: Part | None
    """The part today; nothing if it was removed."""
    significance: Significance | None
    """As declared; nothing if nobody has judged it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A translation beside today's source."""

    state: State
    changes: tuple[Change, ...] = ()

    @property
    def undeclared(self) -> tuple[Change, ...]:
        """The changes that nobody has judged."""
        return tuple(change for change in self.changes if change.significance is None)


def source_of(center: Center, path: str) -> Page | None:
    """The page the others at `path` are translated from: the first that is no translation itself.

    The default language comes first, then the order of the language switch. If every page claims
    to be a translation, the first one counts as the source.
    """
    first = None
    for default in (True, False):
        for language in center.settings.languages:
            page = center.page(language.locale, path) if language.default is default else None
            if page and not page.meta.translated_from:
                return page
            first = first or page
    return first


def translations(center: Center, path: str) -> tuple[Page, ...]:
    """The pages at `path` that are translations, in the order of the language switch."""
    source = source_of(center, path)
    found = (center.page(one.locale, path) for one in center.settings.languages)
    return tuple(page for page in found if page is not None and page is not source)


def compare(page: Page, source: Page) -> Comparison:
    """`page`, a translation, beside today's `source`."""
    stamp = page.meta.translated_from
    if not stamp:
        return Comparison(State.UNSTAMPED)
    found = tuple(_changes(stamp, parts(source)))
    if not found:
        return Comparison(State.FRESH)
    minor = all(change.significance is Significance.MINOR for change in found)
    return Comparison(State.MINOR if minor else State.STALE, found)


def standing(center: Center, locale: str, path: str) -> Comparison:
    """How the page at `path` stands in one language."""
    page = center.page(locale, path)
    source = source_of(center, path)
    if page is None or source is None:
        return Comparison(State.MISSING)
    return Comparison(State.SOURCE) if page is source else compare(page, source)


def _changes(stamp: Sequence[str], now: Sequence[Part]) -> Iterator[Change]:
    tokens, gone = read_stamp(stamp)
    for tag, i1, i2, j1, j2 in alignment(tokens, [part.mark for part in now]):
        if tag == "equal":
            for token, part in zip(tokens[i1:i2], now[j1:j2], strict=True):
                if token.sign:
                    kind = "changed" if token.old else "added"
                    yield Change(kind, token.old, part, JUDGED[token.sign])
            continue
        for before, after in pairs(tokens[i1:i2], now[j1:j2]):
            old = before.compared if before else ""
            if after is not None:
                yield Change("changed" if old else "added", old, after, None)
            elif old:
                yield Change("removed", old, None, None)
    for token in gone:
        yield Change("removed", token.old, None, JUDGED[token.sign])


def compared(source: Page) -> tuple[str, ...]:
    """The stamp that says: I compared every part with this source, both say the same."""
    return tuple(part.mark for part in parts(source))
