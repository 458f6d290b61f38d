"""Reading all articles: from the store where nothing changed, on every core where much did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpcenter.content import forbidden
from helpcenter.content.file import read_file
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


def read_pages(
    settings: Settings,
    articles: Sequence[ArticleFile],
    renderer: Renderer,
    store: Store,
    processes: int | None = None,
) -> Iterator[Read]:
    """Each article as `read_page` gives it, in order.

    `processes` is how many read at once; by default as many as there are cores, if there is much
    to read.
    """
    kept = _kept_by(settings, renderer)
    found: dict[str, tuple[bytes, bytes | None]] = {}
    missing: list[tuple[ArticleFile, bytes]] = []
    keys: dict[str, bytes] = {}
    for article in articles:
        data = read_file(settings.root, article.file)
        if isinstance(data, Fault):
            found[article.file] = (packed((None, [data])), None)
            continue
        key = digest(kept, article.locale, article.path, article.file, data) if kept else b""
        head, text = (store.get(key), store.get(digest(key, "text"))) if key else (None, None)
        if head is not None and text is not None:
            found[article.file] = (head, text)
        else:
            keys[article.file] = key
            missing.append((article, data))
    for (article, _), (head, text) in spread(_Reader(renderer), missing, processes, MANY):
        found[article.file] = (head, text)
        key = keys[article.file]
        if key:
            store.put(key, head)
            store.put(digest(key, "text"), text or b"")
    for article in articles:
        yield _page(*found.pop(article.file))


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
    return packed(((*head, page.allowances), faults)), packed(page.open())


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
            assert self._data is not None
            self._text, self._data = unpacked(self._data), None
        return self._text
