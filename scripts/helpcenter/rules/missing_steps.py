"""A question has no numbered steps.

A reader in trouble needs to know what to do first, second, third. Prose and bullets do not say in
which order.

Wrong:

    首先打开应用，其次点“客服”。

Right:

    ## 步骤 {#steps}

    1. **打开客服。** 打开应用，点“客服”。 {#open-support}
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.center import Center
from helpcenter.finding import Level, Note
from helpcenter.page import STEPS

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Pages of kind `faq` without a step."""
    for page in center.pages:
        if page.meta.kind != "faq" or page.steps:
            continue
        title = page.meta.title
        heading = next((one for one in page.headings if one.id == STEPS), None)
        yield Note(
            page.file,
            heading.line if heading else page.body_line,
            en=f"“{title}” has no numbered steps. "
            "Under `## Steps {#steps}`, write `1. …`, `2. …`, each on a line of its own.",
            zh=f"“{title}”没有编号的步骤。在 `## 步骤 {{#steps}}` 下面写 `1. …`、`2. …`，每步一行。",
        )
