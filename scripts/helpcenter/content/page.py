"""A page as its editor wrote it: what it declares, its sections, steps and links, with lines.

Read once; rules, search, templates, status and exports all ask `Page` and parse nothing again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from helpcenter.contacts.passage import Carried
from helpcenter.content.anatomy import (
    STEPS,
    Allowance,
    Block,
    Definition,
    Heading,
    Link,
    Section,
    Step,
)
from helpcenter.content.marked import Marked
from helpcenter.content.meta import Meta

__all__ = [
    "STEPS",
    "Block",
    "Heading",
    "Link",
    "Page",
    "Section",
    "Step",
    "Text",
    "fill_links",
]

PLACEHOLDER = re.compile('"\x1ahc:(\\d+)"')
"""What no editor can write: articles with control characters are refused."""


@dataclass(frozen=True, eq=False)
class Text:
    """What an article says below its front matter, and the front matter as written."""

    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    steps: tuple[Step, ...]
    links: tuple[Link, ...]
    ids: tuple[tuple[str, int], ...]
    carried: Carried
    blocks: tuple[Block, ...]
    marked: Marked
    definitions: tuple[Definition, ...]


@dataclass(frozen=True)
class Page:
    """One article in one language.

    Its text is opened when somebody asks for it: most pages are only pointed to.
    """

    locale: str
    path: str
    """Same in every language, without ending: `payments/payment-failed`, `payments/index`."""
    file: str
    """Relative to the project's root, with `/`."""
    meta: Meta
    body_line: int
    """Line of the file where the body's text begins."""
    digest: str
    """SHA-256 of the file, hexadecimal."""
    allowances: tuple[Allowance, ...]
    hidden: bool
    """Whether the file may say what no reader of the page sees: comments, unused definitions."""
    declared: bytes
    """Stands for `meta`: another whenever that is another."""
    open: Callable[[], Text] = field(repr=False, compare=False)
    """Gives the text; always the same."""

    @property
    def topic(self) -> str:
        """The folder: `payments`; empty for the home page."""
        return self.path.rpartition("/")[0]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The text in pieces, in order."""
        return self.open().sections

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading inside the article."""
        return self.open().headings

    @property
    def steps(self) -> tuple[Step, ...]:
        """What to do, in order; of all tabs."""
        return self.open().steps

    @property
    def links(self) -> tuple[Link, ...]:
        """Links and images, in order."""
        return self.open().links

    @property
    def ids(self) -> tuple[tuple[str, int], ...]:
        """Every id of the page with its line, repeated ones too."""
        return self.open().ids

    @property
    def carried(self) -> Carried:
        """Every text and address of the page, where a contact could hide."""
        return self.open().carried

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs, list items and cells, in order."""
        return self.open().blocks

    @property
    def marked(self) -> Marked:
        """The front matter as written, for the line of a key: `page.marked.line("related", 0)`."""
        return self.open().marked

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """Addresses that links of the text name."""
        return self.open().definitions

    @property
    def answer(self) -> str:
        """The words before the first heading."""
        return self.section("").text

    def section(self, id: str) -> Section:
        """The section `id`, or an empty one."""
        found = next((one for one in self.sections if one.id == id), None)
        return found or Section(id, "", "", "", self.body_line)


def fill_links(html: str, address: Callable[[int], str]) -> str:
    """Replace the link placeholders in `html` by `address(place in Page.links)`."""
    return PLACEHOLDER.sub(lambda match: f'"{address(int(match[1]))}"', html)
