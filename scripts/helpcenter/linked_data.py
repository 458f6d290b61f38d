"""What a page says to search engines about its question, answer and place: JSON-LD.

A data block, which browsers never run; the content security policy needs no exception for it.
"""

from __future__ import annotations

import json
from typing import Any

from helpcenter.edition import Edition
from helpcenter.page import Page


def linked_data(edition: Edition, page: Page) -> str:
    """The block's text, safe inside a script element; nothing if the site has no address."""
    url = edition.full(page.locale, page.path)
    if not url:
        return ""
    graph: list[dict[str, Any]] = []
    if page.meta.kind in ("faq", "guide"):
        graph.append(_question(edition, page, url))
    crumbs = _crumbs(edition, page)
    if len(crumbs) > 1:
        graph.append({"@type": "BreadcrumbList", "itemListElement": crumbs})
    if not graph:
        return ""
    data = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _question(edition: Edition, page: Page, url: str) -> dict[str, Any]:
    steps = "\n".join(f"{step.number}. {step.text}" for step in page.steps)
    return {
        "@type": "FAQPage",
        "@id": url,
        "inLanguage": edition.lang(page.locale),
        "dateModified": page.meta.reviewed.isoformat(),
        "mainEntity": [
            {
                "@type": "Question",
                "name": page.meta.title,
                "acceptedAnswer": {
                    "@type": "Answer",
                    "text": "\n".join(filter(None, (page.answer, steps))),
                },
            }
        ],
    }


def _crumbs(edition: Edition, page: Page) -> list[dict[str, Any]]:
    paths = dict.fromkeys(("index", f"{page.topic}/index" if page.topic else "index", page.path))
    shown = (edition.center.shown(page.locale, path) for path in paths)
    return [
        {
            "@type": "ListItem",
            "position": place,
            "name": one.meta.short,
            "item": edition.full(page.locale, one.path),
        }
        for place, one in enumerate(filter(None, shown), 1)
    ]
