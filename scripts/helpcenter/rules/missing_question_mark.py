"""The title of a question does not end with a question mark.

Readers recognise their own question by it, and every list of questions looks the same.

Wrong: `title: 怎样申请退款`, `title: 怎样申请退款?`

Right: `title: 怎样申请退款？`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
MARKS = "?？؟;՞"
"""Question marks of several scripts; the Greek one looks like a semicolon."""


def check(center: Center) -> Iterator[Note]:
    """Questions whose title ends otherwise, or with the mark of another script."""
    for page in center.pages:
        title = page.meta.title
        right = "？" if HAN.search(title) else "?"
        other = "?" if right == "？" else "？"
        if page.meta.kind != "faq" or (title[-1] in MARKS and title[-1] != other):
            continue
        better = title.rstrip("?？.。!！ ") + right
        yield Note(
            page.file,
            page.marked.line("title"),
            en=f"The title {quote(title)} does not end with “{right}”. Write `title: {better}`.",
            zh=f"标题{quote(title)}没有用“{right}”结尾。写成 `title: {better}`。",
        )
