"""Whose contact a sentence says a number or an address is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.contacts.registry import Brand

CLAUSES = re.compile(r"[,，。;；!！?？\n]|\.(?=\s|$)")


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    parts = [
        rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])" if name.isascii() else re.escape(name)
        for name in sorted(names, key=len, reverse=True)
    ]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def names_of(brand: Brand) -> tuple[str, ...]:
    """Every name a brand goes by."""
    return tuple(dict.fromkeys((*brand.names.values(), *brand.owner.values(), *brand.also)))


def named(text: str, brands: tuple[Brand, ...]) -> Iterator[tuple[int, Brand]]:
    """The brands that `text` names, with the places; a longer name hides the shorter inside it."""
    found: list[tuple[int, int, Brand]] = []
    for brand in brands:
        found += ((m.start(), m.end(), brand) for m in _pattern(names_of(brand)).finditer(text))
    for begin, end, brand in sorted(found, key=lambda one: one[0]):
        wider = any(
            b <= begin and end <= e and e - b > end - begin and other is not brand
            for b, e, other in found
        )
        if not wider:
            yield begin, brand


def clause(text: str, begin: int, end: int) -> tuple[str, int]:
    """The clause around a place, and where it begins."""
    cuts = [one.end() for one in CLAUSES.finditer(text, 0, begin)]
    start = cuts[-1] if cuts else 0
    after = CLAUSES.search(text, end)
    return text[start : after.start() if after else len(text)], start


def sentence(text: str, begin: int, end: int) -> str:
    """The sentence around a place."""
    cuts = [m.end() for m in re.finditer(r"[。!！?？\n]|\.(?=\s)", text[:begin])]
    after = re.search(r"[。!！?？\n]|\.(?=\s|$)", text[end:])
    return text[cuts[-1] if cuts else 0 : end + after.start() if after else len(text)]
