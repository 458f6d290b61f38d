"""The words of a page as people read them, line by line: what rules about writing look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from helpcenter.checking.repair import ADDRESS
from helpcenter.content.anatomy import CODE
from helpcenter.content.center import Center
from helpcenter.content.page import Page, Text


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words on one line. Code and addresses are a single sign, `CODE`."""

    text: str
    line: int


def in_chinese(center: Center) -> Iterator[Page]:
    """Every Chinese page."""
    yield from (page for page in center.pages if page.locale.partition("-")[0] == "zh")


def places(
    page: Page, pattern: re.Pattern[str], hint: re.Pattern[str] | None = None
) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """What `pattern` finds in the sentences of `page`.

    A line end must not hide from it what it would find at the end of a text. `hint` is what no
    match is without, if that is quicker to look for.
    """
    # Most rules find nothing on most pages, and one look at all of it is quick.
    if (hint or pattern).search(whole(page)):
        for one in sentences(page):
            yield from ((one, match) for match in pattern.finditer(one.text))


def whole(page: Page) -> str:
    """All sentences of `page`, with an empty line between them."""
    meta = page.meta
    return _whole(page.open(), meta.title, meta.short, meta.description)


def sentences(page: Page) -> Iterator[Sentence]:
    """Front matter that readers see, headings, and text; never code."""
    meta = page.meta
    shown = {"title": meta.title, "short": meta.short, "description": meta.description}
    for key, value in shown.items():
        yield Sentence(_plain(value), page.marked.line(key))
    for one in written(page):
        yield Sentence(_plain(one.text), one.line)


def whole_written(page: Page) -> str:
    """All that is `written`, with an empty line between."""
    return "\n\n".join(_rows(page.open()))


def written(page: Page) -> Iterator[Sentence]:
    """Headings and text, never code; addresses as they are."""
    for heading in page.headings:
        yield Sentence(heading.text, heading.line)
    for block in page.blocks:
        if block.kind != "pre":
            for offset, row in enumerate(block.prose.split("\n")):
                yield Sentence(row, block.line + offset)


# A dozen rules look at the same page, one after the other.
@lru_cache(maxsize=8)
def _whole(text: Text, *shown: str) -> str:
    return "\n\n".join(map(_plain, (*shown, *_rows(text))))


@lru_cache(maxsize=8)
def _rows(text: Text) -> tuple[str, ...]:
    blocks = (one.prose.split("\n") for one in text.blocks if one.kind != "pre")
    return (*(one.text for one in text.headings), *chain.from_iterable(blocks))


def _plain(text: str) -> str:
    # Every address and every time has one of the two, and few lines do.
    return ADDRESS.sub(CODE, text) if ":" in text or "@" in text else text
