"""Search in the terminal and in tests: the browser's own engine, run by an embedded interpreter.

There is one engine, in `overrides/assets/scripts/`; a second one in Python would rank differently
some day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helpcenter.content.address import Addresses
from helpcenter.content.center import Center
from helpcenter.content.words import Words
from helpcenter.search.files import search_files
from helpcenter.search.index import read_indexes

SCRIPTS = tuple(f"search-{part}.js" for part in ("text", "plan", "rank", "meant", "hits", "ask"))
"""The engine's files, in the order they need each other."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that answers a query."""

    path: str
    title: str
    topic: str
    text: str
    """The answer, or the step that fits."""
    step: str
    """Id of that step, or nothing."""
    address: str
    locale: str
    """Language of the page."""
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader is shown for a query."""

    query: str
    locale: str
    hits: tuple[Hit, ...]
    suggestion: str
    """“Did you mean”, or nothing."""


class Engine:
    """The engine with the index of a center, kept in memory."""

    def __init__(self, center: Center, words: Mapping[str, Words]) -> None:
        # Only who searches needs an interpreter: loading it takes longer than many a command.
        from dukpy import JSInterpreter  # type: ignore[import-untyped]

        addresses = Addresses(center.settings.default.locale)
        self._paths = {
            addresses.page(one.locale, path): path
            for one in center.settings.languages
            for path in center.paths
        }
        self._run = JSInterpreter()
        folder = center.settings.overrides / "assets" / "scripts"
        for name in SCRIPTS:
            self._run.evaljs((folder / name).read_text("utf-8"))
        self.indexes = read_indexes(center)
        for text in search_files(center, words, addresses, self.indexes).values():
            self._run.evaljs(text)

    def answer(self, query: str, locale: str, *, most: int = 10) -> Answer:
        """What a reader of `locale` gets for `query`."""
        plain = _clean(query)
        found: Any = self._run.evaljs(
            "JSON.stringify(helpcenterSearch.ask(dukpy.locale, dukpy.query, dukpy.most))",
            locale=locale,
            query=plain,
            most=most,
        )
        data = json.loads(found)
        return Answer(
            query=plain,
            locale=locale,
            suggestion=data["suggestion"],
            hits=tuple(self._hit(one) for one in data["hits"]),
        )

    def _hit(self, one: Mapping[str, Any]) -> Hit:
        return Hit(
            path=self._paths[one["address"].partition("#")[0]],
            title=one["title"],
            topic=one["topic"],
            text=one["text"],
            step=one["step"],
            address=one["address"],
            locale=one["locale"],
            score=one["score"],
        )

    def shares(self, query: str, locale: str, path: str) -> dict[str, float]:
        """What each field of the page at `path` adds to its score for `query`, most first.

        A keyword that fits the whole query counts once more, which is not told here.
        """
        index = self.indexes[locale]
        number = next(n for n, entry in enumerate(index.entries) if entry.page.path == path)
        said: Any = self._run.evaljs(
            "JSON.stringify(helpcenterSearch.ask(dukpy.locale, dukpy.query, 1).said())",
            locale=locale,
            query=_clean(query),
        )
        best: dict[str, tuple[float, str]] = {}
        for typed, term, likeness in json.loads(said):
            for posting in index.postings(term):
                worth = index.rarity(term) * likeness * posting.strength
                if posting.entry == number and worth > best.get(typed, (0.0,))[0]:
                    best[typed] = (worth, term)
        shares: dict[str, float] = {}
        for worth, term in best.values():
            fields = index.shares(number, term)
            whole = sum(fields.values())
            for field, weight in fields.items():
                shares[field] = shares.get(field, 0.0) + worth * weight / whole
        return dict(sorted(shares.items(), key=lambda one: -one[1]))


def _clean(query: str) -> str:
    """Without the halves of characters that a terminal may hand over."""
    return query.encode("utf-8", "replace").decode("utf-8")
