"""The gate every built page passes: only known elements, attributes, scripts, styles and forms.

Rules judge what editors write. This judges what readers get, whoever put it there: an article, an
interface word, a template, a plugin. Pages are read by a grammar so narrow that every browser
reads them in the same way; what it does not know is refused, never repaired.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from helpcenter.finding import Finding, Level, printable, quote
from helpcenter.site.tags import INLINE, POLICIES, TWICE, wrong_with

RULE = "unsafe-output"
PAGES = (".html", ".htm", ".xhtml", ".svg")
"""What a browser shows as a document, and so lets run scripts."""

TAG = re.compile(r'</?[a-zA-Z][a-zA-Z0-9]*(?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?)*\s*/?>')
SKIPPED = re.compile(
    r"<!doctype html>|<\?xml [^<>?]*\?>|<!--(?!-?>)(?:(?!<!--|--!?>|</).)*(?<!<!-)-->", re.I | re.S
)
"""A comment may close no element: inside of a title it would not be a comment."""
DATA = re.compile(r'<script type="application/ld\+json">(\{[^<>]*\})</script>')
"""Facts for search engines: never run, and nothing in the block could end it."""

UNKNOWN = "unknown form"
CHINESE = {UNKNOWN: "写法不明", INLINE: "内嵌脚本", TWICE: "属性重复"}
MOST = 50_000
"""Sound tags that are remembered: a large site has a few for every page."""

Pieces = tuple[str, ...]
"""The text of a file; every second piece, from place 1 on, stands in many files."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that may not be published."""

    line: int
    """Of the built page, 1-based."""
    piece: str
    why: str
    """What it is refused for: `onclick=`, `<iframe>`, `href=javascript:…`."""


@dataclass(slots=True)
class Sound:
    """What may be published; it grows while pages are checked."""

    tags: set[str] = field(default_factory=lambda: {"!doctype html>", "!DOCTYPE html>"})
    """Without their first sign."""
    parts: set[str] = field(default_factory=set)
    """The same with the text behind."""
    pieces: set[str] = field(default_factory=set)
    """What whole pages have in common."""


def assets(overrides: Path) -> frozenset[str]:
    """The scripts and styles that pages may load."""
    folder = overrides / "assets"
    found = [*folder.glob("scripts/*.js"), *folder.glob("styles/*.css")]
    return frozenset(path.relative_to(overrides).as_posix() for path in found)


def wrongs(
    pieces: Pieces, known: frozenset[str], policies: tuple[str, ...] = POLICIES
) -> list[Wrong]:
    """Everything in a page that may not be published, in order.

    `known` are the scripts and styles it may load, `policies` what it may tell the browser to do.
    """
    if _are_plain(pieces, known, policies):
        return []
    return list(_all_wrongs(DATA.sub(_left_out, "".join(pieces)), known, policies))


def _left_out(block: re.Match[str]) -> str:
    """The lines of a block of data without the data; what is none stays."""
    try:
        json.loads(block[1])
    except ValueError:
        return block[0]
    return "\n" * block[0].count("\n")


def _are_plain(pieces: Pieces, known: frozenset[str], policies: tuple[str, ...]) -> bool:
    """Whether the page is sound at a glance. What many pages have in common is judged once."""
    sound = _sound(known, policies)
    for common in pieces[1::2]:
        if common not in sound.pieces:
            if not _plain(common, known, policies):
                return False
            sound.pieces.add(common)
    # A tag that only ends in another piece is not plain, whatever tag follows.
    return _plain("<br>".join(pieces[::2]), known, policies)


def _plain(text: str, known: frozenset[str], policies: tuple[str, ...]) -> bool:
    """Whether every tag of a text was judged sound before: nearly all are on every page."""
    sound = _sound(known, policies)
    text = DATA.sub(_left_out, text)
    for part in set(text.split("<")[1:]) - sound.parts:
        tag = part[: part.find(">") + 1]
        if tag not in sound.tags:
            if not _is_plain(tag) or wrong_with(f"<{tag}", known, policies):
                return False
            if len(sound.tags) < MOST:
                sound.tags.add(tag)
        if len(sound.parts) < MOST:
            sound.parts.add(part)
    scripts = text.split("<script")[1:]
    return all(one.startswith("</script>", one.find(">") + 1) for one in scripts)


def _is_plain(tag: str) -> bool:
    """Whether it is a tag, and if it is a script's, one that is found at a glance."""
    script = tag[:6].lower() == "script" and tag[:6] != "script"
    return not tag.startswith("!") and not script and bool(TAG.fullmatch(f"<{tag}"))


@cache
def _sound(known: frozenset[str], policies: tuple[str, ...]) -> Sound:
    return Sound()


def _all_wrongs(text: str, known: frozenset[str], policies: tuple[str, ...]) -> Iterator[Wrong]:
    place = text.find("<")
    while place >= 0:
        match = SKIPPED.match(text, place) or TAG.match(text, place)
        piece = match[0] if match else text[place : place + 60]
        wrong = wrong_with(piece, known, policies) if match else UNKNOWN
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
