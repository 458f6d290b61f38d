"""What an article is made of: its sections, steps, links and blocks, each with its line."""

from __future__ import annotations

from typing import NamedTuple

STEPS = "steps"
"""Id of the section that holds the numbered steps."""
CODE = "\ufffc"
"""Stands for code in the prose of a block."""
BLOCKS = {
    *("p", "div", "ul", "ol", "li", "blockquote", "pre", "table", "thead", "tbody", "tr", "td"),
    *("th", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "dl", "dt", "dd", "details", "summary"),
    *("figure", "figcaption", "section", "article", "aside", "header", "footer", "nav", "address"),
}
"""Elements whose text is not part of the text around them."""


class Link(NamedTuple):
    """A link or an image, as written."""

    target: str
    """`../support/escalate.md#steps`; entities are decoded."""
    text: str
    """What the reader sees; of an image, its alternative text."""
    line: int
    image: bool = False
    html: bool = False
    """Written as HTML, which pages of this site may not be: in projects of other people."""


class Heading(NamedTuple):
    """A heading inside the article (the page's title is in its front matter)."""

    level: int
    """2 to 6; 1 is a fault."""
    id: str
    """Empty if the editor gave none."""
    text: str
    line: int


class Step(NamedTuple):
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


class Section(NamedTuple):
    """What stands under one second-level heading, or, with an empty id, before the first."""

    id: str
    title: str
    text: str
    html: str
    """Without its heading; links are `hc:<place in Page.links>`."""
    line: int


class Block(NamedTuple):
    """A paragraph, a list item, a cell: the smallest piece of text that stands for itself."""

    kind: str
    """Name of its element: `p`, `li`, `td`, `pre`."""
    list: str
    """The kind of list around it: `ol`, `ul`, or nothing."""
    text: str
    """What the reader sees; the editor's line ends are kept."""
    line: int
    under: int
    """How many of the page's headings stand before it."""
    prose: str = ""
    """The text with a single sign, `CODE`, in place of each piece of code or picture."""


class Definition(NamedTuple):
    """`[label]: target`, which links in the text may name."""

    label: str
    target: str
    line: int
    used: bool


class Allowance(NamedTuple):
    """`<!-- allow missing-alt: reason -->`: what a rule shall not say about a place."""

    rule: str
    reason: str
    line: int
    """Of the comment."""
    first: int
    last: int
    """The lines it is about."""
