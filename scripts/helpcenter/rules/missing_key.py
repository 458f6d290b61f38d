"""The front matter lacks a key that every page needs.

Without a title, an answer in one sentence or a kind, a page cannot be shown in lists and searches.

Wrong: an article without `description`.

Right: `description: Ask the merchant first, then your bank.`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


EXAMPLES = {
    "title": ("How do I get a refund?", "怎样申请退款？"),
    "short": ("Get a refund", "申请退款"),
    "description": ("Ask the merchant first, then your bank", "先找商户，再找银行"),
    "kind": ("faq", "faq"),
    "severity": ("normal", "normal"),
    "reviewed": ("2026-11-22", "2026-11-22"),
}


def check(center: Center) -> Iterator[Note]:
    """Required keys that are not there."""
    for fault in center.faults_of("missing-key"):
        key = fault.detail["key"]
        en, zh = EXAMPLES[key]
        yield Note(
            fault.path,
            fault.line,
            en=f"The front matter has no “{key}”. Add a line such as `{key}: {en}`.",
            zh=f"文件开头的信息缺“{key}”。加上一行，例如 `{key}: {zh}`。",
        )
