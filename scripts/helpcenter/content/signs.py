"""Texts sign by sign: what is read instead of each, and where it stands in the original.

`text.translate(LETTERS)` is the quick way to what an expression would find sign by sign.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence


class Signs(dict[int, str | None]):
    """What is read instead of each sign, by its code; worked out when a sign is first met.

    `None` stands for nothing: with it, and not with "", plain English is read thirty times as fast.
    """

    def __init__(self, read: Callable[[str], str]) -> None:
        """`read` gives what is read instead of one sign: another, several, or none."""
        super().__init__()
        self._read = read
        self._uneven: set[str] = set()
        """Signs that become none or several, and so move what follows."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        read = self[code] = self._read(sign) or None
        if read is None or len(read) != 1:
            self._uneven.add(sign)
        return read

    def read(self, text: str) -> tuple[str, Sequence[int]]:
        """`text` as it is read, and the place in `text` of each sign of that, and of its end."""
        read = text.translate(self)
        if not any(map(text.__contains__, self._uneven)):
            return read, range(len(text) + 1)
        places = [place for place, sign in enumerate(text) for _ in self[ord(sign)] or ()]
        return read, (*places, len(text))


LETTERS = Signs(lambda sign: sign if sign.isalnum() else "")
"""Only letters and digits."""
ROWS = Signs(lambda sign: sign if sign.isalnum() or sign == "\n" else "")
"""Only letters and digits, and the ends of lines."""
