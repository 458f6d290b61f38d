"""Regular expressions, compiled once, as Python compiles modules.

Python keeps modules compiled, and yet compiles their regular expressions at every start: a quarter
of all that an edit of a small site cost. What comes of one depends on its text, its flags and the
interpreter alone. So that is kept, in the folder of the compiled modules: whoever can write there
can change those as well.

`re` has no way in for this. Two of its inner names are replaced, here and nowhere else, and only
while a command runs. If `re` is made in another way, or the folder cannot be written, all goes on
without.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from zlib import crc32

FILE = Path(__file__).parent / "__pycache__" / f"patterns.{sys.implementation.cache_tag}"
MOST = 2_000
"""Expressions kept: three times as many as a build has. Some are made of words of the project."""
BROKEN = (OSError, ValueError, EOFError, TypeError)
"""What comes of reading a file that is not whole."""

Key = tuple[str | bytes, int]
"""Text and flags."""
Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the engine is given for them: flags, the compiled numbers, groups, and their names."""


@contextmanager
def kept(file: Path = FILE) -> Iterator[None]:
    """Inside, expressions are taken from `file`, and afterwards it has all that were asked for."""
    inside = getattr(re, "_compiler", None)
    engine = getattr(inside, "_sre", None)
    if inside is None or engine is None:
        yield
        return
    patterns = _Patterns(inside.compile, engine, file)
    inside.compile, inside._sre = patterns.pattern, patterns
    try:
        yield
    finally:
        inside.compile, inside._sre = patterns.made, engine
        patterns.save()


class _Patterns:
    """Stands between `re`, which asks for expressions, and its engine."""

    def __init__(self, made: Any, engine: Any, file: Path) -> None:
        self.made = made
        """How `re` makes an expression."""
        self._engine = engine
        self._file = file
        self._last: tuple[Any, ...] = ()
        self._old: dict[Key, Parts] = {}
        self._asked: dict[Key, Parts] = {}
        with suppress(*BROKEN):
            data = file.read_bytes()
            if data[:4] == _sum(data[4:]):
                self._old = marshal.loads(data[4:])

    def pattern(self, text: Any, flags: int = 0) -> Any:
        """The expression."""
        if type(text) not in (str, bytes):
            return self.made(text, flags)
        key = (text, int(flags))
        parts = self._old.get(key)
        if parts is not None:
            self._asked[key] = parts
            return self._built(text, parts)
        found = self.made(text, flags)
        all_flags, numbers, *rest = self._last
        parts = (int(all_flags), array("I", numbers).tobytes(), *rest)
        if self._built(text, parts) == found:  # no other thread has come between
            self._asked[key] = parts
        return found

    def _built(self, text: Any, parts: Any) -> Any:
        flags, numbers, *rest = parts
        return self._engine.compile(text, flags, array("I", numbers).tolist(), *rest)

    def compile(self, text: Any, *parts: Any) -> Any:
        """What the engine does; its `parts` are remembered."""
        self._last = parts
        return self._engine.compile(text, *parts)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def save(self) -> None:
        """Write them, if some are new. Never raises."""
        if self._asked.keys() <= self._old.keys() or sys.dont_write_bytecode:
            return
        all_ = {**self._old, **self._asked}
        data = marshal.dumps(all_ if len(all_) <= MOST else self._asked)
        fresh = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with suppress(*BROKEN):
            fresh.write_bytes(_sum(data) + data)
            fresh.replace(self._file)


def _sum(data: bytes) -> bytes:
    """Stands for `data`, as this interpreter wrote it."""
    return crc32(data, crc32(sys.version.encode("utf-8"))).to_bytes(4, "little")
