"""The front matter has a key that nobody knows.

A mistyped key does nothing, and what it should have done is missing from the page.

Wrong: `keyword: [refund]`

Right: `keywords: [refund]`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.meta import HOME_ONLY, KEYS
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Keys that are not in the schema, or not for this kind of page."""
    for fault in center.faults_of("unknown-key"):
        key, near = fault.detail["key"], fault.detail["near"]
        if key in HOME_ONLY:
            en = f"The key {quote(key)} is for the home page only. Delete the line, or write "
            en += "`kind: home` if this is the home page."
            zh = f"{quote(key)}这个键只用在首页。删掉这一行；这一页就是首页，写 `kind: home`。"
        elif near:
            en = f"There is no key {quote(key)}. Did you mean `{near}:`?"
            zh = f"没有{quote(key)}这个键。是不是想写 `{near}:`？"
        else:
            en = f"There is no key {quote(key)}. Delete the line; the keys are {', '.join(KEYS)}."
            zh = f"没有{quote(key)}这个键。删掉这一行；可用的键：{'、'.join(KEYS)}。"
        yield Note(fault.path, fault.line, en=en, zh=zh)
