"""A page in its frame: the frame is made once for all pages of a topic, each page fills its holes.

`frame.html` is a whole page, but for the blocks that `main.html` fills. Jinja would put both
together anew for every page, and gives the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from jinja2 import Environment, Template
from jinja2.runtime import Context

from helpcenter.content.sight import apart, look_at
from helpcenter.site.frame import Frame
from helpcenter.site.view import View

PAGE = "main.html"
FRAME = "frame.html"
FILLS = re.compile(rf'\{{%-? extends "{re.escape(FRAME)}" -?%\}}')
"""How a page's template begins that fills a frame."""
ANY = "*"
"""Stands for every page of a topic that its frame does not lead to."""


class Hole(str):
    """The name of a block, in the place of its text."""


Pieces = tuple[str, ...]
"""A frame in order, with a `Hole` for each block; empty if pages need none."""


def framed(view: View, templates: Environment) -> str:
    """The page as HTML. Raises jinja2.TemplateError, and whatever comes out of a template."""
    page = templates.get_template(PAGE)
    pieces = _frame(view, templates)
    if not pieces:
        return page.render(view=view)
    context = page.new_context({"view": view})
    for name, block in templates.get_template(FRAME).blocks.items():
        context.blocks.setdefault(name, []).append(block)
    try:
        return "".join(
            "".join(context.blocks[one][0](context)) if isinstance(one, Hole) else one
            for one in pieces
        )
    except Exception:
        templates.handle_exception()  # raises it again, with its place in the template


def _frame(view: View, templates: Environment) -> Pieces:
    """The frame of the page, which thereby has looked at all that the frame was made from."""
    edition = view.edition
    place = (view.locale, _path(view))
    if place not in edition.frames:
        center = apart(edition.center)
        frame = Frame(replace(edition, center=center), *place)
        edition.frames[place] = (_made(frame, templates), center)
    pieces, center = edition.frames[place]
    look_at(edition.center, center)
    return pieces


def _path(view: View) -> str:
    """The place its frame is made for; links to the page itself are unlike those to others."""
    folder, slash, name = view.path.rpartition("/")
    own = name == "index" or view.path in view.urgent_paths
    return view.path if own else folder + slash + ANY


def _made(frame: Frame, templates: Environment) -> Pieces:
    assert templates.loader is not None
    source, _, _ = templates.loader.get_source(templates, PAGE)
    if not FILLS.match(source):
        return ()
    template = templates.get_template(FRAME)
    context = template.new_context({"view": frame})
    context.blocks = {name: [partial(_hole, name)] for name in template.blocks}
    try:
        return tuple(_joined(template, context))
    except Exception:
        templates.handle_exception()


def _hole(name: str, context: Context) -> Iterator[str]:
    yield Hole(name)


def _joined(template: Template, context: Context) -> Iterator[str]:
    """What the template gives, the text between two holes in one piece."""
    text: list[str] = []
    for piece in template.root_render_func(context):
        if isinstance(piece, Hole):
            yield "".join(text)
            yield piece
            text = []
        else:
            text.append(piece)
    yield "".join(text)
