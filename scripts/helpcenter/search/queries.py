"""What readers are expected to type, and the pages they should then see.

`tests/queries/<locale>.yml`: a heading for every way of asking (`KINDS`), below it `query: page`,
or several pages if any of them will do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from helpcenter.content.marked import Marked, Problem
from helpcenter.content.settings import Settings
from helpcenter.content.text import read_data
from helpcenter.finding import Fault

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
MAX_BYTES = 1_000_000


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


def read_queries(settings: Settings) -> tuple[tuple[Query, ...], list[Fault]]:
    """The expected queries of every language. Never raises.

    The faults are of the rule `wrong-queries`, and of those about files. A language without a
    file has no queries.
    """
    found: list[Query] = []
    faults: list[Fault] = []
    for language in settings.languages:
        file = file_of(language.locale)
        if not (settings.root / file).exists():
            continue
        marked = read_data(settings.root, file, MAX_BYTES)
        if isinstance(marked, Fault):
            faults.append(marked)
            continue
        for one in parse_queries(marked, language.locale, file):
            (found if isinstance(one, Query) else faults).append(one)  # type: ignore[arg-type]
    return tuple(found), faults


def file_of(locale: str) -> str:
    """The list of a language, relative to the root."""
    return f"{FOLDER}/{locale}.yml"


def parse_queries(marked: Marked | Problem, locale: str, file: str) -> Iterator[Query | Fault]:
    """The expected queries in the list that was read, and what is wrong in it."""
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
