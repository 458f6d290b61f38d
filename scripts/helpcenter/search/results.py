"""What the expected queries give: whether each leads to its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpcenter.content.center import Center
from helpcenter.search.engine import Answer, Engine
from helpcenter.search.queries import Query

TOP = 3
"""How far down a right page may stand."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave."""

    query: Query
    answer: Answer
    place: int
    """Of the first right page, counted from 0; -1 if there is none."""

    @property
    def right(self) -> bool:
        """Whether a reader sees a right page at once."""
        return 0 <= self.place < TOP


def check_queries(engine: Engine, queries: Sequence[Query], center: Center) -> Iterator[Result]:
    """Ask every query whose pages exist, in order."""
    for query in queries:
        if any(page in center.paths for page in query.pages):
            yield ask(engine, query)


def ask(engine: Engine, query: Query) -> Result:
    """What one expected query gives."""
    answer = engine.answer(query.text, query.locale)
    places = [n for n, hit in enumerate(answer.hits) if hit.path in query.pages]
    return Result(query, answer, places[0] if places else -1)
