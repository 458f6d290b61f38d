"""A draft page made from a piece of a raw article, with a mark on everything that is uncertain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from helpcenter.checking.repair import HAN, repaired
from helpcenter.content.meta import wrong_text
from helpcenter.editing.draft_body import doubtful, draft_body
from helpcenter.editing.likeness import NEAR, SAME, Match
from helpcenter.editing.outline import ASKS, Group, Piece
from helpcenter.editing.skeleton import TO_WRITE, scalar, short_of
from helpcenter.speech import Speech

TROUBLE = re.compile(
    r"失败|不成功|未成功|不到账|丢失|被盗|被锁|找不到|拒绝|未授权|未经授权|忘记|重置|异常|怎么办|该如何处理"
    r"|fail|lost|stolen|locked|declined|missing|stuck|pending|forgot|unauthori[sz]ed",
    re.I,
)
EXPLAINS = re.compile(r"是什么|什么是|为什么|趋势|概念|^what (?:is|are)\b|^why\b", re.I)
ODD = re.compile(rf"(?<=[{HAN}])\s*([a-z]{{4,}})\s*(?=[{HAN}])")
COMMON = "the of and to in for on your you a an is are do does my i it how what"
"""English words that say nothing in an address."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page to be."""

    locale: str
    topic: str
    slug: str
    title: str
    text: str
    """The whole file."""
    numbers: tuple[int, int]
    """First and last line of the source."""
    matches: tuple[Match, ...]
    doubts: tuple[tuple[int, str], ...]
    """Line of the source, and what to look at."""

    @property
    def name(self) -> str:
        """Where it lies below the folder of drafts."""
        return f"{self.locale}/{self.topic}/{self.slug}.md"


@dataclass
class Desk:
    """What all drafts of one article share."""

    source: str
    """Name of the article, for `sources`."""
    locale: str
    day: dt.date
    sections: Mapping[str, str]
    """Titles of the usual sections by id, in the article's language."""
    alike: Callable[[str, str], list[Match]]
    taken: Callable[[str], bool]
    """Whether a file with that name exists."""
    speech: Speech
    fold: Callable[[str], str] = lambda text: text
    """Traditional characters to simplified ones, in Chinese."""
    readings: Callable[[str], str] = lambda text: ""
    """A title in Latin letters, for a slug."""
    used: set[str] = field(default_factory=set)


def draft(group: Group, desk: Desk) -> Draft:
    """Write the draft of `group`."""
    doubts: list[tuple[int, str]] = []
    say = desk.speech

    def mended(text: str, number: int) -> str:
        text = repaired(text, desk.locale)
        folded = desk.fold(text) if desk.locale == "zh" else text
        if folded != text:
            doubts.append((number, say(en="traditional characters changed", zh="繁体字已改")))
        if desk.locale == "zh" and (odd := ODD.search(folded)):
            what = odd[1]
            doubts.append((number, say(en=f"foreign word: {what}", zh=f"夹着外文：{what}")))
        return folded

    opening = group.pieces[0].text if not group.title else ""
    title = (
        mended(group.title or opening[:30], group.number)
        .replace('"', "")
        .replace("<", "")
        .replace(">", "")
    )
    if group.guessed or not group.title:
        doubts.append((group.number, say(en="title made up", zh="标题是猜的")))
    if not title or wrong_text(title, 80):
        title = f"{TO_WRITE} {title[:60]}".strip()
    elif group.guessed:
        title = f"{TO_WRITE} {title}"
    plain = title.removeprefix(TO_WRITE).strip()
    pieces = [
        Piece(one.number, one.kind, mended(one.text, one.number), mended(one.label, one.number))
        for one in group.pieces
    ]
    doubts += doubtful(group, pieces, say)
    matches = desk.alike(plain, " ".join(one.text for one in pieces))
    best = matches[0] if matches else None
    if best and best.score >= SAME:
        what = say(en=f"the same question as {best.path}?", zh=f"和 {best.path} 是同一个问题？")
        doubts.insert(0, (group.number, what))
    topic = best.path.partition("/")[0] if best and best.score >= NEAR else "unsorted"
    slug = _slug("" if opening else plain, best, topic, desk)
    numbers = [group.number, *(one.number for one in group.pieces)]
    first, last = min(numbers), max(numbers)
    has_steps = any(one.kind == "step" for one in pieces)
    kind = "concept" if not has_steps or EXPLAINS.search(plain) else "guide"
    if has_steps and (TROUBLE.search(plain) or (ASKS.search(plain) and kind != "concept")):
        kind = "faq"
    lines = f"{desk.source}:{first}-{last}" if last > first else f"{desk.source}:{first}"
    short = f"{TO_WRITE} {short_of(plain)[:36]}".strip()
    text = (
        f"---\ntitle: {scalar(title)}\nshort: {scalar(short)}\n"
        f"description: {scalar(_description(pieces))}\nkind: {kind}\nseverity: normal\n"
        f"reviewed: {desk.day}\nkeywords: []\n"
        f"related: [{', '.join(match.path for match in matches)}]\n"
        f"sources: [{scalar(lines) if _plain(lines) else repr(lines)}]\n---\n\n"
        f"{_comment(doubts, say)}{draft_body(pieces, desk.locale, desk.sections)}"
    )
    return Draft(
        desk.locale, topic, slug, title, text, (first, last), tuple(matches), tuple(doubts)
    )


def _plain(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z_][\w-]*:\d+(-\d+)?", text))


def _description(pieces: list[Piece]) -> str:
    first = next((one.text for one in pieces if one.text), "")
    sentence = re.split(r"(?<=[。！？])|(?<=[.!?])\s", first)[0]
    plain = re.sub(r'[<>"\x00-\x1f]', "", sentence)
    return f"{TO_WRITE} {plain[:150]}".strip()


def _comment(doubts: list[tuple[int, str]], say: Speech) -> str:
    if not doubts:
        return ""
    line = say(en="line", zh="第")
    rows = []
    for number, text in doubts:
        safe = re.sub(r"-{2,}|[<>]", "-", text)
        rows.append(say(en=f"- {line} {number}: {safe}", zh=f"- {line} {number} 行：{safe}"))
    return f"<!-- {TO_WRITE}\n" + "\n".join(dict.fromkeys(rows)) + "\n-->\n\n"


def _slug(title: str, best: Match | None, topic: str, desk: Desk) -> str:
    """The existing page's name with a number, words of an English title, or a reading."""
    common = COMMON.split()
    words = [w for w in re.findall(r"[a-z0-9]+", title.casefold()) if w not in common]
    if best and best.score >= SAME:
        base = best.path.rpartition("/")[2]
    elif words and desk.locale != "zh":
        base = "-".join(words[:5])
    else:
        base = desk.readings(title) or "-".join(words[:4]) or "opening"
    base = re.sub(r"[^a-z0-9]+", "-", base.casefold())[:48].strip("-") or "page"
    slug, count = base, 1
    while f"{topic}/{slug}" in desk.used or desk.taken(f"{desk.locale}/{topic}/{slug}.md"):
        count += 1
        slug = f"{base}-{count}"
    desk.used.add(f"{topic}/{slug}")
    return slug
