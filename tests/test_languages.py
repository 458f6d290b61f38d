"""Languages come and go: one alone, a third one half translated, and one that is given up."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as etree
from pathlib import Path

import pytest

from built import Built
from conftest import ROOT
from dressed import build, dressed, templates
from helpcenter.checking.check import check
from helpcenter.content.center import read_center
from helpcenter.finding import Level
from helpcenter.search.engine import Engine
from small_site import CONFIG, SITE, STEPS_EN, article

EN = "        - locale: en\n          name: English\n          site_name: Help\n"
JA = "        - locale: ja\n          name: 日本語\n          site_name: ヘルプ\n"
TALKING = {
    f"docs/{locale}/payments/refund.md": text.replace(
        "---\n\n", "contacts: [egret-phone]\n---\n\n", 1
    )
    for locale, text in (
        ("zh", SITE["docs/zh/payments/refund.md"]),
        ("en", re.sub("translated_from.*\n", "", SITE["docs/en/payments/refund.md"])),
        ("ja", article("返金はどうすればいいですか？", STEPS_EN, more="keywords: [キャンセル]\n")),
    )
}
TALKING["docs/zh/payments/refund.md"] = TALKING["docs/zh/payments/refund.md"].replace(
    "contacts:", "keywords: [退钱]\ncontacts:"
)
TALKING["docs/en/payments/refund.md"] = TALKING["docs/en/payments/refund.md"].replace(
    "contacts:", "keywords: [money back]\ncontacts:"
)
THREE: dict[str, str | bytes | None] = {
    **TALKING,
    "mkdocs.yml": CONFIG.replace(EN, EN + JA).replace(
        "https://help.example.org/", "https://help.example.org/a&b/"
    ),
    "docs/ja/index.md": article("ヘルプ", "答えを探します。\n", kind="home"),
    "overrides/words/ja.yml": (
        (ROOT / "overrides/words/en.yml")
        .read_text("utf-8")
        .replace("lang: en\n", "lang: ja\n", 1)
        .replace("untranslated: ", "untranslated: まだ翻訳されていません。", 1)
    ),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in Chinese, English and a little Japanese."""
    return dressed(tmp_path_factory.mktemp("languages") / "three", THREE)


@pytest.fixture(scope="module")
def three(root: Path) -> Built:
    """Its site."""
    return build(root)


def said(root: Path) -> set[tuple[str, str]]:
    """Rule and file of everything found."""
    return {(one.rule, one.path) for one in check(read_center(root)).findings}


def test_what_a_new_language_lacks_is_said(tmp_path: Path) -> None:
    more: dict[str, str | bytes | None] = {
        "mkdocs.yml": CONFIG.replace(EN, EN + JA),
        "overrides/new/zh/faq.md": "---\n---\n???\n",
        "overrides/new/en/faq.md": "---\n---\n???\n",
        "overrides/search/synonyms/zh.yml": "groups: []\n",
        "overrides/search/synonyms/en.yml": "groups: []\n",
    }
    assert said(dressed(tmp_path, more)) == {
        ("missing-folder", "mkdocs.yml"),
        ("missing-words", "overrides/words/ja.yml"),
        ("missing-language-file", "overrides/new/ja/"),
        ("missing-language-file", "overrides/search/synonyms/ja.yml"),
        ("missing-contact-words", "overrides/contacts.yml"),
    }


def test_a_half_translated_language_only_warns(root: Path) -> None:
    found = check(read_center(root)).findings
    assert {one.level for one in found} == {Level.WARNING}
    assert ("missing-translation", "docs/zh/payments/index.md") in said(root)


