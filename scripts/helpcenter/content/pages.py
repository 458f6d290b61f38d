"""Reading all articles: from the store where nothing changed, on every core where much did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from helpcenter.content import forbidden
from helpcenter.content.file import Files, file_state
from helpcenter.content.markdown import Renderer
from helpcenter.content.page import read_page
from helpcenter.content.settings import Settings
from helpcenter.content.texts import Heads, Read, Texts, bound
from helpcenter.content.tree import ArticleFile
from helpcenter.cores import spread
from helpcenter.finding import Fault
from helpcenter.store import NOTHING, Store, digest, fingerprint

MANY = 100
"""Articles from which it pays to start more processes."""
PURE = ("markdown.extensions.", "pymdownx.")
"""Extensions whose output depends on the article and their options alone, by their beginnings."""
SHORT = frozenset(
    ("abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes")
) | frozenset(("legacy_attrs", "legacy_em", "nl2br", "sane_lists", "smarty", "tables", "wikilinks"))
"""Names under which Markdown itself knows its own."""


class Shelf:
    """Articles as they were read last in this process, as long as their files are untouched."""

    def __init__(self) -> None:
        self._reads: dict[str, tuple[object, Read]] = {}

    @property
    def empty(self) -> bool:
        """Whether nothing was read yet."""
        return not self._reads

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
    desk = _Desk(settings.root, renderer, kept)
    store = store if kept else NOTHING
    # From a full shelf a few are missing: not worth handling the heads of all.
    heads = Heads(store, digest(kept, "heads") if shelf is None or shelf.empty else None)
    texts = Texts(store, desk.again)
    states: dict[str, object] = {}
    found: dict[str, Read] = {}
    missing: list[tuple[ArticleFile, bytes]] = []
    keys: dict[str, bytes] = {}
    for article in articles:
        file = article.file
        if shelf:
            states[file] = (kept, file_state(settings.root / file)) if kept else None
            known = shelf.get(file, states[file]) if kept else None
            if known is not None:
                found[file] = known
                continue
        data = desk.files.read(file)
        if isinstance(data, Fault):
            found[file] = (None, [data])
            continue
        key = keys[file] = desk.key(article, data)
        head = heads.get(key)
        if head is not None:
            found[file] = texts.page(head, key, article)
        else:
            missing.append((article, data))
    for (article, _), whole in spread(desk.read, missing, processes, MANY):
        key = keys[article.file]
        texts.put(key, whole)
        found[article.file] = texts.page(heads.put(key, whole), key, article)
    heads.close()
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


class _Desk:
    """Where an article is read."""

    def __init__(self, root: Path, renderer: Renderer, kept: bytes) -> None:
        self.files = Files(root)
        self._renderer = renderer
        self._kept = kept

    def key(self, article: ArticleFile, data: bytes) -> bytes:
        """What stands for the article with the content `data`, and for all that it says."""
        return digest(self._kept, article.locale, article.path, article.file, data)

    def read(self, one: tuple[ArticleFile, bytes]) -> bytes:
        """An article as it is kept."""
        article, data = one
        return bound(*read_page(data, article.locale, article.path, article.file, self._renderer))

    def again(self, article: ArticleFile, key: bytes) -> bytes:
        """The same once more. Raises RuntimeError if its file has changed."""
        data = self.files.read(article.file)
        if isinstance(data, Fault) or self.key(article, data) != key:
            raise RuntimeError(f"{article.file} was changed in the meantime")
        return self.read((article, data))
