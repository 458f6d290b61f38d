"""The front matter names a page that does not exist, or the page itself.

The place where readers expect the next page stays empty.

Wrong: `related: [payments/refunds]`

Right: `related: [payments/refund]`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.published import moved_by_hand
from helpcenter.finding import Level, Note, nearest_page, quote

LEVEL = Level.ERROR


KEYS = ("related", "urgent", "wanted")


def check(center: Center) -> Iterator[Note]:
    """Paths in `related`, `urgent` and `wanted` without a page in any language."""
    moved = moved_by_hand(center)
    for page in center.pages:
        for key in KEYS:
            for place, path in enumerate(getattr(page.meta, key)):
                en, zh = f"“{key}” names {quote(path)}, ", f"“{key}”里的{quote(path)}"
                if path == page.path:
                    en, zh = f"{en}this page itself. Take it out.", f"{zh}就是这一页。删掉它。"
                elif path in center.written:
                    continue
                elif close := moved.get(path) or nearest_page(path, center.written):
                    en += f"which does not exist. Did you mean `{close}`?"
                    zh += f"不存在。是不是想写 `{close}`？"
                    if path in moved:
                        en += f" `helpcenter rename {path} {close}` mends every mention."
                        zh += f"运行 `helpcenter rename {path} {close}`，各处一起改好。"
                else:
                    en += "which does not exist. Take it out, or write the page."
                    zh += "不存在。删掉它，或者写出那一页。"
                yield Note(page.file, page.marked.line(key, place), en=en, zh=zh)
