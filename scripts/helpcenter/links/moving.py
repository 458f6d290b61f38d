"""Links that follow a page which has moved for good.

Only where the new address is the old server's own: a page that went to another host may be
somebody else's by now, and is for a person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, urldefrag, urlsplit

from helpcenter.content.page import Page

SAFE = "!#$%&'*+,/:;=?@[]~"
WRAPPED = 6
"""Lines below its first words on which a link's address may stand."""


def same_server(old: str, new: str) -> bool:
    """Whether `new` is on the host of `old`; `www.` and encryption may be new, no other port."""
    try:
        before, after = urlsplit(old), urlsplit(new)
        ports = (before.port, after.port)
    except ValueError:
        return False
    if before.scheme == "https" and after.scheme != "https":
        return False
    if before.scheme == after.scheme and ports[0] != ports[1]:
        return False
    hosts = [(one.hostname or "").removeprefix("www.") for one in (before, after)]
    return hosts[0] == hosts[1] != "" and after.username is None


def followed(text: str, page: Page, moved: Mapping[str, str]) -> str:
    """The text of `page` with its links to what `moved` names; nothing else changes."""
    lines = re.split("(?<=\n)", text)
    for link in page.links:
        url, _ = urldefrag(link.target)
        if url in moved and same_server(url, moved[url]):
            for line in _places(page, link.target, link.line):
                if line <= len(lines):
                    changed = _replaced(lines[line - 1], url, quote(moved[url], safe=SAFE))
                    if changed != lines[line - 1]:
                        lines[line - 1] = changed
                        break
    return "".join(lines)


def _places(page: Page, target: str, line: int) -> Iterable[int]:
    """The lines where the address of a link may be written, the likeliest first."""
    definitions: Sequence[int] = [one.line for one in page.definitions if one.target == target]
    return (*range(line, line + WRAPPED), *definitions)


def _replaced(line: str, old: str, new: str) -> str:
    """The line with the address replaced where it stands as a link's target, and only there."""
    pattern = rf"(?P<before>\]\(\s*<?|<|^\s*\[[^\]]+\]:\s*<?){re.escape(old)}(?=[\s)>#]|$)"
    return re.sub(pattern, lambda match: match["before"] + new, line)
