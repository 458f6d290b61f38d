"""An article's HTML as plain lines, for programs that show or read out text alone.

A line for each paragraph, item or cell. The title of a box begins its line, so that a warning stays
one: “Support never does this: asks for a code.”
"""

from __future__ import annotations

from html.parser import HTMLParser

from helpcenter.content.anatomy import BLOCKS

TITLE = "admonition-title"
CLOSED = "。.！!？?：:；;，,…"
WIDE = "\u2e80"
"""Signs from here on are as wide as they are high, and so is their colon."""


def spoken(html: str) -> str:
    """The text of `html`, its blocks on lines of their own."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    return "\n".join(reader.lines)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._pieces: list[str] = []
        self._title = ""
        self._in_title = False

    def end(self) -> None:
        """End the line that is being read."""
        text = " ".join("".join(self._pieces).split())
        self._pieces = []
        if text and self._in_title:
            self._title = text
        elif text:
            self.lines.append(self._begin() + text)

    def _begin(self) -> str:
        title, self._title = self._title, ""
        if not title:
            return ""
        if title[-1] in CLOSED:
            return title if title[-1] >= WIDE else f"{title} "
        return f"{title}：" if title[-1] >= WIDE else f"{title}: "

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag in BLOCKS or tag == "br":
            self.end()
            self._in_title = given.get("class") == TITLE
        if tag == "img" and given.get("alt"):
            self._pieces.append(f" {given['alt']} ")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.end()
            self._in_title = False

    def handle_data(self, data: str) -> None:
        self._pieces.append(data)
