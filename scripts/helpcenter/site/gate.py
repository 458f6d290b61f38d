"""The gate every built page passes: only known elements, attributes, scripts, styles and forms.

Rules judge what editors write. This judges what readers get, whoever put it there: an article, an
interface word, a template, a plugin. Pages are read by a grammar so narrow that every browser
reads them in the same way; what it does not know is refused, never repaired.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from helpcenter.finding import Finding, Level, printable, quote
from helpcenter.site.policy import content_policy
from helpcenter.site.ways import asset_of, leads_well

RULE = "unsafe-output"
PAGES = (".html", ".htm", ".xhtml", ".svg")
"""What a browser shows as a document, and so lets run scripts."""

TAG = re.compile(r'</?[a-zA-Z][a-zA-Z0-9]*(?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?)*\s*/?>')
OPEN = re.compile(r"<([a-zA-Z0-9]+)")
ATTRIBUTE = re.compile(r'\s([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?')
SKIPPED = re.compile(
    r"<!doctype html>|<\?xml [^<>?]*\?>|<!--(?!-?>)(?:(?!<!--|--!?>|</).)*(?<!<!-)-->", re.I | re.S
)
"""A comment may close no element: inside of a title it would not be a comment."""
DATA = re.compile(r'<script type="application/ld\+json">(\{[^<>]*\})</script>')
"""Facts for search engines: never run, and nothing in the block could end it."""

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
UNKNOWN, INLINE, TWICE = "unknown form", "inline script", "attribute twice"
CHINESE = {UNKNOWN: "写法不明", INLINE: "内嵌脚本", TWICE: "属性重复"}
POLICIES = (content_policy(), content_policy(disk=True))
INPUTS = ("checkbox", "date", "radio", "search", "text", "time")
"""No passwords, no files, nothing hidden."""
MOST = 50_000
"""Sound tags that are remembered: a large site has a few for every page."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that may not be published."""

    line: int
    """Of the built page, 1-based."""
    piece: str
    why: str
    """What it is refused for: `onclick=`, `<iframe>`, `href=javascript:…`."""


def assets(overrides: Path) -> frozenset[str]:
    """The scripts and styles that pages may load."""
    folder = overrides / "assets"
    found = [*folder.glob("scripts/*.js"), *folder.glob("styles/*.css")]
    return frozenset(path.relative_to(overrides).as_posix() for path in found)


def wrongs(text: str, known: frozenset[str], policies: tuple[str, ...] = POLICIES) -> list[Wrong]:
    """Everything in a page that may not be published, in order.

    `known` are the scripts and styles it may load, `policies` what it may tell the browser to do.
    """
    text = DATA.sub(_left_out, text)
    return [] if _plain(text, known, policies) else list(_all_wrongs(text, known, policies))


def _left_out(block: re.Match[str]) -> str:
    """The lines of a block of data without the data; what is none stays."""
    try:
        json.loads(block[1])
    except ValueError:
        return block[0]
    return "\n" * block[0].count("\n")


def _plain(text: str, known: frozenset[str], policies: tuple[str, ...]) -> bool:
    """Whether every tag of the page was judged sound before: nearly all are on every page."""
    sound, seen = _sound(known, policies)
    for piece in set(text.split("<")[1:]) - seen:
        tag = piece[: piece.find(">") + 1]
        if tag not in sound:
            if not _is_plain(tag) or _judge(f"<{tag}", known, policies):
                return False
            if len(sound) < MOST:
                sound.add(tag)
        if len(seen) < MOST:
            seen.add(piece)
    scripts = text.split("<script")[1:]
    return all(one.startswith("</script>", one.find(">") + 1) for one in scripts)


def _is_plain(tag: str) -> bool:
    """Whether it is a tag, and if it is a script's, one that is found at a glance."""
    script = tag[:6].lower() == "script" and tag[:6] != "script"
    return not tag.startswith("!") and not script and bool(TAG.fullmatch(f"<{tag}"))


@cache
def _sound(known: frozenset[str], policies: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """Tags that may be published, without their first sign, and the same with the text behind.

    Both grow while pages are checked.
    """
    return {"!doctype html>", "!DOCTYPE html>"}, set()


def _all_wrongs(text: str, known: frozenset[str], policies: tuple[str, ...]) -> Iterator[Wrong]:
    place = text.find("<")
    while place >= 0:
        match = SKIPPED.match(text, place) or TAG.match(text, place)
        piece = match[0] if match else text[place : place + 60]
        wrong = _judge(piece, known, policies) if match else UNKNOWN
        end = match.end() if match else place + 1
        if not wrong and piece.startswith("<script") and not text.startswith("</script>", end):
            wrong = INLINE
        if wrong == INLINE:
            piece = text[place : text.find("</script", end) + len("</script>")] or piece
        if wrong:
            yield Wrong(text.count("\n", 0, place) + 1, piece, wrong)
        place = text.find("<", end)


def finding(wrong: Wrong, path: str, line: int, page: str = "") -> Finding:
    """Said for the place it is mended at; `page` is the built page that would carry it."""
    shown, why = quote(wrong.piece), printable(wrong.why)
    en = f"{shown} may not be published ({why}). "
    zh = f"{shown}不能发布（{CHINESE.get(wrong.why, why)}）。"
    if page:
        en += f"Take it out: the page {page} would carry it."
        zh += f"把它删掉，否则会出现在页面 {page} 里。"
    else:
        en += "Find the article, word or template it comes from and take it out."
        zh += "找到它来自哪篇文章、哪条用语或哪个模板，删掉。"
    return Finding(RULE, Level.ERROR, path, line, {"en": en, "zh": zh})


@lru_cache(maxsize=50_000)
def _judge(piece: str, known: frozenset[str], policies: tuple[str, ...]) -> str:
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
