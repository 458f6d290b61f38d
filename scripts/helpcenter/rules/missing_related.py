"""The front matter names a page that does not exist, or the page itself.

The place where readers expect the next page stays empty.

Wrong: `related: [payments/refunds]`

Right: `related: [payments/refund]`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.moved import moved_by_hand
from helpcenter.finding import Level, Note, nearest_page, quote

LEVEL = Level.ERROR


KEYS = ("related", "urgent", "wanted")


def check(center: Center) -> Iterator[Note]:
    """Paths in `related`, `urgent` and `wanted` without a page in any language."""
    for page in center.pages:
        for key in KEYS:
            for place, path in enumerate(getattr(page.meta, key)):
                en, zh = f"“{key}” names {quote(path)}, ", f"“{key}”里的{quote(path)}"
                if path == page.path:
                    en, zh = f"{en}this page itself. Take it out.", f"{zh}就是这一页。删掉它。"
                elif path in center.written:
                    continue
                else:
                    more_en, more_zh = _missing(center, path)
                    en, zh = en + more_en, zh + more_zh
                yield Note(page.file, page.marked.line(key, place), en=en, zh=zh)


def _missing(center: Center, path: str) -> tuple[str, str]:
    """What to say of a path without a page, in English and in Chinese."""
    moved = moved_by_hand(center).get(path)
    close = moved or nearest_page(path, center.written)
    if not close:
        return (
            "which does not exist. Take it out, or write the page.",
            "不存在。删掉它，或者写出那一页。",
        )
    en, zh = f"which does not exist. Did you mean `{close}`?", f"不存在。是不是想写 `{close}`？"
    if moved:
        en += f" `helpcenter rename {path} {close}` mends every mention."
        zh += f"运行 `helpcenter rename {path} {close}`，各处一起改好。"
    return en, zh
