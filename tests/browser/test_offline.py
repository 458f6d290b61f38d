"""The copies, opened from a disk with the network off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from built import Built
from helpcenter.content.address import Addresses
from helpcenter.content.center import Center
from helpcenter.site.editions import INSIDE, START
from test_editions import alone, downloads, unpacked

from .conftest import Host
from .ranking import LOADED, MOST, RANK, RANK_AT_ONCE, asked, expected, plain
from .test_axe import COLOURS, EVERYTHING, found

__all__ = ["alone", "downloads", "unpacked"]


class Offline:
    """A browser whose network is off, and everything that went wrong in it."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.faults: list[str] = []
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))

    def _request(self, request: Any) -> None:
        if not request.url.startswith(("file:", "data:")):
            self.faults.append(f"network: {request.url}")

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text}")


@pytest.fixture
def offline(browser: Browser) -> Iterator[Offline]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    yield Offline(context)
    context.close()


def test_every_page_of_the_folder_opens_without_a_network(
    offline: Offline, unpacked: Built, center: Center
) -> None:
    addresses = Addresses(center.settings.default.locale, directories=False)
    page = offline.context.new_page()
    for one in center.pages:
        file = unpacked.folder / INSIDE / addresses.page(one.locale, one.path)
        page.goto(file.as_uri(), wait_until="load")
        assert one.meta.title in page.locator("h1").first.inner_text()
        assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", one.file
    assert offline.faults == []


def test_the_start_file_leads_to_each_language(offline: Offline, unpacked: Built) -> None:
    page = offline.context.new_page()
    for place, lang in enumerate(("zh-Hans", "en")):
        page.goto((unpacked.folder / START).as_uri())
        page.locator("a.button").nth(place).click()
        page.wait_for_selector(f"html[lang={lang}] h1")
    assert offline.faults == []


def test_switch_and_side_by_side_work_from_the_folder(offline: Offline, unpacked: Built) -> None:
    page = offline.context.new_page()
    page.goto((unpacked.folder / INSIDE / "payments/payment-failed.html").as_uri())
    page.locator("[data-beside=en]").click()
    assert page.locator(".twin[lang=en]").count() > 3
    page.locator("nav.languages a").first.click()
    page.wait_for_url("**/en/payments/payment-failed.html*")
    assert offline.faults == []


def test_the_message_form_works_from_the_folder(offline: Offline, unpacked: Built) -> None:
    page = offline.context.new_page()
    page.goto((unpacked.folder / INSIDE / "en/support/write-to-support.html").as_uri())
    page.locator("[data-field=wallet]").fill("Example Pay")
    page.wait_for_function(
        "document.querySelector('[data-message]').innerText.includes('Example Pay')"
    )
    assert offline.faults == []


def test_the_search_dialog_answers_from_the_folder(offline: Offline, unpacked: Built) -> None:
    page = offline.context.new_page()
    for name, query in (("index.html", "支付失败"), ("en/safety/two-factor.html", "refund")):
        page.goto((unpacked.folder / INSIDE / name).as_uri())
        page.keyboard.press("Control+k")
        page.locator("#site-search-query").fill(query)
        hit = page.locator("dialog .search-hits a").first
        hit.wait_for()
        hit.click()
        page.wait_for_selector("article h1")
        assert page.url.startswith("file:")
    assert offline.faults == []


def test_copies_rank_as_the_web_site_does(
    offline: Offline,
    unpacked: Built,
    alone: Built,
    host: Host,
    browser: Browser,
    center: Center,
) -> None:
    queries = [asked(center), MOST]
    web = browser.new_page()
    web.goto(host.url)
    web.evaluate(LOADED)
    right = plain(web.evaluate(f"(given) => ({RANK})(...given)", queries))
    web.close()
    assert right == expected(center)
    page = offline.context.new_page()
    page.goto((unpacked.folder / INSIDE / "index.html").as_uri())
    page.evaluate(LOADED)
    assert plain(page.evaluate(f"(given) => ({RANK})(...given)", queries)) == right
    page.goto((alone.folder / "help.html").as_uri())
    assert plain(page.evaluate(f"(given) => ({RANK_AT_ONCE})(...given)", queries)) == right
    assert offline.faults == []


def test_the_single_file_shows_switches_and_searches(offline: Offline, alone: Built) -> None:
    page = offline.context.new_page()
    page.goto((alone.folder / "help.html").as_uri() + "#payments/payment-failed")
    assert page.locator("article:visible").count() > 40
    page.locator("a[data-switch=en]:visible").click()
    page.wait_for_selector("html[lang=en]")
    assert page.url.split("#")[1].startswith("en/payments/payment-failed")
    page.locator("input[type=search]:visible").fill("scammer pretends to be support")
    first = page.locator(".results a:visible").first
    first.wait_for()
    target = first.get_attribute("href") or ""
    first.click()
    assert page.locator(f"[id='{target[1:]}']").is_visible()
    assert offline.faults == []


def test_the_single_file_can_be_read_without_scripts(browser: Browser, alone: Built) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((alone.folder / "help.html").as_uri())
    for lang in ("zh-Hans", "en"):
        assert page.locator(f".language[lang={lang}] article").first.is_visible()
    context.close()


def test_the_single_file_fits_a_phone(browser: Browser, alone: Built) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, offline=True)
    page = context.new_page()
    page.goto((alone.folder / "help.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_axe_finds_nothing_in_the_copies(offline: Offline, unpacked: Built, alone: Built) -> None:
    page = offline.context.new_page()
    for file in (
        unpacked.folder / START,
        unpacked.folder / INSIDE / "en/payments/print.html",
        alone.folder / "help.html",
    ):
        page.goto(file.as_uri())
        assert found(page, EVERYTHING) == [], file.name
        page.emulate_media(color_scheme="dark")
        assert found(page, COLOURS) == [], file.name
        page.emulate_media(color_scheme="light")
