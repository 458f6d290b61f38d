"""A language lacks words of the interface.

Buttons and notices would appear in another language, or not at all.

Wrong: `search: 搜索` in `overrides/words/zh.yml`, and no `search` in `overrides/words/en.yml`.

Right: the same keys in both files.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Keys that another language has, and files that are missing."""
    for fault in center.faults_of("missing-words"):
        key = fault.detail["key"]
        if key:
            en = f"This language has no words for {quote(key)}. Add a line `{key}: …`."
            zh = f"这种语言缺{quote(key)}的用语。加上一行 `{key}: …`。"
        else:
            default = center.settings.default.locale
            model = fault.path.rpartition("/")[0] + f"/{default}.yml"
            en = f"This language has no file of interface words. Copy {model} to it and translate "
            en += "the values."
            zh = f"这种语言没有界面用语的文件。把 {model} 复制过来，翻译里面的值。"
        yield Note(fault.path, fault.line, en=en, zh=zh)
