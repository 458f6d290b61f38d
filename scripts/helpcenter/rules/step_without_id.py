"""A step has no id.

A link to “step 3” breaks when a step is added above it, and the language switch loses the place.

Wrong: `1. **Find the order.** Open your history.`

Right: `1. **Find the order.** Open your history. {#find-order}`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Page, Step
from helpcenter.content.slug import MARK, slug
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Steps without `{#id}` at the end of their line."""
    for page in center.pages:
        taken = {id for id, _ in page.ids}
        for place, step in enumerate(page.steps):
            if step.id:
                continue
            id = _proposal(center, page, place, step, taken)
            taken.add(id)
            wrong = MARK.search(step.text)
            instead = f", instead of `{wrong[0]}`" if wrong else ""
            instead_zh = f"，代替 `{wrong[0]}`" if wrong else ""
            yield Note(
                page.file,
                step.line,
                en=f"Step {step.number}, {quote(step.text, 40)}, has no id. Write ` {{#{id}}}` at "
                f"the end of its line{instead}.",
                zh=f"第 {step.number} 步{quote(step.text, 30)}没有 id。"
                f"在这一行末尾写 ` {{#{id}}}`{instead_zh}。",
            )


def _proposal(center: Center, page: Page, place: int, step: Step, taken: set[str]) -> str:
    """The id of the same step in another language, or one made of its first words."""
    for twin in center.twins(page).values():
        if twin is not page and len(twin.steps) == len(page.steps):
            id = twin.steps[place].id
            if id and id not in taken:
                return id
    lead = step.text.partition(".")[0]
    id = slug(lead) or f"step-{step.number}"
    return f"{id}-{step.number}" if id in taken else id
