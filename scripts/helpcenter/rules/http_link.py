"""A link is not encrypted.

Whoever runs the Wi-Fi can read and change what an `http://` page shows, a phone number for
instance.

Wrong: `[Regulator](http://example.org/)`

Right: `[Regulator](https://example.org/)`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from helpcenter.content.center import Center
from helpcenter.content.targets import read_target
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Links that begin with `http:`."""
    for page in center.pages:
        for link in page.links:
            target = read_target(page, link.target)
            if target.scheme != "http" or link.image:
                continue
            better = re.sub(r"^.*?:/*", "https://", link.target, count=1)
            yield Note(
                page.file,
                link.line,
                en=f"{quote(link.target)} can be read and changed on the way. Write `{better}`.",
                zh=f"{quote(link.target)}在传输途中会被人看见或篡改。改成 `{better}`。",
                fix=Fix(f"]({link.target})", f"]({better})") if _listed(center, better) else None,
            )


def _listed(center: Center, url: str) -> bool:
    """Whether the registry has a contact of that host that is encrypted."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return any(one.value.startswith("https://") for one in center.trust.hosts(host))
