"""The words of a page as people read them, line by line: what rules about writing look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from helpcenter.checking.repair import ADDRESS
from helpcenter.content.anatomy import CODE
from helpcenter.content.center import Center
from helpcenter.content.page import Page


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


def sentences(page: Page) -> Iterator[Sentence]:
    """Front matter that readers see, headings, and text; never code."""
    meta = page.meta
    shown = [("title", meta.title), ("short", meta.short), ("description", meta.description)]
    for key, value in shown:
        yield Sentence(_plain(value), page.marked.line(key))
    for one in written(page):
        yield Sentence(_plain(one.text), one.line)


def written(page: Page) -> Iterator[Sentence]:
    """Headings and text, never code; addresses as they are."""
    for heading in page.headings:
        yield Sentence(heading.text, heading.line)
    for block in page.blocks:
        if block.kind != "pre":
            for offset, row in enumerate(block.prose.split("\n")):
                yield Sentence(row, block.line + offset)


def _plain(text: str) -> str:
    # Every address and every time has one of the two, and few lines do.
    return ADDRESS.sub(CODE, text) if ":" in text or "@" in text else text
