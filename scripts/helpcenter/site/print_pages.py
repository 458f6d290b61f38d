"""A page for paper in each topic: all its questions, one after the other.

On the web and on a disk it is the same file, `payments/print.html`.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment

from helpcenter.site.edition import Edition
from helpcenter.site.one_file import inlined
from helpcenter.site.view import View

TEMPLATE = "print.html"


def write_print_pages(edition: Edition, templates: Environment, folder: Path) -> None:
    """Write them for every topic of every language; a project without the template has none."""
    settings = edition.center.settings
    if not (settings.overrides / TEMPLATE).is_file():
        return
    template = templates.get_template(TEMPLATE)
    for language in settings.languages:
        for topic in edition.center.topics(language.locale):
            view = View(edition, language.locale, topic.index.path)
            if not view.along.print_url:
                continue
            address = edition.paper(language.locale, topic.path)
            views = [view, *(View(edition, language.locale, page.path) for page in topic.pages)]
            for one in views:
                one.address = address  # its links are followed from here
            html = template.render(view=view, views=views[1:], inlined=inlined)
            (folder / address).write_text(html, "utf-8")