def test_a_page_that_is_not_translated_says_so_and_whose_words_it_shows(three: Built) -> None:
    page = three.html("ja/payments/index.html")
    assert page.one("html").attributes["lang"] == "ja"
    assert page.one("main").attributes["lang"] == "zh-Hans"
    notice = page.one("div", class_="notice")
    assert "まだ翻訳されていません。" in notice.text
    assert notice.text.strip().endswith("中文")
    assert page.one("meta", name="robots").attributes["content"] == "noindex"
    assert page.all("link", rel="alternate", hreflang="zh-Hans") == []
    canonical = page.one("link", rel="canonical").attributes["href"]
    assert canonical == "https://help.example.org/a&b/payments/"


def test_a_translated_page_names_all_three(three: Built) -> None:
    for folder in ("", "en/", "ja/"):
        page = three.html(f"{folder}payments/refund/index.html")
        links = page.all("link", rel="alternate")
        alternates = {tag.attributes.get("hreflang"): tag.attributes["href"] for tag in links}
        base = "https://help.example.org/a&b/"
        alternates.pop(None)  # the feed
        assert alternates == {
            "zh-Hans": f"{base}payments/refund/",
            "en": f"{base}en/payments/refund/",
            "ja": f"{base}ja/payments/refund/",
            "x-default": f"{base}payments/refund/",
        }


def test_the_switch_leads_to_the_same_page_of_each_language(three: Built) -> None:
    page = three.html("ja/payments/refund/index.html")
    ways = [tag for tag in page.all("a") if "data-language" in tag.attributes]
    assert [tag.attributes["href"] for tag in ways] == [
        "../../../payments/refund/",
        "../../../en/payments/refund/",
    ]
    current = [tag for tag in page.all("span") if tag.attributes.get("aria-current")]
    assert [tag.text for tag in current] == ["日本語"]
    other = three.html("en/payments/index.html").all("a", hreflang="ja")
    assert [tag.attributes["href"] for tag in other] == ["../../ja/"]


def test_either_of_the_two_others_can_be_read_beside(three: Built) -> None:
    page = three.html("en/payments/refund/index.html")
    offered = [
        tag.attributes["data-beside"] for tag in page.all("button", class_="beside-toggle needs-js")
    ]
    assert offered == ["zh-Hans", "ja"]
    assert [tag.attributes["data-twin"] for tag in page.tags if "data-twin" in tag.attributes] == [
        "zh-Hans",
        "ja",
    ]


def test_a_contact_is_shown_in_words_that_exist_and_marked_with_their_language(
    three: Built,
) -> None:
    page = three.html("ja/payments/refund/index.html")
    [card] = [tag for tag in page.tags if "data-region" in tag.attributes]
    assert "class" not in card.attributes  # it is verified
    assert "白鹭支付" in card.text
    assert "400-000-1234" in card.text
    assert ("zh", "白鹭支付") in page.spoken
    assert ("en", "Egret Pay") in three.html("en/payments/refund/index.html").spoken


def test_the_error_page_is_not_the_home_page(three: Built) -> None:
    marked = {
        name: three.html(name).one("a", class_="brand").attributes.get("aria-current")
        for name in ("index.html", "payments/refund/index.html", "404.html")
    }
    assert marked == {"index.html": "page", "payments/refund/index.html": None, "404.html": None}


def test_the_error_page_speaks_all_three(three: Built) -> None:
    page = three.html("404.html")
    assert [tag.attributes["lang"] for tag in page.all("div", dir="ltr")][:3] == [
        "zh-Hans",
        "en",
        "ja",
    ]


