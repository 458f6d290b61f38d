"""Reading all articles: from the store where nothing changed, on every core where much did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpcenter.content import forbidden
from helpcenter.content.file import Files, file_state
from helpcenter.content.markdown import Renderer
from helpcenter.content.page import Page, Text, read_page
from helpcenter.content.settings import Settings
from helpcenter.content.tree import ArticleFile
from helpcenter.cores import spread
from helpcenter.finding import Fault
from helpcenter.store import Store, digest, fingerprint, packed, unpacked

MANY = 100
"""Articles from which it pays to start more processes."""
PURE = ("markdown.extensions.", "pymdownx.")
"""Extensions whose output depends on the article and their options alone, by their beginnings."""
SHORT = frozenset(
    ("abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes")
) | frozenset(("legacy_attrs", "legacy_em", "nl2br", "sane_lists", "smarty", "tables", "wikilinks"))
"""Names under which Markdown itself knows its own."""

Read = tuple[Page | None, list[Fault]]


class Shelf:
    """Articles as they were read last in this process, as long as their files are untouched."""

    def __init__(self) -> None:
        self._reads: dict[str, tuple[object, Read]] = {}

    def get(self, file: str, state: object) -> Read | None:
        """What was read of `file` in this state."""
        known = self._reads.get(file)
        return known[1] if known and known[0] == state else None

    def put(self, file: str, state: object, read: Read) -> None:
        """Remember what was read."""
        self._reads[file] = (state, read)


def read_pages(
    settings: Settings,
    articles: Sequence[ArticleFile],
    renderer: Renderer,
    store: Store,
    processes: int | None = None,
    shelf: Shelf | None = None,
) -> Iterator[Read]:
    """Each article as `read_page` gives it, in order.

    `processes` is how many read at once; by default as many as there are cores, if there is much
    to read. `shelf` saves a process that reads again and again from opening every file.
    """
    kept = _kept_by(settings, renderer)
    files = Files(settings.root)
    states: dict[str, object] = {}
    found: dict[str, Read] = {}
    missing: list[tuple[ArticleFile, bytes]] = []
    keys: dict[str, bytes] = {}
    for article in articles:
        file = article.file
        states[file] = (kept, file_state(settings.root / file)) if kept else None
        known = shelf.get(file, states[file]) if shelf and kept else None
        if known is not None:
            found[file] = known
            continue
        data = files.read(file)
        if isinstance(data, Fault):
            found[file] = (None, [data])
            continue
        key = digest(kept, article.locale, article.path, file, data) if kept else b""
        head, text = (store.get(key), store.get(digest(key, "text"))) if key else (None, None)
        if head is not None and text is not None:
            found[file] = _page(head, text)
        else:
            keys[file] = key
            missing.append((article, data))
    for (article, _), (head, text) in spread(_Reader(renderer), missing, processes, MANY):
        found[article.file] = _page(head, text)
        key = keys[article.file]
        if key:
            store.put(key, head)
            store.put(digest(key, "text"), text or b"")
    for article in articles:
        if shelf:
            shelf.put(article.file, states[article.file], found[article.file])
        yield found[article.file]


def _kept_by(settings: Settings, renderer: Renderer) -> bytes:
    """What every article's key begins with; empty if an article may say more than its file."""
    for name, _ in settings.markdown_extensions:
        if name in forbidden.EXTENSIONS or not (name.startswith(PURE) or name in SHORT):
            return b""
    return digest(fingerprint(), repr(settings.markdown_extensions), repr(renderer.refused))


class _Reader:
    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer

    def __call__(self, one: tuple[ArticleFile, bytes]) -> tuple[bytes, bytes | None]:
        article, data = one
        page, faults = read_page(data, article.locale, article.path, article.file, self.renderer)
        return _bytes(page, faults)


def _bytes(page: Page | None, faults: list[Fault]) -> tuple[bytes, bytes | None]:
    """What is kept of an article: its head with the faults, and its text."""
    if page is None:
        return packed((None, faults)), None
    head = (page.locale, page.path, page.file, page.meta, page.body_line, page.digest)
    return packed(((*head, page.allowances, page.hidden, page.declared), faults)), packed(
        page.open()
    )


def _page(head: bytes, text: bytes | None) -> Read:
    fields, faults = unpacked(head)
    if fields is None or text is None:
        return None, faults
    return Page(*(*fields, Kept(text))), faults


class Kept:
    """A text that is unpacked when it is first asked for."""

    def __init__(self, data: bytes) -> None:
        self._data: bytes | None = data
        self._text: Text | None = None

    def __call__(self) -> Text:
        if self._text is None:
            data = self._data
            if data is not None:  # else another thread was faster
                self._text = unpacked(data)
                self._data = None
        assert self._text is not None
        return self._text
