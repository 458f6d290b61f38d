"""The visited site when the network is gone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from built import Built
from helpcenter.checking.check import check
from helpcenter.content.center import Center
from helpcenter.site.edition import edition_of
from helpcenter.site.installed import write_installed

from .conftest import Host, Watch


class Visit:
    """A reader's profile, a site of their own, and the server that can go away."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.folder = folder
        self.host = Host(folder)
        self.context: BrowserContext = browser.new_context()
        self.watch = Watch(self.context, self.host.url)
        self.page: Page = self.context.new_page()

    def keep(self, path: str) -> None:
        """Read a page and wait until its language is kept."""
        self.page.goto(self.host.url + path)
        self.page.wait_for_selector("[data-offline][data-kept]", state="attached", timeout=30_000)

    def cut(self) -> None:
        """Take the network away."""
        self.host.server.shutdown()
        self.host.server.server_close()

    def open(self, path: str) -> Page:
        self.page.goto(self.host.url + path)
        return self.page


@pytest.fixture
def visit(browser: Browser, built: Built, tmp_path: Path) -> Iterator[Visit]:
    shutil.copytree(built.folder, tmp_path / "site")
    visit = Visit(browser, tmp_path / "site")
    yield visit
    visit.context.close()
    visit.cut()


def test_pages_never_visited_open_without_a_network_and_say_how_old_they_are(visit: Visit) -> None:
    visit.keep("payments/refund/")
    assert visit.page.locator("[data-offline]").is_hidden()
    assert visit.watch.faults == []
    visit.cut()
    page = visit.open("safety/two-factor/")
    assert page.locator("h1").inner_text()
    page.wait_for_selector("[data-offline]:not([hidden])")
    assert page.locator("[data-offline]").inner_text() == "离线，内容截至 2026 年 11 月 22 日"
    assert page.evaluate("document.styleSheets.length") > 1


def test_search_answers_without_a_network(visit: Visit) -> None:
    visit.keep("en/")
    visit.cut()
    page = visit.open("en/payments/refund/")
    page.keyboard.press("Control+k")
    page.locator("#site-search-query").fill("account locked")
    page.locator("dialog .search-hits a").first.click()
    page.wait_for_selector("article h1")
    assert "account" in page.url


def test_a_language_nobody_read_is_not_fetched(visit: Visit) -> None:
    visit.keep("payments/refund/")
    names = visit.page.evaluate(
        """async () => {
          const found = [];
          for (const name of await caches.keys())
            for (const one of await (await caches.open(name)).keys()) found.push(one.url);
          return found;
        }"""
    )
    assert f"{visit.host.url}safety/two-factor/" in names
    assert not [name for name in names if "/en/" in name and not name.endswith("webmanifest")]
    visit.cut()
    page = visit.open("en/payments/refund/")
    assert page.locator("[lang=en] a").count() > 5


def test_a_newer_page_is_shown_but_never_kept_beside_older_ones(visit: Visit) -> None:
    visit.keep("payments/refund/")
    file = visit.folder / "payments/refund/index.html"
    old = visit.page.locator("h1").inner_text()
    file.write_text(file.read_text("utf-8").replace("</h1>", " NEW</h1>"), "utf-8")
    assert visit.open("payments/refund/").locator("h1").inner_text().endswith("NEW")
    visit.cut()
    assert visit.open("payments/refund/").locator("h1").inner_text() == old


def test_a_new_version_takes_over_whole(visit: Visit, center: Center) -> None:
    visit.keep("payments/refund/")
    for name in ("payments/refund/index.html", "safety/two-factor/index.html"):
        file = visit.folder / name
        file.write_text(file.read_text("utf-8").replace("</h1>", " NEW</h1>"), "utf-8")
    write_installed(edition_of(center, check(center).words), visit.folder)
    visit.page.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.ready;
          await registration.update();
          while (!registration.waiting) await new Promise((done) => setTimeout(done, 50));
        }"""
    )
    # The old version serves its own page until nobody reads it; then the new one is complete.
    visit.page.goto("about:blank")
    page = visit.context.new_page()
    visit.page.close()
    visit.page = page
    page.wait_for_timeout(500)
    visit.keep("payments/refund/")
    visit.cut()
    for path in ("payments/refund/", "safety/two-factor/"):
        assert visit.open(path).locator("h1").inner_text().endswith("NEW")
