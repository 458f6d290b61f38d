"""The HTML in a page of somebody else's project: what it shows, and where it leads."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser

from helpcenter.content.anatomy import CODE, Link
from helpcenter.links.page import loaded

STASH = re.compile("\x02wzxhzdk:(\\d+)\x03")
SHOWN = re.compile(r"<(?:code|img|svg|span\b[^>]*><(?:svg|img|code)|kbd\b[^>]*>[^<])")
FILLED = re.compile(r"<!-- *[\w-]+:")
TAG = re.compile(r"<[^<>]*>")
SKIPPED = ("pre", "script", "style", "svg", "template", "noscript")


def anchors(root: etree.Element) -> list[etree.Element]:
    """Every `[](){#id}`: a place to link to, and no link."""
    return [
        one
        for one in root.iter("a")
        if one.get("id") and one.get("href") == "" and not (one.text or len(one))
    ]


def put_back(root: etree.Element, raw: Sequence[str]) -> None:
    """Show again the code inside of paragraphs, and pictures, that extensions keep as HTML."""
    for element in list(root.iter()):
        if element.tag == "a" and "footnote-backref" in (element.get("class") or ""):
            element.text = CODE
        if element.tag == "code" and not len(element):
            element.text = STASH.sub(lambda match: _text(match, raw), element.text or "")
        for place, child in reversed([*enumerate(element)]):
            if child.tail and "\x02wzxhzdk" in child.tail:
                child.tail, found = _pieces(child.tail, raw)
                element[place + 1 : place + 1] = found
        if element.text and "\x02wzxhzdk" in element.text:
            element.text, found = _pieces(element.text, raw)
            element[0:0] = found


def _text(match: re.Match[str], raw: Sequence[str]) -> str:
    number = int(match[1])
    return TAG.sub("", raw[number]) if number < len(raw) else ""


def _pieces(text: str, raw: Sequence[str]) -> tuple[str, list[etree.Element]]:
    """The text before the first piece that shows something, and the pieces with what follows."""
    before, *parts = STASH.split(text)
    found: list[etree.Element] = []
    for number, rest in zip(parts[::2], parts[1::2], strict=True):
        html = raw[int(number)] if int(number) < len(raw) else ""
        if SHOWN.match(html) or FILLED.match(html):
            found.append(etree.Element("code"))
            found[-1].text = " ".join(TAG.sub("", html).split()) or CODE
            found[-1].tail = rest
        elif found:
            found[-1].tail = f"{found[-1].tail}{rest}"
        else:
            before += rest
    return before, found


class RawHtml(HTMLParser):
    """Links, images and ids of the HTML in a page, outside of code and pictures."""

    def __init__(self, pieces: Sequence[str]) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[Link]]] = []
        """Every tag that leads somewhere, as written, and where; lines count within it."""
        self.ids: set[str] = set()
        for piece in pieces:
            self.inside: list[str] = []
            if "<" in piece:
                self.reset()
                self.feed(piece)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        self.ids |= {given.get("id", ""), given.get("name", "") if tag == "a" else ""}
        if tag in SKIPPED:
            self.inside.append(tag)
        if self.inside:
            return
        start = self.get_starttag_text() or ""
        links = [
            Link(target, text, start.count("\n", 0, max(start.find(target), 0)), image, html=True)
            for target, text, image in _leading(tag, given)
        ]
        if links:
            self.tags.append((start, links))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            del self.inside[self.inside.index(tag) :]


def media(root: etree.Element) -> Iterator[Link]:
    """What the elements that an extension made of HTML load, beside the source of images."""
    for element in root.iter():
        given = {name: value or "" for name, value in element.attrib.items()}
        for target, text, image in _leading(str(element.tag), given) if given else ():
            if element.tag != "a" and (element.tag != "img" or target != given.get("src")):
                yield Link(target, text, 0, image, html=True)


def _leading(tag: str, given: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Target, text, and whether it is an image, of every address in the attributes of a tag."""
    if tag in ("a", "area", "link") and "href" in given:
        yield given["href"].strip(), CODE, False
    # Pieces of drawings are often put in by programs.
    for key, url in loaded(tag, given) if tag not in ("use", "image") else ():
        text = CODE
        if tag == "img" and key == "src":
            decorative = given.get("role") == "presentation" or given.get("aria-hidden") == "true"
            text = CODE if decorative or given.get("alt") == "" else given.get("alt", "")
        yield url, text, tag == "img" or key in ("srcset", "poster")
