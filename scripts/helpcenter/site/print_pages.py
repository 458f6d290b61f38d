"""A page for paper in each topic: all its questions, one after the other.

On the web and on a disk it is the same file, `payments/print.html`.
"""

from __future__ import annotations

from jinja2 import Environment

from helpcenter.site.edition import Edition
from helpcenter.site.gate import Pieces
from helpcenter.site.one_file import inlined
from helpcenter.site.press import Job
from helpcenter.site.view import View

TEMPLATE = "print.html"


def print_jobs(edition: Edition) -> list[Job]:
    """One for every topic of every language; a project without the template has none."""
    settings = edition.center.settings
    if not (settings.overrides / TEMPLATE).is_file():
        return []
    return [
        Job("print", one.locale, topic.path, edition.paper(one.locale, topic.path))
        for one in settings.languages
        for topic in edition.center.topics(one.locale)
        if View(edition, one.locale, topic.index.path).print_url
    ]


def print_page(edition: Edition, templates: Environment, job: Job) -> Pieces:
    """All questions of the topic `job.path`."""
    topic = edition.center.topic(job.locale, job.path)
    assert topic is not None
    views = [View(edition, job.locale, page.path) for page in (topic.index, *topic.pages)]
    for one in views:
        one.address = job.file  # its links are followed from here
    template = templates.get_template(TEMPLATE)
    return (template.render(view=views[0], views=views[1:], inlined=inlined),)
