"""Small things that are kept by name, many of them in one value of a store.

A command asks after thousands of pages. To find a row for each takes longer than to read them all.
"""

from __future__ import annotations

from typing import Any
from zlib import crc32

from helpcenter.store import Store, digest, packed, unpacked

COUNT = 64
"""Drawers: what is new in one is written with all that lies beside it."""


class Drawers:
    """Plain data by name. Nobody sees what others keep under another `key`."""

    def __init__(self, store: Store, key: bytes) -> None:
        self._store = store
        self._key = key
        self._old: dict[int, dict[str, Any]] = {}
        self._new: dict[int, dict[str, Any]] = {}
        self._changed: set[int] = set()

    def get(self, name: str) -> Any:
        """What lies there under `name`, or None. It stays there."""
        number = crc32(name.encode("utf-8", "surrogatepass")) % COUNT
        old = self._old.get(number)
        if old is None:
            data = self._store.get(self._row(number))
            old = self._old[number] = unpacked(data) if data is not None else {}
            self._new[number] = {}
        found = old.get(name)
        if found is not None:
            self._new[number].setdefault(name, found)
        return found

    def put(self, name: str, value: Any) -> None:
        """Lay `value` under `name` in the place of what was there."""
        self.get(name)
        number = crc32(name.encode("utf-8", "surrogatepass")) % COUNT
        self._new[number][name] = value
        self._changed.add(number)

    def close(self) -> None:
        """Give what is new to the store, without what was neither asked for nor put."""
        for number, new in self._new.items():
            if number in self._changed or len(new) < len(self._old[number]):
                self._store.put(self._row(number), packed(new))
        self._changed.clear()

    def _row(self, number: int) -> bytes:
        return digest(self._key, str(number))
