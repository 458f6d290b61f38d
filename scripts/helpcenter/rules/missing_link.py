"""A link or an image leads to no file.

A reader in trouble who meets “page not found” does not look further.

Wrong: `[Refunds](refund.html)`, `[Refunds](../payments/)`

Right: `[Refunds](../payments/refund.md)`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Link, Page
from helpcenter.content.targets import exists, locale_of, meant, read_target, written
from helpcenter.content.tree import IMAGES
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Relative links and images without a file in the page's language."""
    for page in center.pages:
        for link in page.links:
            if note := _note(center, page, link):
                yield note


def _note(center: Center, page: Page, link: Link) -> Note | None:
    target = read_target(page, link.target)
    if target.kind != "relative" or locale_of(center, target.file) not in ("", page.locale):
        return None
    picture = target.path.lower().endswith(IMAGES)
    if exists(center, page, target) and link.image == picture:
        return None
    better = meant(center, page, target, image=link.image or picture)
    shown = quote(link.target)
    if link.image and exists(center, page, target):
        en, zh = f"{shown} is no image.", f"{shown}不是图片。"
    elif link.image:
        en, zh = f"The image {shown} does not exist.", f"图片{shown}不存在。"
    else:
        en, zh = f"The link to {shown} leads to no file.", f"链接{shown}指向的文件不存在。"
    if better:
        en += f" Did you mean `{written(link, better)}`?"
        zh += f"是不是想写 `{written(link, better)}`？"
    elif link.image:
        en += " Put the file beside the article, or take the image out."
        zh += "把图片放到文章旁边，或者去掉这张图。"
    else:
        en += " Write the path of an article from this one, with `.md`, or take the link out."
        zh += "写出从这一篇到那篇文章的路径，以 `.md` 结尾；没有那篇，就去掉链接。"
    return Note(page.file, link.line, en=en, zh=zh)
