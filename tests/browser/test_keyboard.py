"""Everything can be done with a keyboard, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Host
from .kinds import KINDS

FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  const shown = [one, one.closest(".search-form, .search-box"), one.id && one.nextElementSibling
    && document.querySelector(`label[for="${one.id}"]`)].filter(Boolean);
  const outlined = shown.some((it) => {
    const style = getComputedStyle(it);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  return {
    name: one.outerHTML.slice(0, 100),
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight,
    outlined,
    inMain: Boolean(one.closest("main")),
    inMenu: Boolean(one.closest("#site-menu")),
  };
}"""


def focus(page: Page) -> Any:
    """What has the focus; nothing if it is lost."""
    return page.evaluate(FOCUS)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "urgent", "message", "lost"])
def test_the_focus_is_always_seen_and_never_lost(
    page: Page, host: Host, kind: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(host.url + KINDS[kind])
    total = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, textarea')]"
        ".filter((one) => one.checkVisibility({ visibilityProperty: true })).length"
    )
    steps = 0
    for _ in range(total + 30):
        page.keyboard.press("Tab")
        here = focus(page)
        if here is None:
            break
        assert here["seen"], here
        assert here["outlined"], here
        steps += 1
    assert here is None, "the focus goes round inside the page"
    assert steps >= total * 0.9


def test_the_first_stop_leads_past_the_header(page: Page, host: Host) -> None:
    page.goto(f"{host.url}en/{KINDS['urgent']}")
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("one => one === document.activeElement")
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focus(page)["inMain"]


def test_the_menu_opens_closes_and_gives_the_focus_back(page: Page, host: Host) -> None:
    page.goto(f"{host.url}en/{KINDS['article']}")
    button, menu = page.locator(".menu-open"), page.locator("#site-menu")
    button.focus()
    page.keyboard.press("Tab")
    assert not focus(page)["inMenu"], "a closed menu takes no focus"
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert focus(page)["inMenu"]
    page.keyboard.press("Escape")
    assert button.evaluate("one => one === document.activeElement")
    assert not menu.is_visible()
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
    assert not menu.is_visible(), "a menu one has left does not stay open"


def test_the_search_opens_answers_and_gives_the_focus_back(page: Page, host: Host) -> None:
    page.goto(f"{host.url}en/{KINDS['article']}")
    button = page.locator("[data-search-open]")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("dialog input").evaluate("one => one === document.activeElement")
    page.keyboard.type("payment failed")
    page.locator("dialog .search-hits a").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert focus(page)["seen"]
    assert focus(page)["outlined"]
    for _ in range(40):
        page.keyboard.press("Tab")
        here = focus(page)
        assert here is None or page.evaluate("!!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert not page.locator("dialog[open]").count()
    assert button.evaluate("one => one === document.activeElement")


def test_a_result_can_be_opened(page: Page, host: Host) -> None:
    page.goto(host.url)
    page.keyboard.press("Control+k")
    page.keyboard.insert_text("付款失败")
    page.locator("dialog .search-hits a").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/payments/**")


def test_the_language_is_changed_and_keeps_the_place(page: Page, host: Host) -> None:
    page.goto(f"{host.url}{KINDS['article']}#still-stuck")
    page.locator(".languages a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/payments/payment-failed/#still-stuck")


def test_who_scrolls_up_to_change_the_language_lands_where_they_were_reading(
    page: Page, host: Host
) -> None:
    page.clock.install()
    page.goto(f"{host.url}{KINDS['article']}")
    page.locator("#check-network").evaluate("one => one.scrollIntoView()")
    page.wait_for_function("scrollY > 0")
    page.evaluate("new Promise(requestAnimationFrame)")
    page.clock.run_for(3500)
    page.evaluate("scrollTo(0, 0)")
    page.locator(".languages a").click()
    page.wait_for_url("**/en/payments/payment-failed/#check-network")
    page.evaluate("scrollTo(0, 0)")
    page.locator(".languages a").click()
    page.wait_for_url("**/payments/payment-failed/#check-network")


def test_tabs_are_changed_with_arrows(page: Page, odd: Host) -> None:
    page.goto(f"{odd.url}en/payments/refund/")
    first = page.locator(".tabbed-set > input").first
    first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#open-b").is_visible()
    assert not page.locator("#open-a").is_visible()
    assert focus(page)["name"].startswith("<input")
    outline = page.locator(".tabbed-labels > label").nth(1)
    assert outline.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_steps_are_ticked_and_begun_again(page: Page, host: Host) -> None:
    page.goto(f"{host.url}en/{KINDS['urgent']}")
    ticks = page.locator(".tick input")
    ticks.first.focus()
    page.keyboard.press("Space")
    assert page.locator(".progress [role=status]").inner_text().startswith("1 of ")
    page.reload()
    assert ticks.first.is_checked(), "ticks stay on the device"
    page.locator(".progress button").focus()
    page.keyboard.press("Enter")
    assert not ticks.first.is_checked()
    assert ticks.first.evaluate("one => one === document.activeElement")


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    """Press Tab until `selector` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(it) => document.activeElement.matches(it)", selector):
            assert focus(page)["seen"]
            return
    pytest.fail(f"{selector} is not reached")


@pytest.mark.parametrize("width", [360, 1280])
def test_from_the_first_page_to_a_written_message_without_a_pointer(
    page: Page, host: Host, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{host.url}en/")
    page.keyboard.press("/")
    assert focus(page)["name"].startswith('<input id="site-ask"')
    page.keyboard.type("payment failed")
    page.locator(".search-inline .search-hits a").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/payments/**")
    page.goto(f"{host.url}en/{KINDS['cards']}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    tab_to(page, ".beside-toggle", 4)
    page.keyboard.press("Space")
    assert page.locator(".step-text.twin[lang=zh-Hans]").first.is_visible()
    tab_to(page, ".tick input")
    page.keyboard.press("Space")
    assert page.locator(".tick input").first.is_checked()
    tab_to(page, ".contacts .button")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/{KINDS['message']}")
    tab_to(page, "#message-wallet", 40)
    page.keyboard.type("PayPal")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[data-tried]", 12)
    page.keyboard.press("Space")
    tab_to(page, "[type=submit]", 20)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "message-result"
    assert focus(page)["seen"]
    assert "I use PayPal" in page.locator("[data-text][lang=en]").inner_text()
    tab_to(page, "[data-copy]", 2)
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('[data-said]').textContent !== ''")


def test_the_look_is_changed(page: Page, host: Host) -> None:
    page.goto(f"{host.url}en/")
    page.locator(".menu-open").focus()
    page.keyboard.press("Enter")
    tab_to(page, "[data-look]", 12)
    page.keyboard.press("Enter")
    assert page.locator("html").get_attribute("data-theme") == "light"
    assert page.locator("[data-look]").get_attribute("title") == "Appearance: light"
    page.keyboard.press("Enter")
    assert page.locator("html").get_attribute("data-theme") == "dark"
