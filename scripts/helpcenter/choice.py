"""One of a few words, as settings, articles and findings write it."""

from __future__ import annotations

from enum import StrEnum


class Choice(StrEnum):
    """A kind of such words; a store keeps one as its class and its value."""

    def __reduce_ex__(self, protocol: object) -> tuple[type[Choice], tuple[str]]:
        # Python 3.11.2, for one, would keep a call of `getattr`, which no store may make.
        return type(self), (self.value,)
