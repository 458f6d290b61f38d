"""A line in bold stands where a heading should be.

It looks like a heading and is none: it is missing from the list of contents and cannot be linked.

Wrong: `**What happens next**` as a paragraph of its own.

Right: `## What happens next {#what-next}`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING

BOLD = re.compile(r"<p><strong>([^<]+)</strong></p>")


def check(center: Center) -> Iterator[Note]:
    """Paragraphs that are bold from end to end and no sentence."""
    for page in center.pages:
        for section in page.sections:
            for match in BOLD.finditer(section.html):
                text = match[1].strip()
                if text and text[-1] not in ".。!！?？…;；,，":
                    yield Note(
                        page.file,
                        _line(page, text, section.line),
                        en=f"{quote(text)} looks like a heading. Write it as `## {text} "
                        "{#…}`, or as a sentence.",
                        zh=f"{quote(text)}看起来是标题。写成 `## {text} {{#…}}`，或者写成一句话。",
                    )


def _line(page: Page, text: str, after: int) -> int:
    return next((one.line for one in page.blocks if one.text == text and one.line >= after), after)
