"""An address has a space, a backslash, a sign nobody sees, or a title in wrong quotation marks.

Browsers differ in what they make of it; one of them leads nowhere.

Wrong: `[Refunds](..\\payments\\refund.md)`, `[Refunds](refund .md)`,
`[Refunds](../payments/refund.md “How long?”)`

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
TITLE = (
    "a title in quotation marks that Markdown does not know",
    "后面的标题用了 Markdown 不认的引号",
)
SIGN = (
    "a space, a backslash or a sign that cannot be seen",
    "里有空格、反斜杠或看不见的字符",
)
"""What is wrong, in English and in Chinese."""
HOST = re.compile(r"^(https?:)/*(?=\w)", re.IGNORECASE)


def check(center: Center) -> Iterator[Note]:
    """Links and images whose target has something that no address has."""
    for page in center.pages:
        for link in page.links:
            if link.html or "{{" in link.target:
                # Browsers do without, and what programs fill in has no address yet.
                continue
            titled = TITLED.fullmatch(link.target)
            address = titled[1] if titled else link.target
            if address.lower().startswith(("http://", "https://")):
                # In an address elsewhere a space is meant, in a file's name it is a slip.
                address = address.strip().replace(" ", "%20")
            right = UNSEEN.sub("", address).replace("\\", "/")
            if right and (titled or right != link.target):
                right = HOST.sub(r"\1//", right) + (f' "{titled[2]}"' if titled else "")
                safe = "\\" in link.target or not link.target.isascii()
                en, zh = TITLE if titled else SIGN
                yield Note(
                    page.file,
                    link.line,
                    en=f"The address {quote(link.target)} has {en}. Write `{right}`.",
                    zh=f"地址{quote(link.target)}{zh}。写成 `{right}`。",
                    fix=Fix(link.target, right) if safe and " " not in link.target else None,
                )
