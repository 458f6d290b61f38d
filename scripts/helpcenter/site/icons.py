"""Drawings for templates: `icon("menu")`, one of the theme's, inside of the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from jinja2 import Environment

NAMESPACE = re.compile(r' xmlns="[^"]*"')
"""Inside a page a drawing needs no name of its language."""


def icons(templates: Environment) -> Callable[[str], str]:
    """What gives a drawing by its name, read once. It raises jinja2.TemplateNotFound."""

    @cache
    def icon(name: str) -> str:
        drawing = templates.get_template(f".icons/material/{name}.svg").render()
        return f'<span class="icon" aria-hidden="true">{NAMESPACE.sub("", drawing, count=1)}</span>'

    return icon
