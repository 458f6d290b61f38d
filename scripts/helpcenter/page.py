"""A page as its editor wrote it: what it declares, its sections, steps and links, with lines.

Read once; rules, search, templates, status and exports all ask `Page` and parse nothing again.
"""

from __future__ import annotations

import hashlib
import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import dataclass

from helpcenter.finding import Fault
from helpcenter.markdown import Renderer, children, words
from helpcenter.marked import Problem, read_marked
from helpcenter.meta import Meta, read_meta

STEPS = "steps"
"""Id of the section that holds the numbered steps."""

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]*(?![#\s])")
NUMBERED = re.compile(r"[ \t>]*\d+[.)][ \t]+")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
PLACEHOLDER = re.compile(r'"hc:(\d+)"')


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image, as written."""

    target: str
    """`../support/escalate.md#steps`"""
    text: str
    """What the reader sees; of an image, its alternative text."""
    line: int
    image: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the article (the page's title is in its front matter)."""

    level: int
    """2 to 6; 1 is a fault."""
    id: str
    """Empty if the editor gave none."""
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    id: str
    """Empty if the editor gave none."""
    number: int
    """As the reader counts, from 1, in its own list."""
    text: str
    html: str
    """What stands in the list item; links are `hc:<place in Page.links>`."""
    line: int
    platform: str = ""
    """Label of the tab it stands in, if any."""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one second-level heading, or, with an empty id, before the first."""

    id: str
    title: str
    text: str
    html: str
    """Without its heading; links are `hc:<place in Page.links>`."""
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """One article in one language."""

    locale: str
    path: str
    """Same in every language, without ending: `payments/payment-failed`, `payments/index`."""
    file: str
    """Relative to the project's root, with `/`."""
    meta: Meta
    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    steps: tuple[Step, ...]
    links: tuple[Link, ...]
    ids: tuple[tuple[str, int], ...]
    """Every id of the page with its line, repeated ones too."""
    body_line: int
    """Line of the file where the body's text begins."""
    digest: str
    """SHA-256 of the file, hexadecimal."""

    @property
    def topic(self) -> str:
        """The folder: `payments`; empty for the home page."""
        return self.path.rpartition("/")[0]

    @property
    def answer(self) -> str:
        """The words before the first heading."""
        return self.section("").text

    def section(self, id: str) -> Section:
        """The section `id`, or an empty one."""
        return next(
            (one for one in self.sections if one.id == id), Section(id, "", "", "", self.body_line)
        )


def fill_links(html: str, address: Callable[[int], str]) -> str:
    """Replace the link placeholders in `html` by `address(place in Page.links)`."""
    return PLACEHOLDER.sub(lambda match: f'"{address(int(match[1]))}"', html)


def read_page(
    data: bytes, locale: str, path: str, file: str, renderer: Renderer
) -> tuple[Page | None, list[Fault]]:
    """Read one file. Never raises on what an editor can write: that becomes faults.

    `data` is the file's content; `path` the page's path without ending; `file` names it in
    faults. There is no page if encoding or front matter are broken.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [Fault("not-utf-8", file, line, {"byte": f"0x{data[error.start]:02x}"})]
    if "\x00" in text or "\x02" in text or "\x03" in text:
        line = 1 + min(text[: text.index(c)].count("\n") for c in "\x00\x02\x03" if c in text)
        return None, [Fault("not-utf-8", file, line, {"byte": "control"})]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, [Fault("missing-front-matter", file, 1, {"first": lines[0][:40]})]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return None, [Fault("broken-front-matter", file, 1, {"kind": "open", "detail": ""})]
    marked = read_marked("\n" + "\n".join(lines[1:end]))
    if isinstance(marked, Problem):
        detail = {"kind": marked.kind, "detail": marked.detail}
        return None, [Fault("broken-front-matter", file, marked.line, detail)]
    meta, faults = read_meta(marked, file)
    if meta is None:
        return None, faults
    body = _Body(lines, end + 1, file, renderer)
    page = Page(
        locale=locale,
        path=path,
        file=file,
        meta=meta,
        sections=body.sections,
        headings=body.headings,
        steps=body.steps,
        links=body.links,
        ids=body.ids,
        body_line=next((n for n in range(end + 1, len(lines)) if lines[n].strip()), end) + 1,
        digest=hashlib.sha256(data).hexdigest(),
    )
    return page, faults + body.faults


class _Body:
    """Reads the tree of one article from top to bottom, and finds each thing's source line."""

    def __init__(self, lines: list[str], first: int, file: str, renderer: Renderer) -> None:
        self.lines = lines
        self.renderer = renderer
        self.faults: list[Fault] = []
        root = renderer.read("\n".join(lines[first:]))
        self.prose = _prose(lines, first)
        self._searched: dict[str, int] = {}
        for html in renderer.raw_html():
            if not html.startswith("<!--"):
                where = self._find(html.split("\n")[0], first)
                self.faults.append(Fault("raw-html", file, where, {"html": html[:60]}))
        self.links = tuple(
            self._link(element, place, first)
            for place, element in enumerate(e for e, _ in children(root) if _points(e))
        )
        self.headings = tuple(self._headings(root))
        self.ids = tuple(
            (element.attrib["id"], self._id_line(element.attrib["id"]))
            for element, _ in children(root)
            if "id" in element.attrib and element.tag != "input"
        )
        steps: list[Step] = []
        self.sections = tuple(self._sections(root, first, steps))
        self.steps = tuple(steps)

    def _find(self, needle: str, first: int) -> int:
        """Line of the next place in the body where `needle` stands; asked again, the one after."""
        start = self._searched.get(needle, first * 100_000)
        row, column = divmod(start, 100_000)
        for number in range(row, len(self.lines)):
            found = self.lines[number].find(needle, column if number == row else 0)
            if found >= 0:
                self._searched[needle] = number * 100_000 + min(found + len(needle), 99_999)
                return number + 1
        return first + 1

    def _link(self, element: etree.Element, place: int, first: int) -> Link:
        """The link itself; in the tree it becomes a placeholder that `fill_links` fills."""
        image = element.tag == "img"
        name = "src" if image else "href"
        target = element.attrib[name]
        line = self._find(target.replace("&amp;", "&"), first)
        text = element.get("alt", "") if image else words(element)
        element.set(name, f"hc:{place}")
        return Link(target, text, line, image)

    def _id_line(self, id: str) -> int:
        mark = re.compile(rf"\{{:?[^}}\n]*#{re.escape(id)}(?![\w-])")
        seen = self._searched.get(f"#{id}", 0)
        hits = [number for number in self.prose if mark.search(self.lines[number])]
        self._searched[f"#{id}"] = seen + 1
        return hits[min(seen, len(hits) - 1)] + 1 if hits else 1

    def _headings(self, root: etree.Element) -> list[Heading]:
        rows = [number for number in self.prose if HEADING.match(self.lines[number])]
        headings = []
        for element, _ in children(root):
            if not re.fullmatch("h[1-6]", element.tag):
                continue
            level = int(element.tag[1])
            text = words(element)
            row = next(
                (
                    number
                    for number in rows
                    if (match := HEADING.match(self.lines[number])) and len(match[1]) == level
                ),
                None,
            )
            if row is not None:
                rows = [number for number in rows if number > row]
            headings.append(
                Heading(level, element.get("id", ""), text, 1 if row is None else row + 1)
            )
        return headings

    def _sections(
        self, root: etree.Element, first: int, steps: list[Step]
    ) -> list[Section]:
        heads = [heading for heading in self.headings if heading.level == 2]
        groups: list[tuple[Heading, list[etree.Element]]] = [(Heading(2, "", "", first + 1), [])]
        for element in root:
            if element.tag == "h2":
                groups.append((heads[len(groups) - 1], []))
            else:
                groups[-1][1].append(element)
        sections = []
        for heading, elements in groups:
            if heading.id == STEPS:
                for element in elements:
                    self._steps(element, heading.line, steps)
            sections.append(
                Section(
                    id=heading.id,
                    title=heading.text,
                    text=" ".join(filter(None, map(words, elements))),
                    html="\n".join(self.renderer.html(element) for element in elements),
                    line=heading.line,
                )
            )
        return sections

    def _steps(self, element: etree.Element, after: int, steps: list[Step]) -> None:
        """Collect the steps of a list, or of every tab of a set, and mark them for the reader."""
        if element.tag == "ol":
            self._list(element, after, "", steps)
        elif "tabbed-set" in element.get("class", ""):
            labels = [words(label) for label in element.iter("label")]
            blocks = [one for one in element.iter("div") if one.get("class") == "tabbed-block"]
            for place, block in enumerate(blocks):
                label = labels[place] if place < len(labels) else ""
                for child in block:
                    if child.tag == "ol":
                        self._list(child, after, label, steps)

    def _list(self, ol: etree.Element, after: int, platform: str, steps: list[Step]) -> None:
        ol.set("class", "steps")
        line = max([after, *(step.line for step in steps)])
        for number, item in enumerate(ol.findall("li"), int(ol.get("start", "1"))):
            id = item.get("id", "")
            text = words(item)
            line = self._id_line_of_step(id) or self._numbered_line(text, line)
            html = self.renderer.html(item)
            inner = html[html.index(">") + 1 : html.rindex("</li>")].strip()
            steps.append(Step(id, number, text, inner, line, platform))

    def _id_line_of_step(self, id: str) -> int:
        return next((line for known, line in self.ids if known == id), 0) if id else 0

    def _numbered_line(self, text: str, after: int) -> int:
        start = re.sub(r"\W", "", text)[:6]
        for number in self.prose:
            if number + 1 > after and NUMBERED.match(self.lines[number]):
                rest = NUMBERED.sub("", self.lines[number], count=1)
                if re.sub(r"\W", "", rest).startswith(start):
                    return number + 1
        return after


def _points(element: etree.Element) -> bool:
    return (element.tag == "a" and "href" in element.attrib) or (
        element.tag == "img" and "src" in element.attrib
    )


def _prose(lines: list[str], first: int) -> list[int]:
    """Numbers of the body's lines that are not inside a fenced block, from 0."""
    prose = []
    fence = ""
    for number in range(first, len(lines)):
        match = FENCE.match(lines[number])
        if fence:
            if match and match[1].startswith(fence):
                fence = ""
        elif match:
            fence = match[1]
        else:
            prose.append(number)
    return prose
