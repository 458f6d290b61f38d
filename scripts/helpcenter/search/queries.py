"""What readers are expected to type, and the pages they should then see.

`tests/queries/<locale>.yml`: a heading for every way of asking (`KINDS`), below it `query: page`,
or several pages if any of them will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpcenter.content.center import Center
from helpcenter.content.marked import Marked, Problem, read_marked
from helpcenter.content.settings import Settings
from helpcenter.finding import Fault
from helpcenter.search.engine import Answer, Engine

FOLDER = "tests/queries"
KINDS = (
    "exact",
    "question",
    "synonym",
    "short",
    "long",
    "typo",
    "traditional",
    "pinyin",
    "mixed",
    "prefix",
    "other-language",
)
TOP = 3
"""How far down a right page may stand."""


@dataclass(frozen=True, slots=True)
class Query:
    """One expected query."""

    text: str
    locale: str
    """Language of the edition that is searched."""
    kind: str
    pages: tuple[str, ...]
    """Any of these is right; the first is best."""
    file: str
    line: int


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


def read_queries(settings: Settings) -> tuple[tuple[Query, ...], list[Fault]]:
    """The expected queries of every language. Never raises.

    The faults are of the rule `wrong-queries`. A language without a file has no queries.
    """
    found: list[Query] = []
    faults: list[Fault] = []
    for language in settings.languages:
        file = file_of(language.locale)
        try:
            text = (settings.root / file).read_text("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, UnicodeDecodeError):
            faults.append(Fault("wrong-queries", file, 1, {"why": "unreadable"}))
            continue
        for one in parse_queries(text, language.locale, file):
            (found if isinstance(one, Query) else faults).append(one)  # type: ignore[arg-type]
    return tuple(found), faults


def file_of(locale: str) -> str:
    """The list of a language, relative to the root."""
    return f"{FOLDER}/{locale}.yml"


def parse_queries(text: str, locale: str, file: str) -> Iterator[Query | Fault]:
    """The expected queries in `text`, and what is wrong in it."""
    marked = read_marked(text)
    if isinstance(marked, Problem):
        detail = {"why": "syntax", "value": marked.detail or marked.kind}
        yield Fault("wrong-queries", file, marked.line, detail)
    else:
        yield from _queries(marked, locale, file)


def _queries(marked: Marked, locale: str, file: str) -> Iterator[Query | Fault]:
    data = marked.data if marked.data is not None else {}
    if not isinstance(data, dict):
        yield Fault("wrong-queries", file, 1, {"why": "shape", "value": ""})
        return
    for kind, some in data.items():
        line = marked.line(kind)
        if kind not in KINDS:
            yield Fault("wrong-queries", file, line, {"why": "kind", "value": kind})
            continue
        if not isinstance(some, dict):
            yield Fault("wrong-queries", file, line, {"why": "shape", "value": kind})
            continue
        for text, pages in some.items():
            line = marked.line(kind, text)
            pages = [pages] if isinstance(pages, str) else pages
            if not isinstance(pages, list) or not all(isinstance(one, str) for one in pages):
                yield Fault("wrong-queries", file, line, {"why": "pages", "value": text})
            else:
                yield Query(text, locale, kind, tuple(pages), file, line)


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
