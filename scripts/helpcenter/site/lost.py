"""The error page once more below each language that has a folder, that language first.

`404.html` is what most hosts answer with. A server that can choose, and the service worker, answer
`en/404.html` below `en/`. `render` and MkDocs write the first; this writes the others.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment

from helpcenter.site.edition import Edition
from helpcenter.site.view import lost_views

NAME = "404.html"


def write_lost_pages(edition: Edition, templates: Environment, folder: Path) -> None:
    """Write those of every language but the default one."""
    template = templates.get_template(NAME)
    for language in edition.center.settings.languages:
        address = edition.lost(language.locale)
        if address != NAME:
            views = sorted(lost_views(edition), key=lambda one: one.language != language)
            html = template.render(lost=tuple(views))
            (folder / address).write_text(html, "utf-8", newline="\n")
