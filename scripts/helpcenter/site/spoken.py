"""The words of a piece of an article, for programs that read them out or show them without markup.

What a warning warns of stands below its title; in a line of text it stands behind a colon.
"""

from __future__ import annotations

from html.parser import HTMLParser

BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "table", "tr", "td", "th", "blockquote", "pre", "br", "img")
)
TITLE = "admonition-title"
ENDS = tuple(".。!！?？:：;；")


def spoken(html: str) -> str:
    """The words of `html` on one line; `html` comes from our own renderer."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.pieces).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._title: int | None = None
        """Where among the pieces the title of a warning begins, while one is being read."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in BLOCKS:
            self.pieces.append(" ")
        if TITLE in (given.get("class") or "").split():
            self._title = len(self.pieces)
        if tag == "img":
            self.pieces.append(f"{given.get('alt') or ''} ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "p" and self._title is not None:
            title = "".join(self.pieces[self._title :]).strip()
            if title and not title.endswith(ENDS):
                self.pieces.append(": " if title.isascii() else "：")
            self._title = None
        if tag in BLOCKS:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
