"""Firefox and WebKit: the folder page by page, the single file, the installed site, and search.

They run where the browsers are (Debian: firefox-esr; webkit2gtk-driver and xvfb) and are skipped
elsewhere, as in CI, where installing and walking both would cost more than a minute.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from built import Built
from helpcenter.content.address import Addresses
from helpcenter.content.center import Center
from helpcenter.site.editions import INSIDE, START
from test_editions import alone, downloads, unpacked

from .conftest import Host
from .other import Driver, firefox, webkit
from .ranking import LOADED, MOST, RANK, RANK_AT_ONCE, asked, expected, plain

__all__ = ["alone", "downloads", "unpacked"]

LOOK = """async () => ({
  title: document.querySelector("h1").textContent,
  styled: getComputedStyle(document.body).marginTop === "0px",
  scripted: document.documentElement.classList.contains("js"),
  pictures: [...document.images].filter((one) => !one.naturalWidth).map((one) => one.src),
  elsewhere: performance.getEntriesByType("resource")
    .map((one) => one.name).filter((name) => !name.startsWith("file:")),
})"""
"""What a page looks like from inside."""
WAIT = """
  const until = async (test) => {
    for (let n = 0; n < 200; n++) {
      const found = test();
      if (found) return found;
      await new Promise((next) => setTimeout(next, 50));
    }
    throw new Error("waited in vain for " + test);
  };"""
USE = f"""async (query) => {{{WAIT}
  document.querySelector("[data-search-open]").click();
  const input = document.querySelector("dialog[open] input");
  input.value = query;
  input.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
  const hit = await until(() => document.querySelector("dialog .search-hit"));
  return [hit.querySelector(".search-question").textContent,
    document.activeElement === input, hit.querySelector("a").href];
}}"""
BESIDE = f"""async () => {{{WAIT}
  document.querySelector("[data-beside=en]").click();
  await until(() => document.querySelectorAll(".twin[lang=en]").length > 3);
  const link = document.querySelector("nav.languages a");
  link.dispatchEvent(new MouseEvent("pointerdown"));
  return link.href;
}}"""
WRITE = f"""async () => {{{WAIT}
  const field = document.querySelector("[data-field=wallet]");
  field.value = "Example Pay";
  field.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
  await until(() => document.querySelector("[data-message]").textContent.includes("Example Pay"));
}}"""
SINGLE = f"""async (query) => {{{WAIT}
  const seen = () => [...document.querySelectorAll("[data-locale]")].filter((one) => !one.hidden);
  const before = seen().map((one) => one.lang);
  seen()[0].querySelector("a[data-switch=en]").click();
  await until(() => document.documentElement.lang === "en");
  const input = seen()[0].querySelector("input[type=search]");
  input.value = query;
  input.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
  const hit = await until(() => seen()[0].querySelector(".results a"));
  hit.click();
  await until(() => location.hash === hit.hash);
  const found = document.getElementById(decodeURIComponent(hit.hash.slice(1)));
  return [before, seen().map((one) => one.lang), Boolean(found.offsetParent)];
}}"""


@pytest.fixture(scope="module", params=[firefox, webkit], ids=["firefox", "webkit"])
def driver(request: pytest.FixtureRequest) -> Iterator[Driver]:
    with request.param() as driver:
        if driver is None:
            pytest.skip("not on this machine, or cannot be driven")
        yield driver


def test_every_page_of_the_folder_opens_without_a_network(
    driver: Driver, unpacked: Built, center: Center
) -> None:
    addresses = Addresses(center.settings.default.locale, directories=False)
    driver.told()
    for one in center.pages:
        file = unpacked.folder / INSIDE / addresses.page(one.locale, one.path)
        driver.open(file.as_uri())
        seen = driver.run(LOOK)
        assert one.meta.title in seen.pop("title")
        assert seen == {"styled": True, "scripted": True, "pictures": [], "elsewhere": []}, file
    assert driver.told() == []


def test_the_folder_does_all_it_should(driver: Driver, unpacked: Built) -> None:
    inside = unpacked.folder / INSIDE
    driver.told()
    driver.open((unpacked.folder / START).as_uri())
    ways = driver.run("async () => [...document.querySelectorAll('a.button')].map((a) => a.href)")
    assert ways == [(inside / name).as_uri() for name in ("index.html", "en/index.html")]
    driver.open((inside / "payments/payment-failed.html").as_uri())
    twin = driver.run(BESIDE)
    assert twin.startswith((inside / "en/payments/payment-failed.html").as_uri())
    driver.open((inside / "en/support/write-to-support.html").as_uri())
    driver.run(WRITE)
    for name, query, title in (
        ("index.html", "密码忘了", "忘了密码怎么办？"),
        ("en/safety/two-factor.html", "refund", "How do I get a refund?"),
    ):
        driver.open((inside / name).as_uri())
        found, typing, way = driver.run(USE, query)
        assert (found, typing) == (title, True)
        driver.open(way)
        assert title in driver.run(LOOK)["title"]
    assert driver.told() == []


def test_the_single_file_does_all_it_should(driver: Driver, alone: Built) -> None:
    driver.told()
    driver.open((alone.folder / "help.html").as_uri() + "#payments/payment-failed")
    assert driver.run(SINGLE, "scammer pretends to be support") == [["zh-Hans"], ["en"], True]
    assert driver.told() == []


def test_every_edition_ranks_as_the_terminal_does(
    driver: Driver, host: Host, unpacked: Built, alone: Built, center: Center
) -> None:
    queries, right = asked(center), expected(center)
    for address in (host.url, (unpacked.folder / INSIDE / "index.html").as_uri()):
        driver.open(address)
        driver.run(LOADED)
        assert plain(driver.run(RANK, queries, MOST)) == right
    driver.open((alone.folder / "help.html").as_uri())
    assert plain(driver.run(RANK_AT_ONCE, queries, MOST)) == right


KEPT = f"""async () => {{{WAIT}
  await until(() => document.querySelector("[data-offline][data-kept]"));
}}"""
OLD = f"""async () => {{{WAIT}
  const line = document.querySelector("[data-offline]");
  await until(() => !line.hidden);
  return line.textContent;
}}"""


def test_the_visited_site_opens_without_a_network(driver: Driver, built: Built) -> None:
    host = Host(built.folder)
    driver.open(f"{host.url}payments/refund/")
    driver.run(KEPT)
    host.close()
    driver.open(f"{host.url}safety/two-factor/")
    seen = driver.run(LOOK)
    assert (seen["styled"], seen["scripted"]) == (True, True)
    assert "双重验证" in seen["title"]
    assert "2026" in driver.run(OLD)
    assert driver.run(USE, "退款")[0]
