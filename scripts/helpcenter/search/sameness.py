"""Whether search can tell two phrases apart."""

from __future__ import annotations

from functools import lru_cache

from helpcenter.search.readings import simplified
from helpcenter.search.tokens import stems


@lru_cache(maxsize=1 << 16)
def sameness(phrase: str) -> str:
    """What search compares of a phrase: equal for phrases it cannot tell apart."""
    return " ".join(stems(phrase, simplified()))
