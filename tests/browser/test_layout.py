"""What fits where: the first screen of urgent pages, small and enlarged screens, fingers, paper."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Host
from .kinds import FOLDERS, KINDS, ODD, PAGES
from .test_axe import open_everything
from .test_walk import ADDRESSES, CENTER

SMALL = """() => [...document.querySelectorAll("a, button, input, select, textarea, label")]
  .filter((one) => one.checkVisibility() && !one.closest("dialog:not([open])"))
  // Links within sentences are as high as their line.
  .filter((one) => !(one.matches("a") && one.closest("p, .body li, .answer, td, .contact")
    && !one.closest(".colophon")))
  .filter((one) => !(one.matches("input") && one.closest(".tabbed-set, label")))
  .filter((one) => !(one.matches("label") && one.closest(".message-field > *, .message-field")
    && !one.querySelector("input")))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
  .map(([one, box]) => `${one.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)"""


@dataclass
class Measured:
    """What does not fit, of one page of every kind."""

    small: list[str] = field(default_factory=list)
    enlarged: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)


def wide(page: Page) -> bool:
    """Whether the page is wider than the screen."""
    over: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return over > 0


@pytest.fixture(scope="module")
def measured(browser: Browser, host: Host, odd: Host) -> Measured:
    """Every page visited once, everything on it open."""
    page = browser.new_page(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    found = Measured()
    for address in [*(host.url + one for one in PAGES), *(odd.url + one for one in ODD)]:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(address)
        open_everything(page)
        found.small += [address] if wide(page) else []
        page.set_viewport_size({"width": 360, "height": 740})
        found.targets += [f"{address}: {one}" for one in page.evaluate(SMALL)]
        page.set_viewport_size({"width": 640, "height": 740})
        page.evaluate("document.documentElement.style.setProperty('font-size', '212.5%')")
        found.enlarged += [address] if wide(page) else []
    page.goto(host.url)
    page.locator("[data-search-open]").click()
    found.targets += page.evaluate(SMALL)
    page.close()
    return found


def test_no_page_scrolls_sideways_at_320_pixels(measured: Measured) -> None:
    """A window of 640 px at a zoom of 200 % is the same."""
    assert measured.small == []


def test_letters_can_be_twice_as_large(measured: Measured) -> None:
    assert measured.enlarged == []


def test_targets_are_large_enough_for_fingers(measured: Measured) -> None:
    assert measured.targets == []


def test_urgent_pages_say_what_to_do_on_the_first_screen(browser: Browser, host: Host) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    urgent = [one for one in CENTER.pages if one.meta.severity == "urgent" and one.steps]
    assert len(urgent) >= 10
    for one in urgent:
        page.goto(host.url + ADDRESSES.page(one.locale, one.path))
        for part in ("h1", ".answer", "ol.steps > li:first-child .lead"):
            box = page.locator(part).first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 640, f"{one.file}: {part}"
    page.close()


@pytest.mark.parametrize("folder", FOLDERS, ids=["zh", "en"])
def test_paper_shows_steps_with_boxes_and_nothing_to_click(
    browser: Browser, host: Host, folder: str
) -> None:
    page = browser.new_page(viewport={"width": 720, "height": 1000}, color_scheme="dark")
    page.goto(host.url + folder + KINDS["urgent"])
    page.locator(".tick input").first.check()
    page.emulate_media(media="print")
    for chrome in (".header", ".footer", ".side", ".tools", ".helpful", ".related", ".tick"):
        for one in page.locator(chrome).all():
            assert not one.is_visible(), chrome
    boxes = page.locator("ol.steps > li").evaluate_all(
        "all => all.map((one) => getComputedStyle(one, '::after'))"
        ".map((style) => [style.borderTopStyle, parseFloat(style.width) > 12])"
    )
    assert boxes
    assert all(box == ["solid", True] for box in boxes)
    number = "one => getComputedStyle(one, '::before').content"
    assert page.locator("ol.steps > li").first.evaluate(number) == "counter(step)"
    ink = page.locator("article p").first.evaluate("one => getComputedStyle(one).color")
    assert ink == "rgb(0, 0, 0)", "black on white, whatever the screen shows"
    page.close()


def test_paper_shows_every_platform(browser: Browser, odd: Host) -> None:
    page = browser.new_page()
    page.goto(f"{odd.url}en/payments/refund/")
    page.emulate_media(media="print")
    assert page.locator("#open-a").is_visible()
    assert page.locator("#open-b").is_visible()
    page.close()


def test_without_scripts_everything_can_be_read(browser: Browser, host: Host) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    for folder in FOLDERS:
        for kind in ("home", "topic", "urgent", "cards", "contacts", "message"):
            page.goto(host.url + folder + KINDS[kind])
            for one in page.locator(".needs-js, [data-search-open]").all():
                assert not one.is_visible(), kind
            assert page.locator("main h1").is_visible()
            assert page.locator(".footer a").first.is_visible(), "topics are in the footer"
        texts = page.locator("[data-text]")
        assert texts.count() == 2
        for text in texts.all():
            assert text.is_visible()
            assert text.locator(".message-blank").count() == 9
    context.close()


@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_two_languages_stand_in_two_even_columns(browser: Browser, host: Host, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(host.url + KINDS["article"])
    page.locator(".beside-toggle").click()
    for own, twin in (("h1", ".as-h1"), ("h2", ".as-h2"), (".steps > li", ".steps .twin")):
        left = page.locator(f"article {own}").first.bounding_box()
        right = page.locator(f"article {twin}").first.bounding_box()
        assert left is not None
        assert right is not None
        assert abs(left["y"] - right["y"]) < 24, own
    starts = page.locator("article .twin").evaluate_all(
        "all => all.map((one) => Math.round(one.getBoundingClientRect().left))"
    )
    assert len(starts) > 10
    assert max(starts) - min(starts) <= 1
    page.close()


def test_the_urgent_tiles_are_all_on_the_first_screen_of_a_phone(
    browser: Browser, host: Host
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    for folder in FOLDERS:
        page.goto(host.url + folder)
        tiles = page.locator(".now .tile")
        assert tiles.count() == 4
        for tile in tiles.all():
            box = tile.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 640
    page.close()


def test_every_kind_of_page_begins_at_the_top(browser: Browser, host: Host) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for address in PAGES:
        page.goto(host.url + address)
        assert page.locator(".header").evaluate("one => one.getBoundingClientRect().top") == 0
        menu = page.locator(".topics a").evaluate_all(
            "all => new Set(all.map((one) => one.getBoundingClientRect().top)).size"
        )
        assert menu == 1, "the topics fit on one line"
    page.close()


def test_the_readers_own_colours_hide_nothing(browser: Browser, host: Host) -> None:
    page = browser.new_page(forced_colors="active", viewport={"width": 360, "height": 740})
    page.goto(host.url + KINDS["article"])
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for drawn in (".brand", ".admonition-title", ".part-still-stuck .body > ul > li"):
        colour = "one => getComputedStyle(one, '::before').backgroundColor"
        assert page.locator(drawn).first.evaluate(colour) != canvas, drawn
    for edged in (".answer", ".steps > li", ".admonition"):
        width = "one => getComputedStyle(one).borderTopStyle"
        assert page.locator(edged).first.evaluate(width) == "solid", edged
    page.close()


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, host: Host) -> None:
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      return parseFloat(style.transitionDuration) || style.animationName !== "none"
        || style.scrollBehavior === "smooth";
    }).length"""
    for motion, wanted in (("reduce", False), ("no-preference", True)):
        page = browser.new_page(reduced_motion=motion)  # type: ignore[arg-type]
        page.goto(host.url + KINDS["article"])
        assert bool(page.evaluate(moving)) == wanted
        page.close()
