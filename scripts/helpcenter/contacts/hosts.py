"""Addresses as browsers understand them, and addresses written in text.

Browsers forgive a great deal (`https:\\\\host`, a full-width dot, a tab in the middle), and so must
whoever wants to know where a link leads.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from helpcenter.contacts.host_endings import COMMON_ENDINGS, ENDINGS, SECOND_LEVELS
from helpcenter.content.signs import Signs

WEB = ("http", "https", "ftp", "ws", "wss")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
DOTS = str.maketrans("。．｡·", "....")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a target leads."""

    scheme: str
    """In lower case; empty for a link inside the site, `https` if only the host is given."""
    host: str
    """In lower case, decoded; empty for a link inside the site."""
    rest: str
    """Path, query and fragment; of other schemes, all after the colon."""
    user: str = ""
    port: str = ""

    @property
    def inside(self) -> bool:
        """Whether it stays on the site."""
        return not self.scheme and not self.host


@lru_cache(maxsize=8192)
def address_of(target: str) -> Address:
    """What a browser makes of `target`."""
    text = "".join(sign for sign in target if sign not in "\t\n\r").strip("\x00 \u3000\ufeff")
    text = re.sub(r"^[\x00-\x20\u200b-\u200f]+", "", text)
    found = SCHEME.match(text)
    scheme = found[1].lower() if found else ""
    rest = text[found.end() :] if found else text
    if found and scheme not in WEB:
        return Address(scheme, "", rest)
    slashes = re.match(r"[/\\]*", rest)
    leading = slashes.end() if slashes else 0
    if not found and leading < 2:
        return Address("", "", rest)
    rest = rest[leading:]
    end = re.search(r"[/\\?#]", rest)
    authority, after = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    user, _, authority = authority.rpartition("@")
    host, colon, port = authority.rpartition(":")
    if not colon or "]" in port:
        host, port = authority, ""
    return Address(scheme or "https", host_name(host), after, user, port)


@lru_cache(maxsize=8192)
def host_name(host: str) -> str:
    """A host as it is looked up, with punycode as letters."""
    host = unicodedata.normalize("NFKC", unquote(host).translate(DOTS)).lower()
    host = "".join(sign for sign in host if unicodedata.category(sign) not in ("Cf", "Mn"))
    labels = []
    for label in host.strip(".").split("."):
        try:
            labels.append(label[4:].encode().decode("punycode") if label[:4] == "xn--" else label)
        except (UnicodeError, ValueError):
            labels.append(label)
    return ".".join(labels)


def is_number(host: str) -> bool:
    """Whether a host is an IP address, however written."""
    return bool(host) and (
        host.startswith("[")
        or all(re.fullmatch(r"0x[0-9a-f]*|\d+", label) for label in host.split(".") if label)
    )


@dataclass(frozen=True, slots=True)
class HostSpot:
    """An address written in text."""

    begin: int
    end: int
    host: str
    shown: str
    """As the editor wrote it."""


_LABEL = r"[A-Za-z0-9\u0080-\u2e7f\uac00-\ud7af_-]{1,63}"
_DOT = (
    r"(?:\s?[.。．｡]\s?|\s?[(\[{<（【]\s?(?:\.|dot|点|DOT|d0t)\s?[)\]}>）】]\s?|\s(?:dot|DOT)\s"
    r"|\s?点\s?)"
)
PLAIN_HOST = re.compile(
    r"(?P<lead>(?:h(?:tt|xx|\*\*)ps?\s?[:：]\s?[/\\／]{1,2}\s?)?(?:[^\s/@<>“”（）()]{0,64}@)?)"
    r"(?P<host>(?:[\w-]{1,63}[.．｡]){1,12}[^\W\d_][\w-]{1,23})(?P<after>[:/／?#]|\b|$)"
)
SPACED_HOST = re.compile(
    rf"(?P<lead>)(?P<host>{_LABEL}(?:{_DOT}{_LABEL}){{0,4}}{_DOT}"
    rf"(?P<end>[A-Za-z]{{2,12}}))"
    r"(?P<after>[:/?#]|\s?斜杠|\sslash\b|(?![A-Za-z0-9]))"
)
BARE_NUMBER = re.compile(r"h(?:tt|xx)ps?\s?:\s?//\s?(?P<host>[\w.:\[\]-]+)", re.IGNORECASE)
FOREIGN_HOST = re.compile(
    r"(?:h(?:tt|xx)ps?\s?:\s?//\s?|www\.)(?P<host>[\w-]*[\u4e00-\u9fff][\w-]*(?:\.[\w-]+)+)"
)
"""Addresses with Chinese letters; only where a scheme says that they are addresses."""
SLASHES = ("/", "斜杠", "slash")
SLASH = re.compile("|".join(SLASHES))
DOTTED = re.compile(r"[.．｡][^\W\d_]")
BEHIND_DOT = re.compile(
    r"[.。．｡点dD](?:(?<=[dD])[oO0][tT])?[\s)\]}>）】]{0,3}(?=([A-Za-z]{2,12}))"
)
"""What may be the ending of an address, however its dot is written."""
TAIL = re.compile(r"[/／?#][^\s<>“”‘’（）()，。；、！？]*")
HINT = re.compile(
    r"[.．。｡点·]\W{0,4}[^\W\d_一-鿿]|[dD][oO][tT]|://"
    r"|[\u00ad\u200b-\u200f\u2060-\u2064\ufe0f\ufeff]"
)
"""A dot of any kind before a letter that is not Chinese: without one there is no address."""


