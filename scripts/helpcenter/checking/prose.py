"""The words of a page as people read them, line by line: what rules about writing look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from helpcenter.checking.repair import ADDRESS
from helpcenter.content.anatomy import CODE
from helpcenter.content.center import Center
from helpcenter.content.page import Page, Text


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words on one line. Code and addresses are a single sign, `CODE`."""

    text: str
    line: int


def chinese(center: Center) -> Iterator[tuple[Page, Sentence]]:
    """The sentences of every Chinese page."""
    for page in center.pages:
        if page.locale.partition("-")[0] == "zh":
            yield from ((page, sentence) for sentence in sentences(page))


def sentences(page: Page) -> tuple[Sentence, ...]:
    """Front matter that readers see, headings, and text; never code."""
    meta = page.meta
    return _sentences(page.open(), meta.title, meta.short, meta.description)


def written(page: Page) -> tuple[Sentence, ...]:
    """Headings and text, never code; addresses as they are."""
    return _written(page.open())


# A dozen rules ask for the same page, one after the other.
@lru_cache(maxsize=8)
def _sentences(text: Text, title: str, short: str, description: str) -> tuple[Sentence, ...]:
    shown = {"title": title, "short": short, "description": description}
    head = (Sentence(_plain(value), text.marked.line(key)) for key, value in shown.items())
    return (*head, *(Sentence(_plain(one.text), one.line) for one in _written(text)))


@lru_cache(maxsize=8)
def _written(text: Text) -> tuple[Sentence, ...]:
    headings = (Sentence(heading.text, heading.line) for heading in text.headings)
    rows = (
        Sentence(row, line)
        for block in text.blocks
        if block.kind != "pre"
        for line, row in enumerate(block.prose.split("\n"), block.line)
    )
    return (*headings, *rows)


def _plain(text: str) -> str:
    # Every address and every time has one of the two, and few lines do.
    return ADDRESS.sub(CODE, text) if ":" in text or "@" in text else text
