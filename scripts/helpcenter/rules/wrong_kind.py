"""The kind of a page does not fit its place.

The kind decides how a page looks: the top `index.md` is the home page, a folder's `index.md` shows
the questions of its topic, and nothing else can be either.

Wrong: `kind: faq` in `docs/zh/payments/index.md`.

Right: `kind: topic`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.meta import KINDS
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Home pages, topic pages and others that claim to be something else."""
    articles = [kind for kind in KINDS if kind not in ("home", "topic")]
    for page in center.pages:
        kind = page.meta.kind
        if page.path == "index":
            right = ["home"]
        elif page.path.endswith("/index"):
            right = ["topic"]
        else:
            right = articles
        if kind in right:
            continue
        one_of = " or ".join(f"`kind: {one}`" for one in right)
        one_of_zh = "、".join(f"`kind: {one}`" for one in right)
        write = "写 " if len(right) == 1 else "从这些里选一个："
        what, what_zh = {
            "home": ("the home page", "首页"),
            "topic": ("a topic’s own page", "专题页"),
        }.get(right[0], ("an article", "文章"))
        yield Note(
            page.file,
            page.marked.line("kind"),
            en=f"This file is {what}, and its kind is “{kind}”. Write {one_of}.",
            zh=f"这个文件是{what_zh}，类型却写成“{kind}”。{write}{one_of_zh}。",
        )
