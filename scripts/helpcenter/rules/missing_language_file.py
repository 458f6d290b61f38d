"""A language lacks a file that the default language has.

Without patterns for new pages `helpcenter new` cannot write in that language; without synonyms its
readers find only what pages say word for word.

Wrong: `overrides/search/synonyms/zh.yml`, and no `overrides/search/synonyms/en.yml`

Right: both.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Patterns for new pages, and synonyms."""
    for fault in center.faults_of("missing-language-file"):
        model = fault.detail["model"]
        what, what_zh = (
            ("no patterns for new pages", "没有新页面的样板")
            if "/new/" in model
            else ("no synonyms for search", "没有搜索用的同义词")
        )
        yield Note(
            fault.path,
            fault.line,
            en=f"This language has {what} here. Copy `{model}` and translate it.",
            zh=f"这种语言{what_zh}。把 `{model}` 复制过来翻译。",
        )
