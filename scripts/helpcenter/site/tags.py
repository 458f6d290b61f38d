"""Which tags may stand on a built page, with which attributes and values."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.site.policy import content_policy
from helpcenter.site.ways import asset_of, leads_well

OPEN = re.compile(r"<([a-zA-Z0-9]+)")
ATTRIBUTE = re.compile(r'\s([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?')

PLAIN = """
abbr article aside b blockquote body br caption code dd del dialog div dl dt em fieldset figcaption
figure footer h1 h2 h3 h4 h5 h6 head header hr html i kbd legend main mark nav p pre rp rt ruby s
section small span strong sub summary sup table tbody template tfoot thead title tr ul var wbr
"""
OWN = """
a: href hreflang rel
button: type
details: open
form: action autocomplete method
img: alt height loading src width
input: autocapitalize autocomplete checked disabled enterkeyhint maxlength name placeholder
input: spellcheck type value
label: for
li: value
link: href hreflang media rel type
meta: charset content http-equiv media name property
ol: start
option: selected value
script: defer src
select: autocomplete name
td: colspan rowspan
textarea: autocomplete maxlength rows spellcheck
th: colspan rowspan scope
time: datetime
circle: cx cy r fill fill-opacity stroke stroke-dasharray stroke-dashoffset stroke-opacity
circle: stroke-width transform
g: fill stroke transform
path: d fill fill-rule stroke stroke-linecap stroke-width transform
rect: fill height rx ry stroke width x y
svg: fill height stroke stroke-width viewbox width xmlns
"""
ALLOWED: dict[str, set[str]] = {tag: set() for tag in PLAIN.split()}
for _line in OWN.strip().splitlines():
    _tag, _, _names = _line.partition(": ")
    ALLOWED.setdefault(_tag, set()).update(_names.split())
EVERYWHERE = ("class", "dir", "hidden", "id", "lang", "role", "tabindex", "title")
INLINE, TWICE = "inline script", "attribute twice"
POLICIES = (content_policy(), content_policy(disk=True))
INPUTS = ("checkbox", "date", "radio", "search", "text", "time")
"""No passwords, no files, nothing hidden."""


@lru_cache(maxsize=50_000)
def wrong_with(piece: str, known: frozenset[str], policies: tuple[str, ...]) -> str:
    """What is wrong with one tag; or nothing."""
    match = OPEN.match(piece)
    if not match:
        return ""
    tag = match[1].lower()
    if tag not in ALLOWED:
        return f"<{tag}>"
    written = [(key.lower(), html.unescape(value)) for key, value in ATTRIBUTE.findall(piece)]
    if len({key for key, _ in written}) < len(written):
        return TWICE
    for key, _ in written:
        free = key in EVERYWHERE or key.startswith(("aria-", "data-"))
        if not free and key not in ALLOWED[tag]:
            return f"{key}="
    return next(_values(tag, dict(written), known, policies), "")


def _values(
    tag: str, given: dict[str, str], known: frozenset[str], policies: tuple[str, ...]
) -> Iterator[str]:
    for key in ("href", "src", "action"):
        if key in given and not leads_well(given[key], own=key != "href"):
            yield f"{key}={given[key]}"
    if tag == "script" and "src" not in given:
        yield INLINE
    elif tag == "script" and asset_of(given.get("src", "")) not in known:
        yield f"src={given.get('src', '')}"
    if tag == "link":
        yield from _link(given, known)
    if tag == "meta" and "http-equiv" in given:
        yield from _order(given, policies)
    if tag == "form" and given.get("method", "get") not in ("get", "dialog"):
        yield f"method={given['method']}"
    if tag == "input" and given.get("type") not in INPUTS:
        yield f"type={given.get('type', '')}"
    if tag == "button" and given.get("type") not in ("button", "submit"):
        yield f"type={given.get('type', '')}"


def _link(given: dict[str, str], known: frozenset[str]) -> Iterator[str]:
    rel, href = given.get("rel", ""), given.get("href", "")
    if rel not in ("alternate", "canonical", "icon", "manifest", "stylesheet"):
        yield f"rel={rel}"
    if rel == "stylesheet" and asset_of(href) not in known:
        yield f"href={href}"
    if rel in ("icon", "manifest") and not leads_well(href, own=True):
        yield f"href={href}"


def _order(given: dict[str, str], policies: tuple[str, ...]) -> Iterator[str]:
    """What a page tells the browser as if it were the server."""
    kind, content = given["http-equiv"].lower(), given.get("content", "")
    if kind == "refresh":
        way = re.fullmatch(r"0; url=(.+)", content)
        if way is None or not leads_well(way[1], own=True):
            yield f"content={content}"
    elif kind != "content-security-policy":
        yield f"http-equiv={kind}"
    elif content not in policies:
        yield f"content={content}"
