"""Reading a built site: its files, and what stands in a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class Tag:
    name: str
    attributes: dict[str, str]
    text: str = ""
    spare: bool = False
    """Inside a `template`: not shown, and not part of the page yet."""
    hidden: bool = False
    """Not shown until a script says so: it, or something around it."""
    labelled: bool = False
    """Inside a `label`."""


@dataclass
class Html:
    """The tags of a page in order, each with the text up to its end."""

    tags: list[Tag] = field(default_factory=list)
    spoken: list[tuple[str, str]] = field(default_factory=list)
    """Language and text of every piece of text, attributes that are read out included."""

    def all(self, name: str, /, **attributes: str) -> list[Tag]:
        """Every tag of that name with those attributes."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            tag
            for tag in self.tags
            if tag.name == name
            and not tag.spare
            and all(tag.attributes.get(key) == value for key, value in wanted.items())
        ]

    def one(self, name: str, /, **attributes: str) -> Tag:
        """The only such tag."""
        found = self.all(name, **attributes)
        assert len(found) == 1, (name, attributes, found)
        return found[0]


class _Reader(HTMLParser):
    READ = ("alt", "aria-label", "placeholder", "title")
    VOID = frozenset(["br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"])

    def __init__(self) -> None:
        super().__init__()
        self.html = Html()
        self.open: list[Tag] = []

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        tag = Tag(name, {key: value or "" for key, value in attributes})
        tag.spare = any(outer.name == "template" for outer in self.open)
        tag.hidden = any("hidden" in outer.attributes for outer in [*self.open, tag])
        tag.labelled = any(outer.name == "label" for outer in self.open)
        self.html.tags.append(tag)
        if name not in self.VOID:
            self.open.append(tag)
        for key in self.READ:
            self._speak(tag.attributes.get(key, ""), [*self.open, tag])

    def _speak(self, text: str, around: list[Tag]) -> None:
        langs = [one.attributes["lang"] for one in around if "lang" in one.attributes]
        if text.strip() and langs and not any(one.name == "template" for one in around):
            self.html.spoken.append((langs[-1], text.strip()))

    def handle_endtag(self, name: str) -> None:
        if name in self.VOID:
            return
        while self.open and self.open.pop().name != name:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].name == "script":
            self.open[-1].text += data  # for programs: no part of the page's text
            return
        for tag in self.open:
            tag.text += data
        self._speak(data, self.open)


class Built:
    """A built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, Html] = {}

    def html(self, name: str) -> Html:
        """The page in the file `name`, relative to the site."""
        if name not in self._read:
            reader = _Reader()
            reader.feed((self.folder / name).read_text("utf-8"))
            self._read[name] = reader.html
        return self._read[name]

    def pages(self) -> list[str]:
        """The names of all HTML files, but for those that are only offered to take along."""
        names = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return sorted(name for name in names if not name.startswith("download/"))

    def files(self) -> dict[str, bytes]:
        """Every file and its bytes."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }
