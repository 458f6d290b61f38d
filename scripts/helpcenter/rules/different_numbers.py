"""A number stands in one language and not in the other.

Amounts, days and limits are what readers act on; a translation that keeps an old one is wrong where
it hurts.

Wrong: “within 14 days” beside “7 天内”.

Right: the same number in both, in digits or in words.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checking.prose import sentences, whole
from helpcenter.checking.twins import nearby, pairs
from helpcenter.contacts.numerals import said, written
from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Numbers in digits that a twin does not have, in digits or in words."""
    for original, page in pairs(center):
        # Nearly always; then no words have to be looked at.
        if written(whole(original)) == written(whole(page)):
            continue
        for number, line in _lacking(original, said(whole(page))):
            yield Note(
                page.file,
                nearby(original, line, page),
                en=f"The number {number} of {original.file}:{line} is not on this page. "
                "Compare the two places.",
                zh=f"{original.file}:{line} 的数字 {number} 在这一页里没有。对照两边改过来。",
            )
        for number, line in _lacking(page, said(whole(original))):
            yield Note(
                page.file,
                line,
                en=f"The number {number} is not in {original.file}. Compare the two places.",
                zh=f"数字 {number} 在 {original.file} 里没有。对照两边改过来。",
            )


def _lacking(page: Page, others: set[str]) -> Iterator[tuple[str, int]]:
    """Every number in digits that is none of `others`, with its first line."""
    found: set[str] = set()
    for one in sentences(page):
        for number in sorted(written(one.text) - others - found):
            found.add(number)
            yield number, one.line