def test_lists_for_programs_are_sound_whatever_the_address_holds(three: Built) -> None:
    site = etree.parse(three.folder / "sitemap.xml").getroot()
    found = [one.text for one in site.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert "https://help.example.org/a&b/ja/payments/refund/" in found
    assert "https://help.example.org/a&b/ja/payments/" not in found
    for folder in ("", "en/", "ja/"):
        feed = etree.parse(three.folder / f"{folder}feed.xml").getroot()
        home = f"https://help.example.org/a&b/{folder}"
        assert feed.findtext("{http://www.w3.org/2005/Atom}id") == home
        manifest = json.loads((three.folder / f"{folder}manifest.webmanifest").read_text("utf-8"))
        assert manifest["lang"] == {"": "zh-Hans", "en/": "en", "ja/": "ja"}[folder]


@pytest.mark.parametrize(
    ("query", "locale"),
    [
        ("キャンセル", "ja"),
        ("ｷｬﾝｾﾙ", "ja"),
        ("きゃんせる", "ja"),
        ("返金は", "ja"),
        ("退钱", "zh"),
        ("money back", "en"),
        ("キャンセル", "en"),
    ],
)
def test_search_finds_in_every_language(root: Path, query: str, locale: str) -> None:
    checked = check(read_center(root))
    answer = Engine(checked.center, checked.words).answer(query, locale)
    assert [hit.path for hit in answer.hits][:1] == ["payments/refund"]


def test_mkdocs_builds_the_same_site_in_three_languages(
    root: Path, three: Built, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "theirs")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    ours = {name: data for name, data in three.files().items() if name != ".helpcenter"}
    theirs = Built(tmp_path / "theirs").files()
    assert {
        name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)
    } == set()


@pytest.mark.parametrize("kind", ["folder", "single"])
def test_the_editions_to_take_along_hold_three_languages(root: Path, kind: str) -> None:
    files = build(root, kind).files()
    text = b"".join(data for name, data in files.items() if name.endswith(".html")).decode()
    for words in ("怎样退款？", "How do I get a refund?", "返金はどうすればいいですか？"):
        assert words in text


def test_a_language_that_is_given_up_leaves_nothing_to_mend(tmp_path: Path) -> None:
    changes = {**THREE, "mkdocs.yml": CONFIG, "docs/ja/index.md": None}
    changes["docs/ja/payments/refund.md"] = None
    registry = SITE["overrides/contacts.yml"].replace("en: Support}", "en: Support, ja: 窓口}")
    root = dressed(tmp_path / "two", {**changes, "overrides/contacts.yml": registry})
    assert said(root) == {("unstamped-translation", "docs/en/payments/refund.md")}
    assert "日本語" not in (build(root).folder / "index.html").read_text("utf-8")


def test_a_folder_of_a_language_that_is_given_up_is_named(tmp_path: Path) -> None:
    root = dressed(tmp_path, {**THREE, "mkdocs.yml": CONFIG})
    assert ("stray-file", "docs/ja") in said(root)


ALONE: dict[str, str | bytes | None] = {
    **templates(),
    **{name: None for name in SITE if name.startswith("docs/en/")},
    "mkdocs.yml": CONFIG.replace(EN, ""),
    "overrides/words/en.yml": None,
}


def test_one_language_alone_has_no_switch_and_no_other_to_name(tmp_path: Path) -> None:
    root = dressed(tmp_path / "one", ALONE)
    assert said(root) == set()
    built = build(root)
    assert not any(name.startswith("en/") for name in built.files())
    for name in built.pages():
        page = built.html(name)
        assert page.all("nav", class_="languages") == []
        assert [one for one in page.tags if "hreflang" in one.attributes] == []
        assert [one for one in page.tags if "data-beside" in one.attributes] == []
        assert [one.text for one in page.all("h2") if not one.text.strip()] == []
    empty = re.compile(r"<(ul|ol)[^>]*>\s*</\1>")
    text = (built.folder / "payments/refund/index.html").read_text("utf-8")
    # What a script fills stands empty.
    assert [one[0] for one in empty.finditer(text) if 'class="search-' not in one[0]] == []


@pytest.mark.parametrize("kind", ["folder", "single"])
def test_one_language_alone_can_be_taken_along(tmp_path: Path, kind: str) -> None:
    assert "怎样退款？" in "".join(
        data.decode()
        for name, data in build(dressed(tmp_path / "one", ALONE), kind).files().items()
        if name.endswith(".html")
    )
