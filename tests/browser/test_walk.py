"""Every page, in both languages, on a desktop and on a phone."""

from __future__ import annotations

from urllib.parse import urljoin

from playwright.sync_api import Browser, BrowserContext

from built import Built
from conftest import ROOT
from helpcenter.content.address import Addresses
from helpcenter.content.center import read_center

from .conftest import Host, Watch, without_worker
from .kinds import KINDS

CENTER = read_center(ROOT)
ADDRESSES = Addresses(CENTER.settings.default.locale)
WIDTHS = (1280, 360)


def test_every_page_loads_cleanly_and_fits(browser: Browser, host: Host) -> None:
    context = without_worker(browser, WIDTHS[0])
    watch = Watch(context, host.url)
    page = context.new_page()
    assert len(CENTER.pages) > 90
    for one in CENTER.pages:
        page.goto(host.url + ADDRESSES.page(one.locale, one.path), wait_until="load")
        assert one.meta.title in page.locator("h1").first.inner_text()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{one.file} is {wide} px wide"
    assert watch.faults == []
    context.close()


def test_the_language_switch_of_every_page_leads_to_its_twin(built: Built) -> None:
    for one in CENTER.pages:
        here = ADDRESSES.page(one.locale, one.path)
        [other] = (twin for twin in CENTER.twins(one).values() if twin.locale != one.locale)
        html = built.html(f"{here}index.html")
        found = [
            urljoin(f"http://host/{here}", tag.attributes["href"]).removeprefix("http://host/")
            for tag in html.all("a")
            if "data-language" in tag.attributes
        ]
        assert found == [ADDRESSES.page(other.locale, other.path)]


def test_the_language_switch_lands_on_the_twin(
    watched: tuple[BrowserContext, Watch], host: Host
) -> None:
    context, watch = watched
    page = context.new_page()
    for path in KINDS.values():
        if path == KINDS["lost"]:
            continue
        page.goto(host.url + path)
        page.locator("nav.languages a").click()
        page.wait_for_url(f"{host.url}en/{path}")
        page.locator("nav.languages a").click()
        page.wait_for_url(host.url + path)
    assert watch.faults == []


def test_the_switch_stays_on_the_step(watched: tuple[BrowserContext, Watch], host: Host) -> None:
    context, _ = watched
    page = context.new_page()
    page.goto(f"{host.url}payments/payment-failed/#check-network")
    page.locator("nav.languages a").first.click()
    page.wait_for_url("**/en/payments/payment-failed/#check-network")


def test_a_lost_reader_gets_both_languages(
    watched: tuple[BrowserContext, Watch], host: Host
) -> None:
    context, watch = watched
    page = context.new_page()
    answer = page.goto(f"{host.url}payments/no-such-page/")
    assert answer is not None
    assert answer.status == 404
    watch.faults = [one for one in watch.faults if "404" not in one]
    for lang in ("zh-Hans", "en"):
        links = page.locator(f"[lang={lang}] a")
        assert links.count() > 5
    page.locator("[lang=en] a", has_text="Payments").first.click()
    assert page.url == f"{host.url}en/payments/"
    assert watch.faults == []


def test_an_article_can_be_read_without_scripts(browser: Browser, host: Host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host.url)
    page.locator("main a", has_text="账户被盗").first.click()
    assert page.url == f"{host.url}emergency/account-stolen/"
    assert page.locator("ol.steps > li").first.is_visible()
    context.close()
