"""A translation does not show the images of its original.

A picture that explains a step is missing in one language.

Wrong: `![收据](receipt.png)` in one language only.

Right: `![Receipt](receipt.png)` in the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checking.twins import lone_links, pairs
from helpcenter.content.center import Center
from helpcenter.content.page import Link, Page
from helpcenter.content.targets import inside, read_target, written
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Images that only one of two twins has."""
    for original, page in pairs(center):
        for one in lone_links(original, page, _images(center, original), _images(center, page)):
            if one.original:
                where = f"{original.file}:{one.link.line}"
                shown = written(one.link, one.link.target)
                en = (
                    f"The image `{shown}` of {where} is missing here. Add it with words in this "
                    "language, or take it out there."
                )
                zh = (
                    f"{where} 的图片 `{shown}` 这里没有。补上，并配上本语言的说明；"
                    "或者把那边的去掉。"
                )
            else:
                shown = quote(one.link.target)
                en = (
                    f"The image {shown} is not in {original.file}. Add it there, or take it out "
                    "here."
                )
                zh = f"图片{shown}在 {original.file} 里没有。那边补上，或者这里去掉。"
            yield Note(page.file, one.line, en=en, zh=zh)


def _images(center: Center, page: Page) -> list[tuple[str, Link]]:
    """The image files of a page, by the name they have in every language."""
    return [
        (inside(center, page.locale, read_target(page, link.target).file), link)
        for link in page.links
        if link.image
    ]
