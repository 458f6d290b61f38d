"""Which existing pages a new text is about.

`alike` is the one place that knows how pages are compared: by the help center's own search if it
can run, weighed by the words that titles and keywords share.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from helpcenter.content.center import Center
from helpcenter.content.page import Page

SAME = 0.6
"""From here on the page most likely answers the same question."""
NEAR = 0.25
"""From here on it is worth a look, and shows the topic."""


@dataclass(frozen=True, slots=True)
class Match:
    """A page that a text resembles."""

    path: str
    score: float
    """0 to 1."""


Finder = Callable[[str, str], list[str]]
"""Paths of the pages that a search finds for some words in a language, best first."""


def alike(
    center: Center, locale: str, title: str, text: str, find: Finder | None = None
) -> list[Match]:
    """Up to three pages in `locale` that resemble a draft, best first."""
    pages = {page.path: page for page in center.pages if page.locale == locale}
    found = find(title, locale) if find else []
    ranked = {path: 0.25 / (1 + place) for place, path in enumerate(found[:3])}
    bodies = {path: _grams(_body(page)) for path, page in pages.items()}
    spread = Counter(gram for grams in bodies.values() for gram in grams)

    def shared(one: Counter[str], other: Counter[str]) -> float:
        """How much two texts share; what stands on many pages says little."""

        def weight(grams: Counter[str]) -> float:
            return sum(number / math.sqrt(1 + spread[gram]) for gram, number in grams.items())

        both = weight(one & other)
        return both / math.sqrt(weight(one) * weight(other)) if both else 0.0

    def score(page: Page) -> float:
        names = (page.meta.title, page.meta.short, *page.meta.keywords)
        mine = _grams(title)
        named = max(shared(mine, _grams(name)) for name in names)
        body = shared(_grams(f"{title} {text}"), bodies[page.path])
        return 0.7 * named + 0.6 * body + ranked.get(page.path, 0)

    scored = [
        Match(path, round(min(1.0, score(page)), 3))
        for path, page in pages.items()
        if page.meta.kind not in ("home", "topic")
    ]
    scored.sort(key=lambda match: (-match.score, match.path))
    return [match for match in scored[:3] if match.score >= NEAR]


def _body(page: Page) -> str:
    sections = (section.text for section in page.sections)
    return " ".join([page.meta.title, page.meta.description, *page.meta.keywords, *sections])


def _grams(text: str) -> Counter[str]:
    """Words of Latin letters, and pairs of neighbours elsewhere."""
    grams: Counter[str] = Counter()
    for run in re.findall(r"[a-z0-9]+|[^\W\da-z_]+", text.casefold()):
        if run.isascii():
            grams[run] += 1
        else:
            grams.update(run[place : place + 2] for place in range(len(run) - 1))
    return grams
