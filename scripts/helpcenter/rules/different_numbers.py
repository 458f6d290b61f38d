"""A number stands in one language and not in the other.

Amounts, days and limits are what readers act on; a translation that keeps an old one is wrong where
it hurts.

Wrong: “within 14 days” beside “7 天内”.

Right: the same number in both, in digits or in words.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checking.prose import sentences
from helpcenter.checking.twins import nearby, pairs
from helpcenter.contacts.numerals import said, written
from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Numbers in digits that a twin does not have, in digits or in words."""
    for original, page in pairs(center):
        theirs, ours = _said(original), _said(page)
        for number, line in _written(original).items():
            if number not in ours:
                yield Note(
                    page.file,
                    nearby(original, line, page),
                    en=f"The number {number} of {original.file}:{line} is not on this page. "
                    "Compare the two places.",
                    zh=f"{original.file}:{line} 的数字 {number} 在这一页里没有。对照两边改过来。",
                )
        for number, line in _written(page).items():
            if number not in theirs:
                yield Note(
                    page.file,
                    line,
                    en=f"The number {number} is not in {original.file}. Compare the two places.",
                    zh=f"数字 {number} 在 {original.file} 里没有。对照两边改过来。",
                )


def _written(page: Page) -> dict[str, int]:
    """Every number in digits, with its first line."""
    found: dict[str, int] = {}
    for one in sentences(page):
        for number in sorted(written(one.text)):
            found.setdefault(number, one.line)
    return found


def _said(page: Page) -> set[str]:
    return {number for one in sentences(page) for number in said(one.text)}
