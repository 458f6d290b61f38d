"""A thing is called by a name this help center does not use for it.

Readers think two names are two things, and search for the wrong one.

Wrong: `登陆你的帐户`

Right: `登录你的账户`

A project adds its own in `pyproject.toml`:

    [tool.helpcenter.rules.wrong-term]
    terms = { "e-wallet" = "wallet" }
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from helpcenter.checking.prose import places
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING

SETTINGS = {"terms": dict[str, str]()}
"""Names that are not used, each with the one that is."""
TERMS = {"登陆": "登录", "帐户": "账户", "帐号": "账号", "帐单": "账单", "转帐": "转账"}


def check(center: Center) -> Iterator[Note]:
    """Names from the list, as whole words where the script has words."""
    terms = TERMS | center.options.get("wrong-term", SETTINGS).get("terms", {})
    pattern = _pattern(tuple(sorted(terms, key=len, reverse=True)))
    lower = {wrong.lower(): right for wrong, right in terms.items()}
    for page in center.pages:
        for sentence, match in places(page, pattern):
            right = lower[match[0].lower()]
            yield Note(
                page.file,
                sentence.line,
                en=f"{quote(match[0])} is called “{right}” here. Write “{right}”.",
                zh=f"{quote(match[0])}在这里叫“{right}”。写成“{right}”。",
            )


@cache
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    parts = [
        rf"(?<![\w]){re.escape(one)}(?![\w])" if one.isascii() else re.escape(one) for one in terms
    ]
    # Most have no letters to ignore the case of, and are found ten times as fast for it.
    cased = any(one.lower() != one.upper() for one in terms)
    return re.compile("|".join(parts), re.IGNORECASE if cased else 0)
