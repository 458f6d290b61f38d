"""What pages tell search engines: true, complete, small, and nothing that could run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from browser.kinds import KINDS as PAGES
from built import Built
from helpcenter.checking.check import check
from helpcenter.content.center import Center, read_center
from helpcenter.content.page import Page
from helpcenter.site.edition import Edition, edition_of
from helpcenter.site.linked_data import linked_data
from small_site import SITE, article, write_site
from test_editions import downloads, unpacked

__all__ = ["downloads", "unpacked"]
BASE = "https://help.example.org/"
TYPE = "application/ld+json"
TABS = """Ask first.

## Steps {#steps}

=== "iPhone"

    1. **Tap.** Open it. {#tap}

=== "Android"

    1. **Press.** Open it. {#press}
"""


def name_of(page: Page) -> str:
    folder = "" if page.locale == "zh" else "en/"
    return folder + ("" if page.path == "index" else page.path.removesuffix("/index") + "/")


def data_of(built: Built, name: str) -> list[dict[str, Any]]:
    """What the page at the address `name` says, checked as far as it is the same for all."""
    tag = built.html(f"{name}index.html").one("script", type=TYPE)
    assert tag.attributes == {"type": TYPE}
    assert not set("<>&") & set(tag.text)
    data = json.loads(tag.text)
    assert data.keys() == {"@context", "@graph"}
    assert data["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = data["@graph"]
    return graph


def test_every_page_says_its_name_language_and_day(built: Built, center: Center) -> None:
    for page in center.pages:
        about = data_of(built, name_of(page))[0]
        assert about["url"] == BASE + name_of(page)
        html = built.html(f"{name_of(page)}index.html")
        assert about["url"] == html.one("link", rel="canonical").attributes["href"]
        assert about["inLanguage"] == html.one("html").attributes["lang"]
        assert about["dateModified"] == page.meta.reviewed.isoformat()
        title = html.one("meta", property="og:site_name").attributes["content"]
        assert about["name"] == (title if page.meta.kind == "home" else page.meta.title)


def test_every_question_carries_its_answer_and_every_step(built: Built, center: Center) -> None:
    asked = 0
    for page in center.pages:
        about = data_of(built, name_of(page))[0]
        if page.meta.kind not in ("faq", "guide", "concept"):
            assert "mainEntity" not in about
            continue
        assert about["@type"] == "FAQPage"
        [question] = about["mainEntity"]
        assert question["@type"] == "Question"
        assert question["name"] == page.meta.title
        answer = question["acceptedAnswer"]
        assert answer.keys() == {"@type", "text"}
        assert answer["@type"] == "Answer"
        words = "".join(answer["text"].split())
        assert words.startswith("".join((page.answer or page.meta.description).split()))
        for step in page.steps:
            assert f"\n{step.number}. {step.text[:8]}" in answer["text"]
            for block in step.text.split():
                assert block.removesuffix(":") in words
        asked += 1
    assert asked > 80


def test_the_trail_is_that_of_the_page(built: Built, center: Center) -> None:
    for page in center.pages:
        rest = data_of(built, name_of(page))[1:]
        if page.meta.kind == "home":
            assert rest == []
            continue
        [trail] = rest
        assert trail["@type"] == "BreadcrumbList"
        items = trail["itemListElement"]
        assert [one["position"] for one in items] == list(range(1, len(items) + 1))
        assert {one["@type"] for one in items} == {"ListItem"}
        assert items[0]["item"] == BASE + ("" if page.locale == "zh" else "en/")
        assert items[-1] == {"@type": "ListItem", "position": len(items), "name": page.meta.short}
        nav = built.html(f"{name_of(page)}index.html").one("nav", class_="breadcrumb")
        assert [one["name"] for one in items[:-1]] == nav.text.split("\n")[2:-2]


@pytest.mark.parametrize("kind", [one for one in PAGES if one != "lost"])
def test_kinds_of_pages_are_told_apart(built: Built, kind: str) -> None:
    types = {"home": "WebSite", "topic": "CollectionPage", "contacts": "ContactPage"}
    questions = ("urgent", "article", "concept", "cards")
    expected = "FAQPage" if kind in questions else types.get(kind, "WebPage")
    for folder in ("", "en/"):
        assert data_of(built, folder + PAGES[kind])[0]["@type"] == expected


def test_it_costs_little(built: Built, center: Center) -> None:
    for page in center.pages:
        html = built.html(f"{name_of(page)}index.html")
        text = html.one("script", type=TYPE).text
        whole = page.answer + "".join(step.text for step in page.steps)
        assert len(text) <= len(whole) + 10 * len(page.steps) + 1200, page.file


def test_copies_and_pages_that_are_no_articles_carry_none(built: Built, unpacked: Built) -> None:
    for name in unpacked.pages():
        assert not unpacked.html(name).all("script", type=TYPE), name
    for name in ("404.html", "payments/print.html"):
        assert not built.html(name).all("script", type=TYPE), name


def small(root: Path, changes: dict[str, str]) -> Edition:
    center = read_center(write_site(root, {**SITE, **changes}))
    return edition_of(center, check(center).words)


def test_steps_of_each_platform_stand_under_its_name(tmp_path: Path) -> None:
    edition = small(tmp_path, {"docs/en/payments/refund.md": article("How?", TABS)})
    page = edition.center.page("en", "payments/refund")
    assert page is not None
    about = json.loads(linked_data(edition, page))["@graph"][0]
    assert about["mainEntity"][0]["acceptedAnswer"]["text"] == (
        "Ask first.\niPhone\n1. Tap. Open it.\nAndroid\n1. Press. Open it."
    )


def test_words_of_an_article_cannot_leave_the_block(tmp_path: Path) -> None:
    edition = small(tmp_path, {})
    page = edition.center.page("en", "payments/refund")
    assert page is not None
    title = "</script><script>alert(1)</script><!-- & \u2028"
    text = linked_data(edition, replace(page, meta=replace(page.meta, title=title)))
    assert not set("<>&") & set(text)
    assert json.loads(text)["@graph"][0]["name"] == title


def test_a_site_without_address_says_nothing(tmp_path: Path) -> None:
    config = SITE["mkdocs.yml"].replace("site_url: https://help.example.org/\n", "")
    edition = small(tmp_path, {"mkdocs.yml": config})
    assert {linked_data(edition, page) for page in edition.center.pages} == {""}
