"""The articles for programs: `api/v1/`, static JSON that an app can show on a screen of its own.

`index.json` names languages and topics, `<locale>/<path>.json` is a page, `contacts.json` the
verified contacts, `schema.json` describes them. Links in HTML carry the site's full address.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

from helpcenter import __version__
from helpcenter.contacts.verified import contacts_json
from helpcenter.content.address import Addresses
from helpcenter.content.page import Page
from helpcenter.site.article import ShownArticle
from helpcenter.site.edition import Edition
from helpcenter.site.gate import Pieces
from helpcenter.site.press import Job
from helpcenter.site.spoken import spoken

FOLDER = "api/v1"
VERSION = 1


@dataclass(frozen=True)
class Absolute(Addresses):
    """Addresses as somebody outside the site needs them."""

    base: str = ""

    def way(self, start: str, end: str) -> str:
        """The full address, wherever it is read."""
        return self.base + end


def api_jobs(edition: Edition) -> list[Job]:
    """One for every page, and one for the list of all."""
    return [Job("api", "", "", f"{FOLDER}/index.json")] + [
        Job("api", page.locale, page.path, f"{FOLDER}/{page.locale}/{page.path}.json")
        for page in edition.center.pages
    ]


def api_page(edition: Edition, templates: Environment, job: Job) -> Pieces:
    """One page as JSON, or the list of all."""
    if not job.path:
        return (_json(index_json(edition)),)
    page = edition.center.page(job.locale, job.path)
    assert page is not None
    return (_json(page_json(edition, page)),)


def index_json(edition: Edition) -> dict[str, Any]:
    """Languages, and in each the topics with their questions in order."""
    center = edition.center
    return {
        "version": VERSION,
        "generator": f"helpcenter {__version__}",
        "made": edition.made.isoformat(),
        "languages": [
            {
                "locale": one.locale,
                "lang": edition.lang(one.locale),
                "name": one.name,
                "site_name": one.site_name,
                "site_description": one.site_description,
                "topics": [
                    {
                        "page": _short(edition, topic.index),
                        "questions": [_short(edition, page) for page in topic.pages],
                    }
                    for topic in center.topics(one.locale)
                ],
            }
            for one in center.settings.languages
        ],
    }


def page_json(edition: Edition, page: Page) -> dict[str, Any]:
    """One page of one language, whole."""
    center, meta = edition.center, page.meta
    addresses = Absolute(edition.addresses.default, base=center.settings.site_url)
    outside = Edition(center, edition.words, addresses)
    article = ShownArticle(outside, page, page.locale, "")
    return {
        "version": VERSION,
        **_short(edition, page),
        "keywords": list(meta.keywords),
        "related": list(meta.related),
        "contacts": list(meta.contacts),
        "answer": {"html": article.answer, "text": spoken(page.section("").html)},
        "sections": [
            {"id": one.id, "title": page.section(one.id).title, "html": one.html}
            for one in article.sections
        ],
        "steps": [
            {
                "id": step.id,
                "number": step.number,
                "platform": step.platform,
                "text": spoken(step.html),
                "html": article.filled(step.html),
            }
            for step in page.steps
        ],
        "translations": {
            twin.locale: f"{twin.locale}/{twin.path}.json"
            for twin in center.twins(page).values()
            if twin.locale != page.locale
        },
    }


def _short(edition: Edition, page: Page) -> dict[str, Any]:
    """A page as lists show it."""
    return {
        "locale": page.locale,
        "lang": edition.lang(page.locale),
        "path": page.path,
        "json": f"{page.locale}/{page.path}.json",
        "url": edition.full(page.locale, page.path),
        "title": page.meta.title,
        "short": page.meta.short,
        "description": page.meta.description,
        "kind": page.meta.kind,
        "severity": page.meta.severity,
        "reviewed": page.meta.reviewed.isoformat(),
    }


def write_api(edition: Edition, schema: Any, folder: Path) -> None:
    """Write `schema` and the contacts below `folder`."""
    center = edition.center
    contacts = contacts_json(center, center.contacts, center.today)
    for name, data in (("schema.json", schema), ("contacts.json", contacts)):
        file = folder / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_json(data), "utf-8", newline="\n")


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
