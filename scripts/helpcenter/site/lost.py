"""The error page once more below each language that has a folder, that language first.

`404.html` is what most hosts answer with. A server that can choose, and the service worker, answer
`en/404.html` below `en/`. `render` and MkDocs write the first; this writes the others.
"""

from __future__ import annotations

from jinja2 import Environment

from helpcenter.site.edition import Edition
from helpcenter.site.gate import Pieces
from helpcenter.site.press import Job
from helpcenter.site.view import lost_views

NAME = "404.html"


def lost_jobs(edition: Edition) -> list[Job]:
    """One for every language but the default one."""
    languages = edition.center.settings.languages
    found = ((one.locale, edition.lost(one.locale)) for one in languages)
    return [Job("lost", locale, "", file) for locale, file in found if file != NAME]


def lost_page(edition: Edition, templates: Environment, job: Job) -> Pieces:
    """The error page, the job's language first."""
    views = sorted(lost_views(edition), key=lambda one: one.locale != job.locale)
    return (templates.get_template(NAME).render(lost=tuple(views)),)
