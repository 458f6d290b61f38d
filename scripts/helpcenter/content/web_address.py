"""The addresses that `mkdocs.yml` names, judged before anything is built from them.

They end up in links, in the sitemap, in feeds and in what search engines keep, so they must be
plain ASCII that every program reads alike.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

PLAIN = re.compile(r"[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]*")
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
DISPUTED = re.compile("[ßς\u200c\u200d]")
"""Letters that two editions of the rules for host names write differently."""


def wrong_address(
    url: str, schemes: tuple[str, ...] = ("https", "http"), *, bare: bool = True
) -> str:
    """What is wrong with a full address, or nothing; `bare` if it may have no `?…` and `#…`.

    One of `space`, `letters`, `signs`, `scheme`, `host`, `port`, `user`, `path`, `query`.
    """
    if re.search(r"\s", url):
        return "space"
    if not url.isascii():
        return "letters"
    if not PLAIN.fullmatch(url) or re.search("%(?![0-9A-Fa-f]{2})", url):
        return "signs"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "host"
    if parts.scheme not in schemes:
        return "scheme"
    if not all(LABEL.fullmatch(label) for label in host.split(".")):
        return "host"
    try:
        if parts.netloc.endswith(":") or parts.port == 0:
            return "port"
    except ValueError:
        return "port"
    if "@" in parts.netloc:
        return "user"
    if any(one in (".", "..") for one in parts.path.split("/")) or "//" in parts.path:
        return "path"
    if bare and ("?" in url or "#" in url):
        return "query"
    return ""


def mended_address(url: str) -> str:
    """The address of a folder that `url` most likely means, or nothing if that is a guess."""
    url = url.strip()
    if re.search("[\"'<>{}\\\\]", url):
        return ""
    if not re.match("[a-z]+:", url, re.IGNORECASE) and "." in url.partition("/")[0]:
        url = f"https://{url}"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", f":{parts.port}" if parts.port else ""
        if not host.isascii():
            host = "" if DISPUTED.search(host) else host.encode("idna").decode("ascii")
    except ValueError:
        return ""
    path = quote(re.sub("/{2,}", "/", parts.path), safe="/-._~%!$&'()*+,;=:@")
    mended = urlunsplit((parts.scheme, host + port, path.rstrip("/") + "/", "", ""))
    return "" if wrong_address(mended) else mended
