"""What a page says to search engines about its question, answer and place: JSON-LD.

A block of data, which browsers never run; the content security policy needs no exception for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from helpcenter.content.page import Page
from helpcenter.site.edition import Edition
from helpcenter.site.spoken import spoken

CONTEXT = "https://schema.org"
QUESTIONS = ("faq", "guide", "concept")
"""Kinds of pages whose title is a question and whose text answers it."""
TYPES = {"home": "WebSite", "topic": "CollectionPage", "contacts": "ContactPage"}
SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""Signs that could end the block, written so that they cannot; for JSON they are the same."""


def linked_data(edition: Edition, page: Page) -> str:
    """The block's text, safe inside a script element; nothing if the site has no address."""
    url = edition.full(page.locale, page.path)
    if not url:
        return ""
    graph = [_page(edition, page, url)]
    crumbs = _crumbs(edition, page)
    if len(crumbs) > 1:
        graph.append({"@type": "BreadcrumbList", "itemListElement": crumbs})
    data = {"@context": CONTEXT, "@graph": graph}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, written in SAFE.items():
        text = text.replace(sign, written)
    return text


def _page(edition: Edition, page: Page, url: str) -> dict[str, Any]:
    home = page.meta.kind == "home"
    asks = page.meta.kind in QUESTIONS
    found: dict[str, Any] = {
        "@type": "FAQPage" if asks else TYPES.get(page.meta.kind, "WebPage"),
        "url": url,
        "name": edition.center.language(page.locale).site_name if home else page.meta.title,
        "inLanguage": edition.lang(page.locale),
        "dateModified": page.meta.reviewed.isoformat(),
    }
    if asks:
        answer = {"@type": "Answer", "text": "\n".join(_answer(page))}
        found["mainEntity"] = [
            {"@type": "Question", "name": page.meta.title, "acceptedAnswer": answer}
        ]
    return found


def _answer(page: Page) -> Iterator[str]:
    """The short answer and the steps, as lines; steps of one platform under its name."""
    yield spoken(page.section("").html) or page.meta.description
    platform = ""
    for step in page.steps:
        if step.platform != platform:
            platform = step.platform
            yield platform
        yield f"{step.number}. {spoken(step.html)}"


def _crumbs(edition: Edition, page: Page) -> list[dict[str, Any]]:
    paths = dict.fromkeys(("index", f"{page.topic}/index" if page.topic else "index", page.path))
    shown = (edition.center.shown(page.locale, path) for path in paths)
    return [
        {
            "@type": "ListItem",
            "position": place,
            "name": one.meta.short,
            # The last is the page itself, whose address is said already.
            **({} if one.path == page.path else {"item": edition.full(page.locale, one.path)}),
        }
        for place, one in enumerate(filter(None, shown), 1)
    ]
