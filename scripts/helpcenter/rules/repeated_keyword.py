"""Two pages have the same keyword.

A keyword says: whoever types this wants this page. Promised to two pages, it leads to whichever
happens to weigh more, often the wrong one.

Wrong: `keywords: [money missing]` on `balance/wrong-balance` and on `balance/topup-not-arrived`

Right: `keywords: [balance too low]` and `keywords: [top-up missing]`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.finding import Level, Note, quote
from helpcenter.search.sameness import sameness

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """The second page of every such keyword; topic pages may repeat those of their questions."""
    seen: dict[tuple[str, str], Page] = {}
    for page in center.pages:
        if page.meta.kind in ("home", "topic"):
            continue
        for place, keyword in enumerate(page.meta.keywords):
            first = seen.setdefault((page.locale, sameness(keyword)), page)
            if first is page:
                continue
            yield Note(
                page.file,
                page.marked.line("keywords", place),
                en=f"{quote(keyword)} is a keyword of {first.file} too. Keep it on the page that "
                "answers it.",
                zh=f"{quote(keyword)}也是 {first.file} 的关键词。只留在真正回答它的那一页。",
            )
