"""Two pages of one language ask the same.

A reader finds both and does not know which one is right; editors correct only one of them.

Wrong: `title: How do I get a refund?` on two pages.

Right: one page a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Pages whose title an earlier page of the language has, letter for letter."""
    known: dict[tuple[str, str], Page] = {}
    for page in center.pages:
        letters = re.sub(r"[\W_]+", "", page.meta.title).casefold()
        first = known.setdefault((page.locale, letters), page)
        if first is not page and letters:
            yield Note(
                page.file,
                page.marked.line("title"),
                en=f"{quote(page.meta.title)} is asked by {first.file} already. Make one page of "
                "the two, or say in both titles what is different.",
                zh=f"{quote(page.meta.title)}和 {first.file} 问的是同一件事。"
                "合成一篇，或者在标题里写出区别。",
            )
