"""The terms of an index with their postings, as texts for the browser.

`overrides/assets/scripts/search-rank.js` reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from helpcenter.search.weighing import FULL

TERM_SHARD = 6_000
"""Bytes of terms and postings in a file of a large site, about; gzip makes it two thirds."""
DIGITS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
HALF = len(DIGITS) // 2
LEVELS = 4
FINE = FULL // LEVELS
"""What an index tells apart and a file does not."""


def term_shards(
    terms: Mapping[str, Sequence[int]],
    keys: Callable[[str], list[str]],
    rarity: Callable[[int], float],
    *,
    cut: bool,
) -> Iterator[tuple[str, str]]:
    """Files of `terms`, sorted by sound: the first sound of each, and its text.

    `keys` gives the sounds of a term, `rarity` what it tells to stand on so many pages. All terms
    are one file unless they are `cut`.
    """
    most = max(map(len, terms.values()), default=0)
    rare = [_digit(rarity(found)) for found in range(most + 1)]
    ways = _Ways()
    rows = []
    for term, some in terms.items():
        text = rare[len(some)] + ways.encode(some)
        size = len(term.encode()) + len(text)
        rows += [(key, term, text, size) for key in keys(term)]
    rows.sort()
    whole = sum(size for *_, size in rows)
    count = max(1, round(whole / TERM_SHARD)) if cut else 1
    limit = whole / count
    start, filled = "", 0
    held: list[tuple[str, str]] = []
    for key, term, text, size in rows:
        if filled >= limit:
            yield start, _joined(held)
            start, held, filled = key, [], 0
        held.append((term, text))
        filled += size
    yield start, _joined(held)


def _joined(held: list[tuple[str, str]]) -> str:
    """All terms, then all postings: side by side they would pack worse."""
    return " ".join([*(term for term, _ in held), *(text for _, text in held)])


def _digit(rarity: float) -> str:
    return DIGITS[min(len(DIGITS) - 1, round(rarity * 5))]


class _Ways(dict[int, str]):
    """How a number is written: how far on a page is, and how strong."""

    def __missing__(self, number: int) -> str:
        rest, digits = number, ""
        while rest >= HALF:
            digits += DIGITS[HALF + rest % HALF]
            rest //= HALF
        self[number] = digits + DIGITS[rest]
        return self[number]

    def encode(self, some: Sequence[int]) -> str:
        """Page after page."""
        found = []
        next_page = 0
        for one in some:
            place = one // FINE
            found.append(self[place - next_page])
            next_page = place - place % LEVELS + LEVELS
        return "".join(found)
