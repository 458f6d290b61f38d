"""The words of a link do not say where it leads.

People who listen to a page hear its links in a row: “here, here, here”. Others look for their own
problem and cannot find it.

Wrong: `[点击这里](refund.md)`, `[click here](refund.md)`, `[refund.md](refund.md)`

Right: `[怎样申请退款](refund.md)`, `[how to get a refund](refund.md)`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING

SETTINGS = {"words": list[str]()}
"""More words that say nothing, of the project's own."""
WORDS = {
    *(
        "点击这里",
        "点这里",
        "点此",
        "点击此处",
        "点击此",
        "此处",
        "这里",
        "戳这里",
        "链接",
        "这个链接",
    ),
    *(
        "查看详情",
        "详情",
        "更多",
        "了解更多",
        "查看更多",
        "点击查看",
        "这篇文章",
        "本文",
        "请看这里",
    ),
    *("here", "click here", "click", "this", "this link", "link", "this page", "this article"),
    *("more", "read more", "learn more", "see more", "see here", "go here", "tap here", "details"),
}
FILE = re.compile(r"[\w./-]+\.(?:md|html?|png|jpe?g|webp|svg|gif)(?:#[\w-]+)?")


def check(center: Center) -> Iterator[Note]:
    """Links, not images, with words that fit any link."""
    words = {*WORDS, *center.options.get("vague-link", SETTINGS).get("words", ())}
    for page in center.pages:
        for link in page.links:
            text = re.sub(r"[\W_]+$|^[\W_]+", "", link.text).casefold()
            if not link.image and (text in words or FILE.fullmatch(link.text.strip())):
                yield Note(
                    page.file,
                    link.line,
                    en=f"{quote(link.text)} does not say where the link leads. Write what the "
                    "reader finds there.",
                    zh=f"{quote(link.text)}没说链接通向哪里。写出读者会在那里看到什么。",
                )
