"""A list of expected queries has a line that means nothing.

The lists in `tests/queries/` promise that people find the right page by their own words. A line
that names no page, or cannot be read, promises nothing.

Wrong: `money back: payments/refnd`

Right: `money back: payments/refund`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.moved import moved_by_hand
from helpcenter.finding import Level, Note, nearest, nearest_page, quote
from helpcenter.search.queries import KINDS

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """What is wrong in the lists, and pages that do not exist."""
    for fault in center.faults_of("wrong-queries"):
        value = fault.detail.get("value", "")
        near = nearest(value, KINDS)
        kinds = ", ".join(KINDS)
        en, zh = {
            "syntax": (
                f"The YAML is broken here ({value}). Write `money back: payments/refund`.",
                f"这里的 YAML 写错了（{value}）。写成 `退钱: payments/refund`。",
            ),
            "shape": (
                "This is not the expected list. Write a heading such as `short:`, and below it "
                "`money back: payments/refund`.",
                "这里的格式不对。先写 `short:` 这样的分类，下面写 `退钱: payments/refund`。",
            ),
            "kind": (
                f"Nobody knows the heading {quote(value)}. "
                + (f"Did you mean `{near}:`?" if near else f"Choose one of: {kinds}."),
                f"没有{quote(value)}这个分类。"
                + (f"是不是 `{near}:`？" if near else f"可选：{kinds}。"),
            ),
            "pages": (
                f"{quote(value)} leads to no page. Write `{value}: payments/refund`.",
                f"{quote(value)}没有写页面。写成 `{value}: payments/refund`。",
            ),
        }[fault.detail["why"]]
        yield Note(fault.path, fault.line, en=en, zh=zh)
    moved = moved_by_hand(center)
    for query in center.queries:
        for path in query.pages:
            if path in center.paths:
                continue
            near = moved.get(path) or nearest_page(path, center.paths)
            yield Note(
                query.file,
                query.line,
                en=f"{quote(query.text)} should lead to “{path}”, and there is no such page. "
                + (
                    f"Did you mean “{near}”?"
                    if near
                    else "Name the page that helps now, or delete the line."
                ),
                zh=f"{quote(query.text)}该看到“{path}”，但没有这一页。"
                + (f"是不是“{near}”？" if near else "写现在该看的页面，或者删掉这一行。"),
            )
