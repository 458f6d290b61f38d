"""axe-core finds nothing: on no kind of page, in no language, light or dark, narrow or wide.

What is open counts too: menu, search, both languages at once, ticked steps, refused answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .conftest import Host
from .kinds import FOLDERS, KINDS, ODD

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"type": "tag", "values": TAGS}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that differs between light and dark."""
RUN = """async (rules) => {
  const options = { runOnly: rules, resultTypes: ["violations", "incomplete"], preload: false };
  const { violations, incomplete } = await axe.run(options);
  // What stands on a pattern or beside a drawn number axe leaves open; test_colours.py judges it.
  const open = incomplete.filter((one) => one.id !== "color-contrast");
  return [...violations, ...open].flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.target} ${node.failureSummary}`));
}"""
NARROW, WIDE = {"width": 360, "height": 800}, {"width": 1280, "height": 900}


def found(page: Page, rules: dict[str, Any]) -> list[str]:
    """The violating nodes of the page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    nodes: list[str] = page.evaluate(RUN, rules)
    return nodes


def in_every_look(page: Page) -> Iterator[str]:
    """The violating nodes, light and dark, narrow and wide."""
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light")
        yield from found(page, EVERYTHING)
        page.emulate_media(color_scheme="dark")
        yield from found(page, COLOURS)
    page.emulate_media(color_scheme="light")


def open_everything(page: Page) -> None:
    """Open and use whatever the page has, but for the search."""
    if page.locator(".beside-toggle").count():
        page.locator(".beside-toggle").first.click()
    if page.locator(".tick input").count():
        page.locator(".tick input:visible").first.check()
        page.locator(".step-link:visible").first.focus()
    if page.locator("[data-answer=negative]").count():
        page.locator("[data-answer=negative]").click()
    if page.locator("#message-own").count():
        page.locator("#message-own").fill("4111 1111 1111 1111")
        page.locator("#message-wallet").fill("PayPal")
        page.locator("[data-tried]").first.check()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce", viewport=NARROW)
    yield context.new_page()
    context.close()


def test_what_is_wrong_would_be_found(page: Page, host: Host) -> None:
    page.goto(host.url)
    page.locator(".brand").evaluate("one => { one.textContent = ''; }")
    assert [one.split(":")[0] for one in found(page, EVERYTHING)] == ["link-name"]


@pytest.mark.parametrize(
    ("kind", "folder"),
    [(kind, folder) for kind in KINDS for folder in FOLDERS if kind != "lost" or folder == ""],
)
def test_a_page_has_no_violation(page: Page, host: Host, kind: str, folder: str) -> None:
    page.goto(host.url + folder + KINDS[kind])
    page.evaluate("localStorage.clear()")
    page.reload()
    page.set_viewport_size(NARROW)
    assert found(page, EVERYTHING) == []
    page.locator(".menu-open").click()
    assert page.locator("#site-menu").is_visible()
    assert found(page, EVERYTHING) == []
    page.keyboard.press("Escape")
    open_everything(page)
    assert list(in_every_look(page)) == []


@pytest.mark.parametrize("path", ODD)
def test_tabs_tables_boxes_and_foreign_pages_have_no_violation(
    page: Page, odd: Host, path: str
) -> None:
    page.goto(odd.url + path)
    open_everything(page)
    assert list(in_every_look(page)) == []


@pytest.mark.parametrize(("folder", "query"), [("", "付款失败"), ("en/", "payment failed")])
def test_the_open_search_has_no_violation(page: Page, host: Host, folder: str, query: str) -> None:
    page.goto(host.url + folder + KINDS["article"])
    page.set_viewport_size(NARROW)
    page.locator("[data-search-open]").click()
    assert list(in_every_look(page)) == []
    page.locator("dialog[open] input[type=search]").fill(query)
    page.locator("dialog[open] .search-hits a").first.wait_for()
    assert list(in_every_look(page)) == []
    page.locator("dialog[open] input[type=search]").fill("qqqqzzzzxxxx")
    page.locator("dialog[open] .search-hits a").first.wait_for(state="detached")
    assert found(page, EVERYTHING) == []


@pytest.mark.parametrize(("folder", "query"), [("", "付款失败"), ("en/", "payment failed")])
def test_results_on_the_home_page_have_no_violation(
    page: Page, host: Host, folder: str, query: str
) -> None:
    page.goto(host.url + folder)
    page.locator("#site-ask").fill(query)
    page.locator(".search-inline .search-hits a").first.wait_for()
    assert list(in_every_look(page)) == []
