"""An app that has nothing but `api/v1/` shows every page with all its words."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from built import Built
from helpcenter.content.center import Center
from helpcenter.site.api import FOLDER

OWN_FORMS = ("download", "message", "contacts")
"""Kinds whose built page also shows what a program makes: files, a form, the registry."""


def words(text: str) -> list[str]:
    """The words of HTML: letters, digits and Chinese signs, without tags."""
    plain = html.unescape(re.sub(r"<[^<>]*>", " ", text))
    return re.findall(r"[^\W_]+", plain)


def shown(data: dict[str, Any]) -> str:
    """The plainest screen an app could make of a page's JSON."""
    parts = [f"<h1>{html.escape(data['title'])}</h1>", data["answer"]["html"]]
    for one in data["sections"]:
        parts += [f"<h2>{html.escape(one['title'])}</h2>", one["html"]]
    return "\n".join(parts)


def article(built: Built, name: str) -> str:
    """The article of a built page, without what templates add to it."""
    text = (built.folder / name).read_text("utf-8")
    text = text[text.index("<article") : text.index("</article>")]
    return re.sub(r'<span class="badge".*?</span>', "", text)


def pages(built: Built) -> list[dict[str, Any]]:
    """The JSON of every page, found as an app finds it."""
    folder = built.folder / FOLDER
    index = json.loads((folder / "index.json").read_text("utf-8"))
    listed = [
        one["json"]
        for language in index["languages"]
        for topic in language["topics"]
        for one in (topic["page"], *topic["questions"])
    ]
    homes = [f"{language['locale']}/index.json" for language in index["languages"]]
    return [json.loads((folder / name).read_text("utf-8")) for name in (*homes, *listed)]


def test_every_article_has_the_words_of_its_page(built: Built, center: Center) -> None:
    base = center.settings.site_url
    compared = 0
    for data in pages(built):
        name = data["url"].removeprefix(base) + "index.html"
        mine = words(shown(data))
        if data["kind"] in ("home", "topic"):
            continue  # lists of pages, which are in index.json
        theirs = words(article(built, name))
        if data["kind"] in OWN_FORMS:
            rest = iter(theirs)
            assert all(word in rest for word in mine), name
        else:
            assert mine == theirs, name
        compared += 1
    assert compared == len([one for one in center.pages if one.meta.kind not in ("home", "topic")])


def test_home_and_topics_have_the_words_of_their_page_too(built: Built, center: Center) -> None:
    base = center.settings.site_url
    for data in pages(built):
        if data["kind"] in ("home", "topic"):
            name = data["url"].removeprefix(base) + "index.html"
            text = (built.folder / name).read_text("utf-8")
            there = " ".join(words(text))
            parts = [data["title"], data["answer"]["html"]]
            parts += [one["html"] for one in data["sections"]]
            for part in parts:
                assert " ".join(words(part)) in there, (name, part)


def test_the_steps_are_those_of_the_section(built: Built) -> None:
    seen = 0
    for data in pages(built):
        inside = " ".join(words(" ".join(one["html"] for one in data["sections"])))
        for step in data["steps"]:
            assert " ".join(words(step["html"])) in inside, data["json"]
            assert "".join(words(step["text"])) == "".join(words(step["html"])), data["json"]
            seen += 1
    assert seen > 300


def test_everything_a_page_leads_to_can_be_followed(built: Built, center: Center) -> None:
    base = center.settings.site_url
    known = set(center.contacts.by_id)
    files = set(built.files())
    for data in pages(built):
        for address in re.findall(r'(?:href|src)="([^"]*)"', shown(data)):
            path = html.unescape(address).partition("#")[0]
            if path.startswith(base):
                name = path.removeprefix(base)
                name = name + "index.html" if name[-1:] in ("", "/") else name
                assert name in files, (data["json"], address)
            else:
                assert path.startswith(("https://", "tel:", "mailto:")), address
        for one in data["related"]:
            assert (built.folder / FOLDER / data["locale"] / f"{one}.json").is_file()
        for one in data["translations"].values():
            assert (built.folder / FOLDER / one).is_file()
        assert set(data["contacts"]) <= known


@pytest.mark.parametrize("name", ["index.json", "en/payments/refund.json", "contacts.json"])
def test_every_file_says_its_version(built: Built, name: str) -> None:
    data = json.loads(Path(built.folder / FOLDER / name).read_text("utf-8"))
    assert data["version"] == 1
