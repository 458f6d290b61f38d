"""Where the addresses of built pages lead: to this site, to one of its assets, or elsewhere."""

from __future__ import annotations

import re

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
SCHEMES = ("http", "https", "mailto", "tel")


def leads_well(address: str, *, own: bool) -> bool:
    """Whether an address is safe to follow, or, with `own`, is one of this site's."""
    plain = UNSEEN.sub("", address)
    match = SCHEME.match(plain)
    elsewhere = bool(match) or plain.replace("\\", "/").startswith("//")
    if own or not match:
        return not elsewhere
    return match[1].lower() in SCHEMES


def asset_of(address: str) -> str:
    """`assets/scripts/menu.js` of any address of this site that ends so."""
    if not leads_well(address, own=True):
        return ""
    match = re.fullmatch(
        r"(?:/[\w./~%&+,;=@!-]*|(?:\.\./)*|[\w-]+/)(assets/(?:scripts|styles)/[\w-]+\.(?:js|css))",
        address,
    )
    return match[1] if match else ""
