"""An article has a first-level heading of its own.

The title comes from the front matter. A second one confuses screen readers and result lists.

Wrong: `# Refunds` in the text.

Right: `title: How do I get a refund?` above it, and `## Steps {#steps}` in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Headings written with one `#`."""
    for page in center.pages:
        for heading in page.headings:
            if heading.level == 1:
                yield Note(
                    page.file,
                    heading.line,
                    en=f"{quote(heading.text)} is a second title; the page has one in its front "
                    "matter. Delete the line, or write it with `##`.",
                    zh=f"{quote(heading.text)}成了第二个标题，文件开头已经有 `title`。"
                    "删掉这一行，或者写成 `##`。",
                )
