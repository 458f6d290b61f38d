"""A link or an image leads to no file.

A reader in trouble who meets “page not found” does not look further.

Wrong: `[Refunds](refund.html)`, `[Refunds](../payments/)`

Right: `[Refunds](../payments/refund.md)`
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Link, Page
from helpcenter.content.targets import exists, locale_of, meant, read_target, written
from helpcenter.content.tree import IMAGES
from helpcenter.finding import Fix, Level, Note, quote
from helpcenter.foreign.project import Project

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Relative links and images without a file in the page's language."""
    for page in center.pages:
        for link in page.links:
            if note := _note(center, page, link):
                yield note


def _foreign_note(center: Center, project: Project, page: Page, link: Link) -> Note | None:
    """In somebody else's project any file may be linked, and an address that leads to a page."""
    target = read_target(page, link.target)
    if not project.judges(page.file, target.kind, link.target, html=link.html):
        return None
    if project.find(page.file, target.path, html=link.html) is not None:
        return None
    shown = quote(link.target)
    if project.is_excluded(page.file, target.path):
        return Note(
            page.file,
            link.line,
            en=f"The link to {shown} leads to a file that is not published. Publish it, or take "
            "the link out.",
            zh=f"链接{shown}指向的文件不会发布。把它加进发布范围，或者去掉链接。",
        )
    what, what_zh = ("image", "图片") if link.image else ("link to", "链接")
    en, zh = f"The {what} {shown} leads to no file.", f"{what_zh}{shown}指向的文件不存在。"
    better = None if link.html else meant(center, page, target, image=link.image)
    if better and better != link.target:
        en += f" Did you mean `{written(link, better)}`?"
        zh += f"是不是想写 `{written(link, better)}`？"
    else:
        start, start_zh = ("page’s address", "这一页的网址") if link.html else ("file", "这个文件")
        en += f" Write the path from this {start}, or take it out."
        zh += f"写从{start_zh}出发的路径，或者去掉。"
    return Note(page.file, link.line, en=en, zh=zh)


def _note(center: Center, page: Page, link: Link) -> Note | None:
    target = read_target(page, link.target)
    if center.foreign:
        return _foreign_note(center, center.foreign, page, link)
    if target.kind != "relative" or locale_of(center, target.file) not in ("", page.locale):
        return None
    picture = target.path.lower().endswith(IMAGES)
    if exists(center, page, target) and link.image == picture:
        return None
    better = meant(center, page, target, image=link.image or picture)
    shown = quote(link.target)
    if picture and exists(center, page, target):
        right = f"!{written(link, link.target)}"
        return Note(
            page.file,
            link.line,
            en=f"{shown} is a picture, and a plain link leads out of the site to it. Show it here: "
            f"`{right}`.",
            zh=f"{shown}是图片，普通链接会离开网站去打开它。直接显示出来：`{right}`。",
        )
    if link.image and exists(center, page, target):
        en, zh = f"{shown} is no image.", f"{shown}不是图片。"
    elif link.image:
        en, zh = f"The image {shown} does not exist.", f"图片{shown}不存在。"
    else:
        en, zh = f"The link to {shown} leads to no file.", f"链接{shown}指向的文件不存在。"
    if better:
        mark = "!" if picture and not link.image else ""
        en += f" Did you mean `{mark}{written(link, better)}`?"
        zh += f"是不是想写 `{mark}{written(link, better)}`？"
    elif target.path.lower().startswith("www."):
        en += f" Did you mean `{written(link, f'https://{link.target}')}`?"
        zh += f"是不是想写 `{written(link, f'https://{link.target}')}`？"
    elif link.image:
        en += " Put the file beside the article, or take the image out."
        zh += "把图片放到文章旁边，或者去掉这张图。"
    else:
        en += " Write the path of an article from this one, with `.md`, or take the link out."
        zh += "写出从这一篇到那篇文章的路径，以 `.md` 结尾；没有那篇，就去掉链接。"
    meant_file = posixpath.join(posixpath.dirname(page.file), (better or "").partition("#")[0])
    same = better and posixpath.normpath(meant_file).casefold() == target.file.casefold()
    # Only the letters' case is wrong.
    fix = Fix(f"]({link.target})", f"]({better})") if same and not target.query else None
    return Note(page.file, link.line, en=en, zh=zh, fix=fix)
