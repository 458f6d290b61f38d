"""A rule is silenced without a reason, or a rule that does not exist.

The next editor cannot know whether the reason still holds.

Wrong: `<!-- allow missing-alt -->`

Right: `<!-- allow missing-alt: the picture repeats the text above -->`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, nearest, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Allowances without a reason, or for a name nobody knows."""
    for page in center.pages:
        for one in page.allowances:
            if one.rule not in center.rule_names:
                close = nearest(one.rule, center.rule_names)
                yield Note(
                    page.file,
                    one.line,
                    en=f"There is no rule {quote(one.rule)}."
                    + (f" Did you mean “{close}”?" if close else " `helpcenter rules` lists them."),
                    zh=f"没有{quote(one.rule)}这条规则。"
                    + (f"是不是“{close}”？" if close else "`helpcenter rules` 会列出所有规则。"),
                )
            elif not one.reason:
                yield Note(
                    page.file,
                    one.line,
                    en=f"“{one.rule}” is allowed without a reason. Write `<!-- allow {one.rule}: "
                    "why -->`.",
                    zh=f"放行“{one.rule}”没有写理由。写成 `<!-- allow {one.rule}: 理由 -->`。",
                )
