"""An address has a space, a backslash or a sign nobody sees.

Browsers differ in what they make of it; one of them leads nowhere.

Wrong: `[Refunds](..\\payments\\refund.md)`, `[Refunds](refund .md)`

Right: `[Refunds](../payments/refund.md)`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.targets import UNSEEN
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.ERROR

TITLED = re.compile(r"(\S+) +[“”‘’「『＂'](.+)[“”‘’」』＂']")
"""An address and a title, in quotation marks that Markdown does not know."""
HOST = re.compile(r"^(https?:)/*(?=\w)", re.IGNORECASE)


def check(center: Center) -> Iterator[Note]:
    """Links and images whose target has something that no address has."""
    for page in center.pages:
        for link in page.links:
            target = link.target
            if target.lower().startswith(("http://", "https://")):
                # In an address elsewhere a space is meant, in a file's name it is a slip.
                target = target.strip().replace(" ", "%20")
            titled = TITLED.fullmatch(target)
            right = UNSEEN.sub("", titled[1] if titled else target).replace("\\", "/")
            if link.html or "{{" in link.target:
                # Browsers do without, and what programs fill in has no address yet.
                continue
            if right != link.target and right:
                right = HOST.sub(r"\1//", right) + (f' "{titled[2]}"' if titled else "")
                safe = "\\" in link.target or not link.target.isascii()
                yield Note(
                    page.file,
                    link.line,
                    en=f"The address {quote(link.target)} has a space, a backslash or a sign that "
                    f"cannot be seen. Write `{right}`.",
                    zh=f"地址{quote(link.target)}里有空格、反斜杠或看不见的字符。写成 `{right}`。",
                    fix=Fix(link.target, right) if safe and " " not in link.target else None,
                )
