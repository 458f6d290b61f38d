"""From a raw article to draft pages, and an account of every line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpcenter.checking.repair import language
from helpcenter.content.center import Center
from helpcenter.content.markdown import Renderer
from helpcenter.content.reading import read_page
from helpcenter.editing.draft import Desk, Draft, draft
from helpcenter.editing.junk import left_out
from helpcenter.editing.likeness import Finder, alike
from helpcenter.editing.outline import COUNT, PART, groups
from helpcenter.editing.raw import read_raw
from helpcenter.editing.rawline import RawLine, Unreadable
from helpcenter.speech import Speech

MOST = 200
"""Drafts of one article; more is a whole site in one file."""
SECTIONS = {"steps": "Steps", "what-next": "What happens next"}


@dataclass(frozen=True, slots=True)
class Left:
    """A line of the source that is in no draft."""

    number: int
    text: str
    why: str
    """One of `junk.left_out`, `title`, `part`, or `lost`."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an article."""

    drafts: tuple[Draft, ...]
    left: tuple[Left, ...]
    lines: int
    """How many lines with words the article has."""


def import_article(
    center: Center,
    name: str,
    data: bytes,
    *,
    speech: Speech,
    taken: Callable[[str], bool] = lambda name: False,
    locale: str = "",
    find: Finder | None = None,
) -> Imported:
    """Turn the article `name` into drafts. Raises `Unreadable`.

    `locale` is the article's language if it is known; `taken` says which names of drafts are.
    """
    lines = read_raw(name, data)
    out = left_out(lines)
    text = "\n".join(line.text for place, line in enumerate(lines) if place not in out)
    locale = locale or _locale(center, text)
    found, unused = groups(lines, out)
    if len(found) > MOST:
        raise Unreadable("too-large", f"{len(found)} > {MOST}")
    about = subject([group.title for group in found])
    desk = Desk(
        source=_stem(name),
        locale=locale,
        day=center.today,
        sections=_sections(center, locale),
        alike=lambda title, words: alike(
            center, locale, title.replace(about, "") if about else title, words, find
        ),
        taken=taken,
        speech=speech,
        fold=_fold,
        readings=_readings,
    )
    drafts = tuple(draft(group, desk) for group in found)
    left = [Left(lines[place].number, lines[place].text, why) for place, why in unused.items()]
    left += _lost(lines, unused, drafts)
    return Imported(drafts, tuple(sorted(left, key=lambda one: one.number)), len(lines))


def subject(titles: list[str]) -> str:
    """What nearly every title repeats, `数字钱包`: it tells no page from another."""
    phrases: Counter[str] = Counter()
    for title in titles:
        phrases.update(
            {
                title[a:b]
                for a in range(len(title))
                for b in range(a + 2, min(a + 12, len(title)) + 1)
            }
        )
    often = [one for one, number in phrases.items() if number >= max(3, len(titles) * 0.4)]
    return max(often, key=lambda one: (len(one), phrases[one], one), default="")


def _lost(lines: list[RawLine], unused: Mapping[int, str], drafts: tuple[Draft, ...]) -> list[Left]:
    """Lines whose words are in no draft: there should be none, and nobody takes it on trust."""
    whole = _letters(" ".join(one.text + "\n" + one.title for one in drafts))
    found = []
    for place, line in enumerate(lines):
        if place in unused:
            continue
        bare = COUNT.sub("", PART.sub("", line.text, count=1), count=1)
        words = re.findall(r"\w+", _fold(bare).casefold())
        missing = [word for word in words if _letters(word) not in whole]
        if missing:
            found.append(Left(line.number, line.text, "lost"))
    return found


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", _fold(text)).casefold()


def _stem(name: str) -> str:
    stem = re.sub(r"[^\w-]+", "-", Path(name).stem).strip("-_")
    return stem[:60] or "article"


def _locale(center: Center, text: str) -> str:
    known = [one.locale for one in center.settings.languages]
    guess = language(text)
    return next((one for one in known if one.partition("-")[0] == guess), known[0])


def _sections(center: Center, locale: str) -> dict[str, str]:
    """Titles of the usual sections, from the template of new pages in that language."""
    found = dict(SECTIONS)
    file = f"{center.settings.overrides_dir}/new/{locale}/faq.md"
    try:
        data = (center.settings.root / file).read_bytes()
    except OSError:
        return found
    data = re.sub(rb"\$(title|short)", b"x", data)
    data = data.replace(b"$severity", b"normal").replace(b"$today", b"2000-01-01")
    renderer = Renderer(center.settings.markdown_extensions)
    page, _ = read_page(data, locale, "new/faq", file, renderer)
    for heading in page.headings if page else ():
        if heading.id in found:
            found[heading.id] = heading.text
    return found


def _fold(text: str) -> str:
    """Traditional characters as simplified ones, if the data is there."""
    try:
        from helpcenter.search.readings import simplified
    except ImportError:
        return text
    return text.translate(simplified())


def _readings(text: str) -> str:
    """The first syllables of a Chinese title: `zhifu-shibai`, if the data is there."""
    try:
        from pypinyin import lazy_pinyin
    except ImportError:
        return ""
    words = lazy_pinyin(re.sub(r"[^\u4e00-\u9fff]", "", text))[:8]
    pairs = ["".join(words[place : place + 2]) for place in range(0, len(words), 2)]
    return "-".join(word for word in pairs if word.isascii())
