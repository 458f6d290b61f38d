"""A rule is silenced without a reason, or one that does not exist or may not be silenced.

The next editor cannot know whether the reason still holds. Rules about contacts hold everywhere:
whoever slips in a number could slip in a comment as well.

Wrong: `<!-- allow missing-alt -->`

Right: `<!-- allow missing-alt: the picture repeats the text above -->`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.contacts.names import NAMES as CONTACTS
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
            elif one.rule in CONTACTS:
                yield Note(
                    page.file,
                    one.line,
                    en=f"“{one.rule}” is about contacts and holds everywhere. Take this comment "
                    "out; a contact that readers need belongs in `overrides/contacts.yml`.",
                    zh=f"“{one.rule}”是关于联系方式的规则，在哪里都不能放行。删掉这条注释；"
                    "读者需要的联系方式写进 `overrides/contacts.yml`。",
                )
            elif not one.reason:
                yield Note(
                    page.file,
                    one.line,
                    en=f"“{one.rule}” is allowed without a reason. Write `<!-- allow {one.rule}: "
                    "why -->`.",
                    zh=f"放行“{one.rule}”没有写理由。写成 `<!-- allow {one.rule}: 理由 -->`。",
                )
