"""Search in the terminal and in tests: the browser's own engine, run by an embedded interpreter.

There is one engine, in `overrides/assets/scripts/`; a second one in Python would rank differently
some day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dukpy import JSInterpreter

from helpcenter.address import Addresses
from helpcenter.center import Center
from helpcenter.search_files import search_files
from helpcenter.words import Words

SCRIPTS = ("search-text.js", "search-plan.js", "search-rank.js", "search-hits.js", "search-ask.js")


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
    said: tuple[tuple[str, str, float], ...]
    """What was typed, the term it was taken for, and its worth."""


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
        addresses = Addresses(center.settings.default.locale)
        self._paths = {
            addresses.page(one.locale, path): path
            for one in center.settings.languages
            for path in center.paths
        }
        self._run = JSInterpreter()
        folder = center.settings.overrides / "assets" / "scripts"
        for name in SCRIPTS:
            self._run.evaljs(_source(folder / name))
        for text in search_files(center, words, addresses).values():
            self._run.evaljs(text)

    def answer(self, query: str, locale: str, *, most: int = 10) -> Answer:
        """What a reader of `locale` gets for `query`."""
        plain = query.encode("utf-8", "replace").decode("utf-8")
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
            said=tuple((said, term, worth) for said, term, worth in one.get("said", ())),
        )


def _source(path: Path) -> str:
    return path.read_text("utf-8")
