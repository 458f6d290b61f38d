"""The visited site when the network is gone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from built import Built
from helpcenter.checking.check import check
from helpcenter.content.address import Addresses
from helpcenter.content.center import Center
from helpcenter.site.edition import edition_of
from helpcenter.site.installed import write_installed
from helpcenter.site.means import Means

from .conftest import Host, Watch


class Visit:
    """A reader's profile, a site of their own, and the server that can go away."""

    def __init__(self, context: BrowserContext, folder: Path, *, cached: bool = False) -> None:
        self.folder = folder
        self.host = Host(folder, cached=cached)
        self.context = context
        self.watch = Watch(context, self.host.url)
        self.page: Page = context.new_page()

    def keep(self, path: str) -> None:
        """Read a page and wait until its language is kept."""
        self.page.goto(self.host.url + path)
        self.page.wait_for_selector("[data-offline][data-kept]", state="attached", timeout=30_000)

    def cut(self) -> None:
        """Take the network away."""
        self.host.close()

    def take_over(self) -> None:
        """Close every page, so that a waiting version takes over and deletes the old one's cache.

        Browsers do it in their own time.
        """
        for _ in range(20):
            old, self.page = self.context.pages, self.context.new_page()
            for page in old:
                page.close()
            self.page.wait_for_timeout(400)
            self.page.goto(self.host.url)
            kept = self.page.evaluate("caches.keys()")
            if len([name for name in kept if name != "helpcenter-clients"]) == 1:
                return
        raise AssertionError(kept)

    def open(self, path: str) -> Page:
        self.page.goto(self.host.url + path)
        return self.page


@pytest.fixture
def visit(browser: Browser, built: Built, tmp_path: Path) -> Iterator[Visit]:
    shutil.copytree(built.folder, tmp_path / "site")
    visit = Visit(browser.new_context(), tmp_path / "site")
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
    core = ("/en/404.html", "/en/manifest.webmanifest")
    assert not [name for name in names if "/en/" in name and not name.endswith(core)]
    visit.cut()
    page = visit.open("en/payments/refund/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("div[lang=en] a").count() > 5
    page.wait_for_selector("div[lang=en] [data-offline-only]:not([hidden])")
    page = visit.open("payments/no-such-page/")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"


def test_pages_for_paper_are_kept_too(visit: Visit) -> None:
    visit.keep("en/")
    visit.cut()
    page = visit.open("en/payments/")
    page.locator("a[href='print.html']").click()
    page.wait_for_url("**/en/payments/print.html")
    assert page.locator("article").count() > 3
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"


def test_a_reader_in_a_hurry_leaves_no_failed_loads(visit: Visit, center: Center) -> None:
    visit.keep("")
    addresses = Addresses(center.settings.default.locale)
    for one in center.pages[:60]:
        visit.page.goto(visit.host.url + addresses.page(one.locale, one.path), wait_until="commit")
    visit.page.wait_for_load_state()
    assert visit.watch.faults == []


def publish(built: Built, folder: Path, version: str, center: Center) -> None:
    """Put the site into `folder`, every page and asset saying which `version` it is."""
    for name, content in built.files().items():
        text = content.decode("utf-8", "surrogateescape")
        if name.endswith(".html"):
            text = text.replace("<html ", f'<html data-version="{version}" ', 1)
        elif name == "assets/styles/site.css":
            text += f":root {{ --version: {version}; }}"
        elif name == "assets/scripts/menu.js":
            text += f'document.documentElement.dataset.script = "{version}";'
        elif name.startswith("assets/scripts/search-rank"):
            text += f'document.documentElement.dataset.search = "{version}";'
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8", "surrogateescape", newline="")
    write_installed(edition_of(center, check(center).words), folder, Means())


VERSIONS = """() => {
  const { version, script, search } = document.documentElement.dataset;
  const style = getComputedStyle(document.documentElement).getPropertyValue("--version").trim();
  return { version, style, script, search };
}"""
PATHS = ("payments/refund/", "safety/two-factor/", "", "en/payments/refund/")


def versions(visit: Visit, path: str) -> set[str]:
    """The versions a page and its parts are of, search included."""
    page = visit.open(path)
    page.wait_for_selector("h1")
    page.keyboard.press("Control+k")
    page.locator("#site-search-query").fill("refund")
    page.locator("dialog .search-hits a").first.wait_for()
    found: dict[str, str] = page.evaluate(VERSIONS)
    print(path, found)
    assert len(found) == 4
    return set(found.values())


def test_no_page_mixes_two_versions(
    browser: Browser, built: Built, center: Center, tmp_path: Path
) -> None:
    publish(built, tmp_path, "A", center)
    visit = Visit(browser.new_context(), tmp_path, cached=True)
    # A second page stays open, so that no newer version can take over.
    visit.keep("")
    visit.keep("en/")
    other, visit.page = visit.page, visit.context.new_page()
    for path in PATHS:
        assert versions(visit, path) == {"A"}
    publish(built, tmp_path, "B", center)
    for path in PATHS:
        assert versions(visit, path) == {"B"}
    port = visit.host.server.server_port
    visit.cut()
    for path in PATHS:
        assert versions(visit, path) == {"A"}
    visit.host = Host(tmp_path, port=port, cached=True)
    other.evaluate(WAITING)
    visit.take_over()
    # It keeps in both languages what was kept before.
    assert versions(visit, "payments/refund/") == {"B"}
    visit.cut()
    for path in PATHS:
        assert versions(visit, path) == {"B"}
    visit.context.close()


WAITING = """async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  while (!registration.waiting) await new Promise((done) => setTimeout(done, 50));
}"""


def test_half_a_deployment_is_not_kept(visit: Visit, center: Center) -> None:
    visit.keep("payments/refund/")
    names = visit.page.evaluate("caches.keys()")
    file = visit.folder / "sw.js"
    file.write_text(file.read_text("utf-8").replace("VERSION = ", "VERSION = 'x' + ", 1), "utf-8")
    late = visit.folder / "assets/styles/site.css"
    late.write_text(late.read_text("utf-8") + "/* of another version */", "utf-8")
    failed = visit.page.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.ready;
          await registration.update();
          const one = registration.installing;
          await new Promise((done) => one.addEventListener("statechange", done));
          return [one.state, Boolean(registration.waiting)];
        }"""
    )
    assert failed == ["redundant", False]
    assert set(names) <= set(visit.page.evaluate("caches.keys()"))
    visit.cut()
    assert visit.open("safety/two-factor/").locator("h1").inner_text()


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
    write_installed(edition_of(center, check(center).words), visit.folder, Means())
    visit.page.evaluate(WAITING)
    visit.take_over()
    visit.keep("payments/refund/")
    visit.cut()
    for path in ("payments/refund/", "safety/two-factor/"):
        assert visit.open(path).locator("h1").inner_text().endswith("NEW")
