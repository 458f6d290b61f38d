"""An article does not begin with its front matter.

Without it there is no title and no answer for result lists, and MkDocs takes first lines such as
“Note: call your bank first” for data: they vanish from the page.

Wrong:

    Note: call your bank first.

Right:

    ---
    title: How do I get a refund?
    short: Get a refund
    description: Ask the merchant first.
    kind: faq
    severity: normal
    reviewed: 2026-11-22
    ---

    Note: call your bank first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.meta import REQUIRED
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


SWALLOWED = re.compile(r"[A-Za-z0-9_-]+:")
"""How a line begins that MkDocs takes for data."""


def check(center: Center) -> Iterator[Note]:
    """Articles whose first line is not `---`."""
    keys = ", ".join(f"`{key}: …`" for key in REQUIRED)
    keys_zh = "、".join(f"`{key}: …`" for key in REQUIRED)
    for fault in center.faults_of("missing-front-matter"):
        if fault.detail["later"]:
            yield Note(
                fault.path,
                fault.line,
                en="Something stands above the first `---`, so MkDocs would publish the lines "
                "below it as text. Delete the empty lines at the top.",
                zh="第一行 `---` 上面还有内容，MkDocs 会把下面几行当成正文发布。删掉开头的空行。",
            )
            continue
        first = fault.detail["first"]
        en = f"The page begins with {quote(first)}" if first.strip() else "The first line is empty"
        zh = f"这一页开头是{quote(first)}" if first.strip() else "第一行是空的"
        if SWALLOWED.match(first):
            en += ", which MkDocs would swallow as data"
            zh += "，MkDocs 会把它当成数据吞掉"
        yield Note(
            fault.path,
            fault.line,
            en=f"{en}. Write `---` above it, then {keys}, each on a line of its own, then `---`.",
            zh=f"{zh}。在它上面先写一行 `---`，再写 {keys_zh}，每项一行，最后再写一行 `---`。",
        )