@lru_cache(maxsize=65536)
def hosts_in(text: str) -> tuple[HostSpot, ...]:
    """The web addresses in `text`; those of e-mail are left out."""
    if not HINT.search(text):
        return ()
    found: dict[int, HostSpot] = {}
    kept, at = KEPT.read(text)
    taken: list[tuple[int, int]] = []
    for spot in (
        *((one.start(), one.end(), one["host"]) for one in FOREIGN_HOST.finditer(kept)),
        *_plain_hosts(kept),
        *_spaced_hosts(kept),
        *_numbers(kept),
    ):
        begin, end, host = spot
        if any(begin < right and left < end for left, right in taken):
            continue
        taken.append((begin, end))
        first, last = at[begin], at[end - 1] + 1
        found[first] = HostSpot(first, last, host_name(host), " ".join(text[first:last].split()))
    return tuple(found[place] for place in sorted(found))


def _kept(sign: str) -> str:
    """Nothing of what nobody sees, and full-width Latin made narrow."""
    category = "" if sign.isascii() else unicodedata.category(sign)
    if category in ("Cf", "Mn", "Me"):
        return ""
    if "！" <= sign <= "～" or category in ("Lm", "So", "No"):
        narrow = unicodedata.normalize("NFKC", sign)
        return narrow if len(narrow) == 1 else sign
    if "\U0001d400" <= sign <= "\U0001d7ff":
        return unicodedata.normalize("NFKC", sign)
    return sign


KEPT = Signs(_kept)


def _plain_hosts(text: str) -> Iterator[tuple[int, int, str]]:
    if not DOTTED.search(text):
        return
    # Chinese text touches an address on both sides without a space.
    for piece in re.finditer(r"[^\s\u2e80-\u9fff\uff00-\uffef]+", text):
        for found in PLAIN_HOST.finditer(piece[0]):
            host = found["host"].translate(DOTS)
            begin, end = piece.start() + found.start(), piece.start() + found.end("host")
            if "@" in found["lead"] and "/" not in found["lead"]:
                continue
            if host.lower() in PRODUCTS or _is_ending(text, begin, host.lower()):
                continue
            sure = bool(found["lead"]) or host.lower().startswith("www.")
            ending = host.rpartition(".")[2].lower()
            path = found["after"] in ("/", "／")
            likely = ending in ENDINGS and (path or (host.islower() and ending not in FILES))
            if not (sure or likely or ending in COMMON_ENDINGS):
                continue
            tail = TAIL.match(text, end)
            yield begin, tail.end() if tail else end, host


def _is_ending(text: str, begin: int, host: str) -> bool:
    """Whether an ending is only spoken of: “its address ends in .gov.cn”."""
    first, _, last = host.partition(".")
    return first in SECOND_LEVELS and last in ENDINGS and text[begin - 1 : begin] == "."


FILES = ("md", "py", "sh", "rs", "pl", "ps", "cc", "so", "zip", "mov", "ai", "in", "is", "it", "to")
"""Endings that are names of files, or words, more often than hosts."""


def _spaced_hosts(text: str) -> Iterator[tuple[int, int, str]]:
    likely = ENDINGS if SLASH.search(text) else COMMON_ENDINGS
    if likely.isdisjoint(map(str.lower, BEHIND_DOT.findall(text))):
        return
    for found in SPACED_HOST.finditer(text):
        known = ENDINGS if found["after"].strip() in SLASHES else COMMON_ENDINGS
        if found["end"].lower() not in known or "@" in text[max(found.start() - 1, 0)]:
            continue
        host = re.sub(_DOT, ".", found["host"])
        host = re.sub(r"\s+", "", host)
        name = host.rpartition(".")[0].lower()
        if not re.search(r"[A-Za-z]", name) or name in BEFORE_ENDINGS:
            continue
        first, _, rest = host.lower().partition(".")
        if _is_ending(text, found.start(), host.lower()) or (
            first in BEFORE_ENDINGS and _is_ending(f".{rest}", 1, rest)
        ):
            continue
        if re.search(r"[。.]\s?[A-Z]\w*$", found["host"]):
            continue
        if re.search(r"\w\.\s+\w+$", found["host"]) and found["end"] not in TIGHT_ENDINGS:
            continue
        yield found.start(), found.end("host"), host


BEFORE_ENDINGS = ("in", "with", "a", "an", "the", "of", "or", "and", "like", "as", "is", "to")
"""Words before an ending that is only spoken of: “addresses in .com”."""
PRODUCTS = ("asp.net", "vb.net", "ado.net")
TIGHT_ENDINGS = ("com", "cn", "net", "org", "cc", "top", "vip", "xyz", "io", "icu", "ltd", "info")
"""Endings no sentence begins with."""


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    for found in BARE_NUMBER.finditer(text):
        host = found["host"].rpartition(":")[0] or found["host"]
        if is_number(host):
            yield found.start(), found.end(), host
