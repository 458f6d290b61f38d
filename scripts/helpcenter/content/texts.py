"""Articles as they are kept: heads are always at hand, a text is fetched when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from helpcenter.contacts.passage import Carried, Passage, Pointer
from helpcenter.content.anatomy import Block, Definition, Heading, Link, Section, Step
from helpcenter.content.page import Page, Text
from helpcenter.content.tree import ArticleFile
from helpcenter.finding import Fault
from helpcenter.store import Store, digest, packed, unpacked

OPEN = 100
"""Texts that stay open: a page is asked for together with its neighbours."""

Head = tuple[tuple[Any, ...] | None, list[Fault]]
"""The fields of a page but its text, if it is one, and what is wrong with it."""
Read = tuple[Page | None, list[Fault]]
MADE: Mapping[str, Callable[[Any], Any]] = {
    "sections": Section._make,
    "headings": Heading._make,
    "steps": Step._make,
    "links": Link._make,
    "blocks": Block._make,
    "definitions": Definition._make,
}
"""What the rows of a part become, which are kept as plain tuples: that is several times as fast."""
SHOWN = ("sections", "steps", "links")
"""The parts that pages and search are made of."""
JUDGED = ("headings", "ids", "blocks", "definitions", "marked", "carried")
"""Those that only rules look at."""


def bound(page: Page | None, faults: list[Fault]) -> bytes:
    """All that is known of an article."""
    if page is None:
        return packed((None, faults, ()))
    head = (page.locale, page.path, page.file, page.meta, page.body_line, page.digest)
    fields = (*head, page.allowances, page.hidden, page.declared)
    text = page.open()
    return packed((fields, faults, (_packed(text, SHOWN), _packed(text, JUDGED))))


def _packed(text: Text, parts: Sequence[str]) -> bytes:
    plain = []
    for part in parts:
        value = getattr(text, part)
        if part in MADE:
            value = _rows(value)
        elif part == "carried":
            value = (value.file, value.title, _rows(value.passages), _rows(value.pointers))
        plain.append(value)
    return packed(tuple(plain))


def _rows(made: Iterable[tuple[Any, ...]]) -> tuple[tuple[Any, ...], ...]:
    return tuple(map(tuple, made))


class _Kept(Text):
    """A text from the store, of which either half is opened when somebody asks for a part of it."""

    def __init__(self, shown: bytes, judged: bytes) -> None:
        self.__dict__["halves"] = {SHOWN: shown, JUDGED: judged}

    def __getattr__(self, name: str) -> Any:
        for parts, half in self.__dict__.get("halves", {}).items():
            if name in parts:
                self.__dict__.update(zip(parts, map(_opened, parts, unpacked(half)), strict=True))
                return self.__dict__[name]
        raise AttributeError(name)


def _opened(part: str, plain: Any) -> Any:
    if part in MADE:
        return tuple(map(MADE[part], plain))
    if part == "carried":
        file, title, passages, pointers = plain
        passages = tuple(map(Passage._make, passages))
        return Carried(file, title, passages, tuple(map(Pointer._make, pointers)))
    return plain


class Heads:
    """The heads of articles by key, which every command needs: those of a folder together."""

    def __init__(self, store: Store, around: bytes | None) -> None:
        """`around` stands for all that they depend on beside their articles; without it each is
        taken from its article."""
        self._store = store
        self._around = around
        self._old: dict[str, dict[bytes, Head]] = {}
        self._now: dict[str, dict[bytes, Head]] = {}

    def get(self, key: bytes, folder: str) -> Head | None:
        """What was kept of an article, by itself if it was not among the last."""
        if folder not in self._old:
            self._old[folder] = self._kept(folder)
            self._now[folder] = {}
        head = self._old[folder].get(key)
        if head is None:
            whole = self._store.get(key)
            return None if whole is None else self.put(key, folder, whole)
        self._store.touch(key)
        self._now[folder][key] = head
        return head

    def put(self, key: bytes, folder: str, whole: bytes) -> Head:
        """Take the head from all that is known of an article that was asked for."""
        fields, faults, _ = unpacked(whole)
        head = self._now[folder][key] = fields, faults
        return head

    def close(self) -> None:
        """Keep those that were asked for or put."""
        for folder, heads in self._now.items() if self._around else ():
            if heads.keys() != self._old[folder].keys():
                self._store.put(digest(self._around or b"", folder), packed(heads))

    def _kept(self, folder: str) -> dict[bytes, Head]:
        data = self._store.get(digest(self._around, folder)) if self._around else None
        heads: dict[bytes, Head] = unpacked(data) if data is not None else {}
        return heads


class Texts:
    """The texts by the key that each article has in `store`."""

    def __init__(self, store: Store, again: Callable[[ArticleFile, bytes], bytes]) -> None:
        """`again` reads an article once more, for the case that the store lost it."""
        self._store = store
        self._again = again
        self._held: dict[bytes, bytes] = {}
        self._articles: dict[bytes, ArticleFile] = {}
        self._open = lru_cache(OPEN)(self._fetched)

    def put(self, key: bytes, whole: bytes) -> None:
        """Keep an article: in the store, or else in memory."""
        if self._store.keeps:
            self._store.put(key, whole)
        else:
            self._held[key] = whole

    def page(self, head: Head, key: bytes, article: ArticleFile) -> Read:
        """The page that will fetch its text when it is asked for it."""
        fields, faults = head
        if fields is None:
            return None, faults
        self._articles[key] = article
        return Page(*(*fields, partial(self._open, key))), faults

    def _fetched(self, key: bytes) -> Text:
        whole = self._held.get(key) or self._store.get(key)
        whole = whole or self._again(self._articles[key], key)
        return _Kept(*unpacked(whole)[2])
