"""Where articles are read. Markdown itself is loaded when there is one to read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from helpcenter.content import forbidden
from helpcenter.content.file import Files
from helpcenter.content.settings import Settings
from helpcenter.content.texts import bound
from helpcenter.content.tree import ArticleFile
from helpcenter.finding import Fault
from helpcenter.store import Store, digest, fingerprint, packed, unpacked

if TYPE_CHECKING:
    from helpcenter.content.markdown import Renderer

PURE = ("markdown.extensions.", "pymdownx.")
"""Extensions whose output depends on the article and their options alone, by their beginnings."""
SHORT = frozenset(
    ("abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes")
) | frozenset(("legacy_attrs", "legacy_em", "nl2br", "sane_lists", "smarty", "tables", "wikilinks"))
"""Names under which Markdown itself knows its own."""


class Desk:
    """Reads the articles of one project, as its settings say."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self.root = settings.root
        self.files = Files(settings.root)
        self._store = store
        self._extensions = [
            (name, options)
            for name, options in settings.markdown_extensions
            if forbidden.plain(name) not in forbidden.EXTENSIONS
        ]
        names = [name for name, _ in settings.markdown_extensions]
        self.pure = len(names) == len(self._extensions) and all(
            name.startswith(PURE) or name in SHORT for name in names
        )
        """Whether what an article says depends on its file and the settings alone."""
        if not self.pure:
            store.distrust()  # nor does what is made of articles
        self.around = digest(fingerprint(), repr(self._extensions))
        """Stands for all that an article's text depends on beside its file."""

    @cached_property
    def _renderer(self) -> Renderer:
        from helpcenter.content.markdown import Renderer

        return Renderer(self._extensions)

    @property
    def refused(self) -> tuple[tuple[str, str], ...]:
        """Extensions that could not be loaded, and why."""
        key = digest(self.around, "refused")
        data = self._store.get(key)
        if data is None:
            data = packed(self._renderer.refused)
            self._store.put(key, data)
        refused: tuple[tuple[str, str], ...] = unpacked(data)
        return refused

    def key(self, article: ArticleFile, data: bytes) -> bytes:
        """What stands for the article with the content `data`, and for all that it says."""
        return digest(self.around, article.locale, article.path, article.file, data)

    def reader(self) -> Callable[[tuple[ArticleFile, bytes]], bytes]:
        """What makes of an article the bytes that are kept of it."""
        from helpcenter.content.reading import read_page

        renderer = self._renderer

        def read(one: tuple[ArticleFile, bytes]) -> bytes:
            article, data = one
            return bound(*read_page(data, article.locale, article.path, article.file, renderer))

        return read

    def again(self, article: ArticleFile, key: bytes) -> bytes:
        """The same once more. Raises RuntimeError if its file has changed."""
        data = self.files.read(article.file)
        if isinstance(data, Fault) or self.key(article, data) != key:
            raise RuntimeError(f"{article.file} was changed in the meantime")
        return self.reader()((article, data))
