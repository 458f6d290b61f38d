"""A keyword pulls a page to the top for a query that another page answers.

The expected queries in `tests/queries/` say which page a reader should see. A keyword with the very
words of such a query, on a page that is not meant, puts the wrong answer first.

Wrong: `keywords: [charged twice]` on `payments/refund`, when “charged twice” should lead to
`payments/wrong-charge`

Right: `keywords: [charged twice]` on `payments/wrong-charge`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote
from helpcenter.search.queries import Query
from helpcenter.search.sameness import sameness

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Keywords that are an expected query of other pages."""
    wanted: dict[tuple[str, str], Query] = {}
    for query in center.queries:
        wanted.setdefault((query.locale, sameness(query.text)), query)
    for page in center.pages:
        for place, keyword in enumerate(page.meta.keywords):
            found = wanted.get((page.locale, sameness(keyword)))
            if found is None or page.path in found.pages or page.meta.kind == "topic":
                continue
            pages = ", ".join(found.pages)
            yield Note(
                page.file,
                page.marked.line("keywords", place),
                en=f"Whoever types {quote(keyword)} should see {pages} "
                f"({found.file}:{found.line}). "
                "Move the keyword there, or add this page to that line.",
                zh=f"搜{quote(keyword)}该看到 {pages}（{found.file}:{found.line}）。"
                "把关键词移到那一页，或者把这一页加进那一行。",
            )
