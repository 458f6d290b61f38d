"""What programs read: valid, complete, and the same as what people read."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree

import pytest

from built import Built
from helpcenter.checking.check import check
from helpcenter.content.center import Center, read_center
from helpcenter.site.api import FOLDER
from helpcenter.site.edition import edition_of
from helpcenter.site.feed import feed
from small_site import SITE, write_site

jsonschema = pytest.importorskip("jsonschema")
ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://help.example.org/"


def test_every_file_of_the_api_fits_the_published_schema(built: Built, center: Center) -> None:
    folder = built.folder / FOLDER
    schema = json.loads((folder / "schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    judge = jsonschema.Draft202012Validator(schema)
    files = sorted(set(folder.rglob("*.json")) - {folder / "schema.json"})
    for file in files:
        judge.validate(json.loads(file.read_text("utf-8")))
    assert len(files) == len(center.pages) + 2


def test_the_schema_refuses_what_is_not_described(built: Built) -> None:
    folder = built.folder / FOLDER
    judge = jsonschema.Draft202012Validator(json.loads((folder / "schema.json").read_text("utf-8")))
    page = json.loads((folder / "en/payments/refund.json").read_text("utf-8"))
    assert judge.is_valid(page)
    for change in ({"more": 1}, {"steps": [{"id": "a"}]}, {"kind": "essay"}, {"version": 2}):
        assert not judge.is_valid({**page, **change})


def test_no_contact_is_told_that_nobody_has_verified(built: Built, center: Center) -> None:
    data = json.loads((built.folder / FOLDER / "contacts.json").read_text("utf-8"))
    assert data == {"version": 1, "as_of": "2026-11-22", "contacts": []}
    assert not any(one.verified_on for one in center.contacts.entries)


def test_the_index_leads_to_every_question(built: Built, center: Center) -> None:
    folder = built.folder / FOLDER
    index = json.loads((folder / "index.json").read_text("utf-8"))
    found = [
        one["json"]
        for language in index["languages"]
        for topic in language["topics"]
        for one in (topic["page"], *topic["questions"])
    ]
    assert len(found) == len(set(found)) == len([one for one in center.pages if one.topic])
    assert all((folder / name).is_file() for name in found)


def test_an_app_can_show_a_page_from_its_json_alone(built: Built) -> None:
    page = json.loads((built.folder / FOLDER / "en/payments/refund.json").read_text("utf-8"))
    shown = built.html("en/payments/refund/index.html")
    items = [tag for tag in shown.all("li") if tag.attributes.get("id") == page["steps"][0]["id"]]
    assert items[0].text.strip().startswith(page["steps"][0]["text"][:20])
    html = page["answer"]["html"] + "".join(one["html"] for one in page["sections"])
    assert "hc:" not in html
    links = re.findall(r'href="([^"]*)"', html)
    assert links
    assert all(one.startswith((BASE, "https://", "tel:", "mailto:")) for one in links)
    assert page["url"] == f"{BASE}en/payments/refund/"
    assert page["translations"] == {"zh": "zh/payments/refund.json"}


def test_every_page_lies_beside_itself_as_markdown(built: Built, center: Center) -> None:
    listed = (built.folder / "llms.txt").read_text("utf-8")
    for page in center.pages:
        name = f"{'' if page.locale == 'zh' else 'en/'}{page.path}.md"
        text = (built.folder / name).read_text("utf-8")
        assert f"\n# {page.meta.title}\n" in text
        assert "\nsources:" not in text
        assert page.path == "index" or f"]({BASE}{name}): " in listed
    assert listed.startswith("# 钱包帮助\n\n> ")


def test_links_between_markdown_pages_lead_somewhere(built: Built) -> None:
    seen = 0
    for file in built.folder.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+\.md)[#)]", file.read_text("utf-8")):
            assert (file.parent / target).resolve().is_file(), (file, target)
            seen += 1
    assert seen > 100


def test_every_feed_is_sound_and_leads_to_pages(built: Built) -> None:
    for prefix, lang in (("", "zh-Hans"), ("en/", "en")):
        root = etree.fromstring((built.folder / prefix / "feed.xml").read_bytes())
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
        entries = root.findall(f"{ATOM}entry")
        assert len(entries) == 50
        dates = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
        assert dates == sorted(dates, reverse=True)
        for entry in entries:
            address = entry.findtext(f"{ATOM}id") or ""
            name = address.removeprefix(BASE) + "index.html"
            assert (built.folder / name).is_file(), address
        page = built.html(f"{prefix}index.html")
        links = page.all("link", type="application/atom+xml")
        assert [one.attributes["href"] for one in links] == [f"{BASE}{prefix}feed.xml"]


def test_a_site_without_address_still_lists_its_pages(tmp_path: object) -> None:
    from pathlib import Path

    root = write_site(
        Path(str(tmp_path)),
        {"mkdocs.yml": SITE["mkdocs.yml"].replace("site_url: https://help.example.org/\n", "")},
    )
    center = read_center(root)
    edition = edition_of(center, check(center).words)
    assert "<entry>" in feed(edition, "en")
