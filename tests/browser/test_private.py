"""Nothing leaves the device: no cookie, no foreign request, nothing a strict policy forbids."""

from __future__ import annotations

from itertools import cycle

from playwright.sync_api import Browser, BrowserContext

from helpcenter.site.policy import content_policy, headers

from .conftest import Host, Watch
from .kinds import FOLDERS, KINDS, ODD
from .test_axe import open_everything

OURS = "helpcenter:"


def test_using_everything_leaves_only_ticks_and_tastes(
    watched: tuple[BrowserContext, Watch], host: Host
) -> None:
    context, watch = watched
    page = context.new_page()
    for folder, path in zip(cycle(FOLDERS), KINDS.values(), strict=False):
        page.goto(host.url + (folder if path != KINDS["lost"] else "") + path)
        policy = page.locator("meta[http-equiv=Content-Security-Policy]")
        assert policy.get_attribute("content") == content_policy()
        open_everything(page)
        page.locator("[data-look]").click()
        page.locator("[data-search-open]").click()
        page.locator("dialog input").fill("付款 payment")
        page.locator("dialog .search-hits a").first.wait_for()
        page.locator("[data-search-close]").click()
        if page.locator("[data-copy]").count():
            page.locator("[data-copy]").first.click()
        if page.locator("[data-contact-region]").count():
            page.locator("[data-contact-region]").first.select_option(index=1)
    assert context.cookies() == []
    kept = page.evaluate("Object.keys(localStorage)")
    assert kept
    assert all(key.startswith(OURS) for key in kept), kept
    assert page.evaluate("[sessionStorage.length, document.cookie]") == [0, ""]
    assert page.evaluate("indexedDB.databases()") == []
    assert watch.faults == []


def test_odd_pages_keep_to_the_policy(watched: tuple[BrowserContext, Watch], odd: Host) -> None:
    context, watch = watched
    watch.base = odd.url
    page = context.new_page()
    for path in ODD:
        page.goto(odd.url + path)
        open_everything(page)
    assert watch.faults == []


def test_the_servers_headers_forbid_nothing_the_site_needs(browser: Browser, host: Host) -> None:
    context = browser.new_context()
    watch = Watch(context, host.url)
    page = context.new_page()

    def answer(route, request) -> None:  # type: ignore[no-untyped-def]
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, **headers()})

    page.route("**/*", answer)
    page.goto(host.url + KINDS["urgent"])
    open_everything(page)
    page.locator("[data-search-open]").click()
    page.locator("dialog input").fill("付款")
    page.locator("dialog .search-hits a").first.wait_for()
    assert watch.faults == []
    context.close()


def test_a_yes_or_no_stays_on_the_device(watched: tuple[BrowserContext, Watch], host: Host) -> None:
    context, _ = watched
    page = context.new_page()
    page.goto(f"{host.url}en/{KINDS['article']}", wait_until="networkidle")
    sent: list[str] = []
    page.on("request", lambda one: "favicon" in one.url or sent.append(one.url))
    page.locator("[data-answer=positive]").click()
    assert page.locator("[data-for=positive]").is_visible()
    page.locator("[data-answer=negative]").click()
    page.wait_for_timeout(200)
    assert sent == []
    page.reload()
    assert page.locator("[data-answer=negative]").get_attribute("aria-pressed") == "true"


def test_a_mistake_is_reported_with_its_page(
    watched: tuple[BrowserContext, Watch], odd: Host
) -> None:
    context, _ = watched
    page = context.new_page()
    page.goto(f"{odd.url}en/payments/refund/")
    link = page.locator(".colophon a[href^='mailto:']")
    assert link.get_attribute("href") == (
        "mailto:help@egretpay.example?subject=How%20do%20I%20get%20a%20refund%3F"
        "&body=https%3A%2F%2Fhelp.example.org%2Fen%2Fpayments%2Frefund%2F"
    )
