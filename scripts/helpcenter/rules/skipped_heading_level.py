"""A heading is more than one level below the heading above it.

Screen readers announce the levels; a gap sounds as if a section were missing.

Wrong: `#### On an iPhone` under `## Steps`.

Right: `### On an iPhone`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Headings that leave out a level."""
    for page in center.pages:
        above = 1
        for heading in page.headings:
            if heading.level > above + 1:
                right = f"{'#' * (above + 1)} {heading.text}"
                right += f" {{#{heading.id}}}" if heading.id else ""
                yield Note(
                    page.file,
                    heading.line,
                    en=f"The heading {quote(heading.text)} skips a level. Write `{right}`.",
                    zh=f"标题{quote(heading.text)}跳过了一级。写成 `{right}`。",
                )
            above = heading.level
