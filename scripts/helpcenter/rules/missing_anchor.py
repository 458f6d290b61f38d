"""A link leads to a place that its page does not have.

The reader lands at the top of a long page and must search for what the link promised.

Wrong: `[Freeze it](freeze-wallet.md#step)`

Right: `[Freeze it](freeze-wallet.md#steps)`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.content.targets import Target, inside, locale_of, read_target, written
from helpcenter.finding import Level, Note, nearest, quote
from helpcenter.foreign.project import Project

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Anchors without an element of that id on the page they lead to."""
    for page in center.pages:
        for link in page.links:
            target = read_target(page, link.target)
            other = _page(center, page, target, html=link.html)
            anchor = target.anchor
            if other is None or anchor in ("", "top") or anchor.startswith(":~:"):
                continue
            ids = [id for id, _ in other.ids]
            if anchor in ids or (center.foreign and _hidden(center.foreign, other, anchor)):
                continue
            where = "This page" if other is page else other.file
            en = f"{where} has no place {quote('#' + anchor)}."
            where = "这一页" if other is page else f"{other.file} "
            zh = f"{where}没有{quote('#' + anchor)}这个位置。"
            if center.foreign:
                ids = [*ids, *sorted(center.foreign.more_ids.get(other.file, ()))]
            close = nearest(anchor, ids) or nearest(anchor.lower(), ids)
            if close:
                better = written(link, link.target.partition("#")[0] + "#" + close)
                en += f" Did you mean `{better}`?"
                zh += f"是不是想写 `{better}`？"
            elif ids and not center.foreign:
                some = ", ".join(f"`#{id}`" for id in dict.fromkeys(ids))
                en += f" Choose one of {some}."
                zh += f"从这些里选一个：{some.replace(', ', '、')}。"
            else:
                en += f" Write `{{#{anchor}}}` behind the heading that is meant there, or link to "
                en += "the page alone."
                zh += f"在那一页要去的标题后面写 `{{#{anchor}}}`，或者只链接到页面。"
            yield Note(page.file, link.line, en=en, zh=zh)


def _hidden(project: Project, page: Page, anchor: str) -> bool:
    """Whether a page of somebody else's project may well have that place."""
    made = anchor.startswith("__") or anchor in project.more_ids.get(page.file, ())
    return made or page.file in project.unsure


def _page(center: Center, page: Page, target: Target, *, html: bool) -> Page | None:
    """The page whose ids count: the reader's own, or what is shown instead."""
    if target.kind == "anchor":
        return page
    if center.foreign:
        if not center.foreign.judges(page.file, target.kind, target.path, html=html):
            return None
        return _by_file(center, center.foreign.find(page.file, target.path, html=html))
    if target.kind != "relative" or not target.file.endswith(".md"):
        return None
    if locale_of(center, target.file) != page.locale:
        return None
    path = inside(center, page.locale, target.file).removesuffix(".md")
    if center.has(page.locale, path):
        return center.page(page.locale, path)
    return center.shown(page.locale, path)


def _by_file(center: Center, file: str | None) -> Page | None:
    """The page of somebody else's project that is written in `file`."""
    if file is None or center.foreign is None:
        return None
    source = center.foreign.source(file)
    locale = center.foreign.folder_locale(source)
    return center.page(locale, source.rpartition(".")[0])
