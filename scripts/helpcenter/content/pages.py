"""Reading all articles: from the store where nothing changed, on every core where much did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpcenter.content.desk import Desk
from helpcenter.content.file import file_state
from helpcenter.content.texts import Heads, Read, Texts
from helpcenter.content.tree import ArticleFile
from helpcenter.cores import spread
from helpcenter.finding import Fault
from helpcenter.store import Store, digest

MANY = 40
"""Articles from which it pays to start more processes."""


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
    desk: Desk,
    articles: Sequence[ArticleFile],
    store: Store,
    processes: int | None = None,
    shelf: Shelf | None = None,
) -> Iterator[Read]:
    """Each article as `read_page` gives it, in order.

    `processes` is how many read at once; by default as many as there are cores, if there is much
    to read. `shelf` saves a process that reads again and again from opening every file.
    """
    # From a full shelf a few are missing: not worth handling the heads of all.
    heads = Heads(store, digest(desk.around, "heads") if shelf is None or shelf.empty else None)
    texts = Texts(store, desk.again)
    states: dict[str, object] = {}
    found: dict[str, Read] = {}
    missing: list[tuple[ArticleFile, bytes]] = []
    keys: dict[str, bytes] = {}
    for article in articles:
        file = article.file
        if shelf:
            states[file] = (desk.around, file_state(desk.root / file)) if desk.pure else None
            known = shelf.get(file, states[file]) if desk.pure else None
            if known is not None:
                found[file] = known
                continue
        data = desk.files.read(file)
        if isinstance(data, Fault):
            found[file] = (None, [data])
            continue
        key = keys[file] = desk.key(article, data)
        head = heads.get(key, file.rpartition("/")[0])
        if head is not None:
            found[file] = texts.page(head, key, article)
        else:
            missing.append((article, data))
    made = spread(desk.reader(), missing, processes, MANY) if missing else ()
    for (article, _), whole in made:
        key = keys[article.file]
        texts.put(key, whole)
        head = heads.put(key, article.file.rpartition("/")[0], whole)
        found[article.file] = texts.page(head, key, article)
    heads.close()
    for article in articles:
        if shelf:
            shelf.put(article.file, states[article.file], found[article.file])
        yield found[article.file]
