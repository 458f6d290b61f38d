"""A heading has no words.

It leaves a blank line in the list of contents, and screen readers announce a heading of nothing.

Wrong: `## {#steps}`

Right: `## Steps {#steps}`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.anatomy import CODE
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Headings without a letter or digit."""
    for page in center.pages:
        for heading in page.headings:
            if not any(sign.isalnum() or sign == CODE for sign in heading.text):
                yield Note(
                    page.file,
                    heading.line,
                    en="This heading has no words. Write what stands below it, or take it out.",
                    zh="这个标题没有文字。写出下面讲什么，或者去掉。",
                )
