"""A page in its frame: the frame is made once for all pages of a topic, each page fills its holes.

The templates are one whole page. Jinja would make all of it anew for every page, and gives the
same; here only blocks named `page_…` are made for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby

from jinja2 import Environment
from jinja2.runtime import Context

from helpcenter.content.address import Addresses
from helpcenter.content.center import Center
from helpcenter.content.sight import Item, Sight
from helpcenter.site.frame import Frame
from helpcenter.site.gate import Pieces
from helpcenter.site.view import View

PAGE = "main.html"
HOLE = "page_"
"""How the names of blocks begin that are a page's own."""
LAID_OUT = re.compile(r"(?:\{#.*?#\}\s*)*\{%-? extends view\.layout -?%\}", re.DOTALL)
"""How the template begins of pages that stand in a frame."""
ANY = "*"
"""Stands for every page of a topic that its frame does not lead to."""

Blocks = dict[str, list[Callable[[Context], Iterator[str]]]]


class Hole(str):
    """The name of a block, in the place of its text."""


@dataclass(frozen=True, slots=True)
class Framed:
    """What the pages of a topic have in common."""

    pieces: tuple[tuple[tuple[str, ...], str], ...]
    """The frame in order: what is a page's own, with a `Hole` for each block, and what follows it
    on every page. None if pages have no frame."""
    blocks: Blocks
    """What fills the holes."""
    addresses: frozenset[str]
    """Where the frame leads."""
    seen: tuple[Item, ...]
    """What the frame was made from."""


@dataclass(frozen=True)
class _Noting(Addresses):
    """Addresses that note where ways were asked to."""

    asked: set[str] = field(default_factory=set)

    def way(self, start: str, end: str) -> str:
        self.asked.add(end.partition("#")[0])
        return super().way(start, end)


class _Holes(Blocks):
    """The blocks of a page, those that are its own left open."""

    def __getitem__(self, name: str) -> list[Callable[[Context], Iterator[str]]]:
        return [partial(_hole, name)] if name.startswith(HOLE) else super().__getitem__(name)


def _hole(name: str, context: Context) -> Iterator[str]:
    yield Hole(name)


def framed(view: View, templates: Environment) -> Pieces:
    """The page as HTML. Raises jinja2.TemplateError, and whatever comes out of a template."""
    page = templates.get_template(PAGE)
    frame = _frame(view, templates)
    if not frame.pieces:
        return (page.render(view=view),)
    context = page.new_context({"view": view})
    context.blocks = frame.blocks
    try:
        return tuple(
            piece for own, common in frame.pieces for piece in (_filled(own, context), common)
        )
    except Exception:
        templates.handle_exception()  # raises it again, with its place in the template


def _filled(own: tuple[str, ...], context: Context) -> str:
    return "".join(
        "".join(context.blocks[one][0](context)) if isinstance(one, Hole) else one for one in own
    )


def _frame(view: View, templates: Environment) -> Framed:
    """The frame of the page, which thereby has looked at all that the frame was made from."""
    folder, slash, name = view.path.rpartition("/")
    index = name == "index"
    found = _made(view, view.path if index else folder + slash + ANY, templates)
    if not index and view.address in found.addresses:  # links to the page itself are unlike others
        found = _made(view, view.path, templates)
    if isinstance(view.edition.center, Sight):
        view.edition.center.seen.update(dict.fromkeys(found.seen))
    return found


def _made(view: View, path: str, templates: Environment) -> Framed:
    """The frame for pages like `view`, seen from the page at `path`."""
    edition = view.edition
    place = (view.locale, path, view.layout)
    found = edition.frames.get(place)
    if found is None:
        center = _apart(edition.center)
        addresses = _Noting(edition.addresses.default, edition.addresses.directories)
        own = replace(edition, center=center, addresses=addresses)
        pieces, blocks = _pieces(Frame(own, *place), templates)
        seen = tuple(center.seen) if isinstance(center, Sight) else ()
        found = Framed(pieces, blocks, frozenset(addresses.asked), seen)
        edition.frames[place] = found
    return found


def _apart(center: Center) -> Center:
    """The same center; what is seen of it is noted apart."""
    return Sight(center.center, center.settings) if isinstance(center, Sight) else center


def _pieces(
    frame: Frame, templates: Environment
) -> tuple[tuple[tuple[tuple[str, ...], str], ...], Blocks]:
    """The frame with its holes, and what fills them; nothing if pages have no frame."""
    assert templates.loader is not None
    source, _, _ = templates.loader.get_source(templates, PAGE)
    if not LAID_OUT.match(source):
        return (), {}
    page = templates.get_template(PAGE)
    context = page.new_context({"view": frame})
    context.blocks = blocks = _Holes(context.blocks)
    try:
        # The templates that the page's extends add their blocks as they come.
        return tuple(_cut(page.root_render_func(context))), dict(blocks)
    except Exception:
        templates.handle_exception()


def _cut(parts: Iterator[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is a page's own, and what is common, by turns. A tag with a hole in it is its own."""
    own: list[str] = []
    for is_hole, some in groupby(parts, lambda part: isinstance(part, Hole)):
        if is_hole:
            own += some
            continue
        text = "".join(some)
        first = text.find("<")
        last = len(text) if text.rfind("<") < text.rfind(">") else text.rfind("<")
        if 0 <= first < last:
            yield (*own, text[:first]), text[first:last]
            own = [text[last:]]
        else:
            own.append(text)
    yield tuple(own), ""
