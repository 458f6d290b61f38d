"""A site in three languages: reading beside either of the two others, switching, searching."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dressed import build, dressed
from test_languages import THREE

from .conftest import Host, without_worker


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The small site in Chinese, English and a little Japanese."""
    changes = dict(THREE)
    config = THREE["mkdocs.yml"]
    assert isinstance(config, str)
    changes["mkdocs.yml"] = config.replace("/a&b/", "/")
    host = Host(build(dressed(tmp_path_factory.mktemp("three") / "site", changes)).folder)
    yield host
    host.close()


@pytest.fixture
def page(browser: Browser, three: Host) -> Iterator[Page]:
    """A fresh profile on a desktop screen."""
    context = without_worker(browser, 1280)
    yield context.new_page()
    context.close()


def test_either_language_can_stand_beside_and_one_takes_the_others_place(
    page: Page, three: Host
) -> None:
    page.goto(f"{three.url}en/payments/refund/")
    title = page.locator("article h1 + .twin, article .pair > .as-h1")
    for lang, words in (("ja", "返金はどうすればいいですか？"), ("zh-Hans", "怎样退款？")):
        page.locator(f"[data-beside={lang}]").click()
        expect(title).to_have_text(words)
        expect(title).to_have_attribute("lang", lang)
        pressed = page.locator("[data-beside][aria-pressed=true]")
        expect(pressed).to_have_count(1)
        expect(pressed).to_have_attribute("data-beside", lang)
    page.locator("[data-beside=zh-Hans]").click()
    expect(title).to_have_count(0)


def test_the_switch_keeps_the_step_in_every_language(page: Page, three: Host) -> None:
    page.goto(f"{three.url}payments/refund/#ask")
    for lang, folder in (("ja", "ja/"), ("en", "en/"), ("zh-Hans", "")):
        page.locator(f".languages a[lang={lang}]").click()
        page.wait_for_url(f"{three.url}{folder}payments/refund/#ask")
        expect(page.locator("#ask")).to_be_visible()


def test_three_languages_fit_on_a_small_screen(page: Page, three: Host) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for address in ("ja/", "ja/payments/refund/", "ja/payments/"):
        page.goto(three.url + address)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, address


def test_search_in_japanese_finds_what_is_written_in_the_other_kana(
    page: Page, three: Host
) -> None:
    page.goto(f"{three.url}ja/")
    page.locator("[data-search-open]").click()
    page.locator("#site-search-query").fill("きゃんせる")
    hit = page.locator(".search-hits .search-question").first
    expect(hit).to_have_text("返金はどうすればいいですか？")
