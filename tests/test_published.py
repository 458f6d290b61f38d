"""What is published: what every reader, and every search engine, gets."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from built import Built
from conftest import ROOT
from helpcenter.checking.check import check
from helpcenter.contacts.site import check_site
from helpcenter.content.center import Center, read_center
from helpcenter.site.build import build_site
from small_site import CONFIG, article, write_site

BASE = "https://help.example.org/"
SITEMAP = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def address(name: str) -> str:
    """The address at which a server shows the file `name`."""
    return name.removesuffix("index.html")


def test_every_article_is_published_in_every_language(built: Built, center: Center) -> None:
    assert len(center.pages) >= 90
    for page in center.pages:
        folder = "" if page.locale == center.settings.default.locale else f"{page.locale}/"
        name = f"{folder}{page.path.removesuffix('index')}"
        name += "index.html" if page.path.endswith("index") else "/index.html"
        assert built.html(name).one("h1").text.strip().endswith(page.meta.title)


def test_every_link_and_anchor_leads_somewhere(built: Built) -> None:
    ids = {
        name: {tag.attributes["id"] for tag in built.html(name).tags if "id" in tag.attributes}
        for name in built.pages()
    }
    files = set(built.files())
    checked = 0
    for name in built.pages():
        for tag in built.html(name).tags:
            target = tag.attributes.get("href") or tag.attributes.get("src")
            if not target or tag.attributes.get("rel") in ("canonical", "alternate"):
                continue
            parts = urlsplit(target)
            if parts.scheme:
                assert target.startswith("https://github.com/"), (name, target)
                continue
            path = posixpath.join("/", posixpath.dirname(name), unquote(parts.path))
            path = posixpath.normpath(path).lstrip("/") + ("/" if path.endswith("/") else "")
            found = path if path in files else posixpath.join(path, "index.html").lstrip("/")
            found = name if not parts.path else found
            assert found in files, (name, target)
            if parts.fragment:
                assert unquote(parts.fragment) in ids[found], (name, target)
            checked += 1
    assert checked > 2000


def test_nothing_is_loaded_from_another_host(built: Built) -> None:
    for name in built.pages():
        for tag in built.html(name).tags:
            loads = {"src", "srcset", "poster", "data"} | (
                {"href"} if tag.name == "link" else set()
            )
            for key in loads & set(tag.attributes):
                target = tag.attributes[key]
                external = re.match("https?:|//", target)
                allowed = tag.attributes.get("rel") in ("canonical", "alternate")
                assert not external or (allowed and target.startswith(BASE)), (name, target)
    for name, content in built.files().items():
        if name.endswith((".css", ".js")):
            assert not re.search(rb"url\(['\"]?(https?:)?//|@import", content), name


def test_no_page_carries_a_script_or_style_of_its_own(built: Built) -> None:
    for name in built.pages():
        for tag in built.html(name).tags:
            assert tag.name != "style", name
            inline = tag.name == "script" and "src" not in tag.attributes
            assert not inline or tag.attributes.get("type") == "application/ld+json", name
            assert "style" not in tag.attributes, (name, tag)
            assert not [key for key in tag.attributes if key.startswith("on")], (name, tag)


def test_only_what_the_site_uses_is_published(built: Built) -> None:
    for name in built.files():
        assert not re.search(r"\.map$|lunr|worker|\.yml$|\.gz$|search_index", name), name
    loose = {name.split("/")[0] for name in built.files() if "/" in name}
    topics = {path.name for path in (ROOT / "docs/zh").iterdir() if path.is_dir()}
    assert loose == topics | {"en", "assets", "api", "download"}


def test_every_page_names_its_language_and_its_twin(built: Built, center: Center) -> None:
    for page in center.pages:
        path = "" if page.path == "index" else page.path.removesuffix("/index") + "/"
        folder = "" if page.locale == "zh" else "en/"
        html = built.html(f"{folder}{path}index.html")
        assert html.one("html").attributes["lang"] == {"zh": "zh-Hans", "en": "en"}[page.locale]
        assert html.one("link", rel="canonical").attributes["href"] == BASE + folder + path
        twins = {
            tag.attributes["hreflang"]: tag.attributes["href"]
            for tag in html.all("link", rel="alternate")
            if "hreflang" in tag.attributes
        }
        assert twins == {
            "zh-Hans": BASE + path,
            "en": f"{BASE}en/{path}",
            "x-default": BASE + path,
        }
        assert not html.all("meta", name="robots")


def test_titles_and_descriptions_differ_from_page_to_page(built: Built) -> None:
    for folder in ("", "en/"):
        pages = [
            name
            for name in built.pages()
            if not name.endswith("404.html") and name.startswith("en/") == bool(folder)
        ]
        titles = [built.html(name).one("title").text for name in pages]
        assert len(set(titles)) == len(titles)
        said = [
            built.html(name).one("meta", name="description").attributes["content"] for name in pages
        ]
        assert len(set(said)) == len(said)


def test_the_sitemap_lists_every_page_with_its_review_date(built: Built, center: Center) -> None:
    tree = etree.parse(built.folder / "sitemap.xml")
    entries = tree.findall("s:url", SITEMAP)
    assert len(entries) == len(center.pages)
    dates = {entry.findtext("s:lastmod", "", SITEMAP) for entry in entries}
    assert dates == {page.meta.reviewed.isoformat() for page in center.pages}
    for entry in entries:
        links = entry.findall("x:link", SITEMAP)
        assert [link.get("hreflang") for link in links] == ["zh-Hans", "en", "x-default"]


@pytest.mark.parametrize(("name", "first"), [("404.html", "zh-Hans"), ("en/404.html", "en")])
def test_the_error_page_speaks_both_languages(built: Built, name: str, first: str) -> None:
    html = built.html(name)
    assert html.one("html").attributes["lang"] == first
    assert html.one("meta", name="robots").attributes["content"] == "noindex"
    spoken = {tag.attributes["lang"] for tag in html.tags if "lang" in tag.attributes}
    assert {"zh-Hans", "en"} <= spoken
    for tag in html.all("a"):
        target = tag.attributes["href"]
        assert target.startswith(("/", "#")), "a link of the error page must work at any address"


def test_the_error_page_keeps_a_sub_path(tmp_path: Path) -> None:
    config = CONFIG.replace("https://help.example.org/", "https://example.org/help/")
    root = write_site(tmp_path, {"mkdocs.yml": config})
    for name in ("main.html", "404.html", "sitemap.xml"):
        (root / "overrides" / name).write_text(
            '{% for view in lost %}<a href="{{ view.url("payments/refund") }}">{% endfor %}'
            if name == "404.html"
            else "<!doctype html>{% for view in entries %}{{ view.canonical }} {% endfor %}"
            if name == "sitemap.xml"
            else "<!doctype html>{{ view.url('index') }}"
        )
    build_site(root, check(read_center(root)), root / "site")
    lost = Built(root / "site").html("404.html")
    assert [tag.attributes["href"] for tag in lost.all("a")] == [
        "/help/payments/refund/",
        "/help/en/payments/refund/",
    ]
    assert "https://example.org/help/en/payments/" in (root / "site/sitemap.xml").read_text()


@pytest.fixture
def untranslated(tmp_path: Path) -> Built:
    """This site, with one page that exists in Chinese only."""
    import shutil

    for name in ("docs", "overrides", "mkdocs.yml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        else:
            shutil.copy(source, tmp_path / name)
    name = "docs/zh/payments/refund-late.md"
    (tmp_path / name).write_text(
        article("退款迟迟不到怎么办？", "先查。\n\n## 步骤 {#steps}\n\n1. **查。** 查。 {#look}\n")
    )
    config = (tmp_path / "mkdocs.yml").read_text("utf-8")
    refund = "      - payments/refund.md\n"
    config = config.replace(refund, f"{refund}      - payments/refund-late.md\n")
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    build_site(tmp_path, check(read_center(tmp_path)), tmp_path / "site")
    return Built(tmp_path / "site")


def test_a_page_without_translation_says_so(untranslated: Built) -> None:
    html = untranslated.html("en/payments/refund-late/index.html")
    assert html.one("html").attributes["lang"] == "en"
    assert html.one("h1").text.strip() == "退款迟迟不到怎么办？"
    assert html.one("article").attributes["lang"] == "zh-Hans"
    assert html.one("meta", name="robots").attributes["content"] == "noindex"
    assert html.one("link", rel="canonical").attributes["href"] == f"{BASE}payments/refund-late/"
    assert not [tag for tag in html.all("link", rel="alternate") if "hreflang" in tag.attributes]
    sitemap = (untranslated.folder / "sitemap.xml").read_text()
    assert "https://help.example.org/payments/refund-late/" in sitemap
    assert "/en/payments/refund-late/" not in sitemap


def test_a_page_without_twin_is_not_announced_as_translated(untranslated: Built) -> None:
    html = untranslated.html("payments/refund-late/index.html")
    links = [tag.attributes for tag in html.all("link", rel="alternate")]
    announced = [one["hreflang"] for one in links if "hreflang" in one]
    assert announced == ["zh-Hans", "x-default"]


def test_no_page_carries_a_contact_that_is_not_trusted(built: Built, center: Center) -> None:
    assert list(check_site(built.folder, center.trust)) == []
