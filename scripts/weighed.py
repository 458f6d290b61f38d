"""What a built site weighs: on the disk, and on the way to a reader who opens it in a browser."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Error, Page, Route, sync_playwright

FLAGS = ("--no-sandbox", "--headless", "--disable-gpu")
PICTURES = (".png", ".jpg", ".webp", ".avif", ".gif", ".svg", ".ico")
CALM = 1_500
"""Milliseconds in which a page or a search has loaded what it needs."""
QUERY = "退款"
Workers = Literal["allow", "block"]
Fresh = Callable[[Workers], Page]
BrowserError = Error
"""A page did not do what a reader would see."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of a site; those on the way packed with gzip, without pictures."""

    site: int
    """All files."""
    article: int
    """HTML of the article that was edited, not packed."""
    largest: int
    """HTML of the largest page, not packed: home, topics and articles."""
    view: int | None = None
    """What the article loads by itself, its HTML too; nothing without a browser."""
    search: int | None = None
    """What a first Chinese search loads beyond that."""
    kept: int | None = None
    """What a worker loads in the background, for reading without a network."""


def weigh(sites: Sequence[Path], pages: Sequence[str], article: str) -> Weight:
    """Weigh what lies in `sites`; `pages` and `article` are folders below each of them.

    Raises OSError if a page is not there.
    """
    sizes = [(site / page / "index.html").stat().st_size for site in sites for page in pages]
    outer = [one for one in sites if not any(one.is_relative_to(o) for o in sites if o != one)]
    files = (path for site in outer for path in site.rglob("*") if path.is_file())
    return Weight(
        sum(path.stat().st_size for path in files),
        (sites[0] / article / "index.html").stat().st_size,
        max(sizes),
    )


def loaded(weight: Weight, fresh: Fresh, site: Path, article: str, engine: str) -> Weight:
    """`weight` with what a browser loads for a first view of `article` and a first search on it.

    Raises BrowserError.
    """
    with _heard(site) as (address, asked):
        page = fresh("block")
        _open(page, f"{address}{article}/")
        view = set(asked)
        SEARCHES[engine.partition("-")[0]](page)
        page.wait_for_timeout(CALM)
        searched = set(asked)
        asked.clear()
        page = fresh("allow")
        _open(page, f"{address}{article}/")
        kept = set(asked)
    sizes = (_packed(files) for files in (view, searched - view, kept - view))
    return replace(weight, **dict(zip(("view", "search", "kept"), sizes, strict=True)))


def _open(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(CALM)


def _packed(files: Set[Path]) -> int:
    return sum(
        len(gzip.compress(path.read_bytes(), 9, mtime=0))
        for path in files
        if path.is_file() and path.suffix not in PICTURES
    )


def _ours(page: Page) -> None:
    page.locator("[data-search-open]").first.click()
    page.locator("dialog[open] input").fill(QUERY)
    page.locator("dialog[open] .search-hit").first.wait_for()


def _material(page: Page) -> None:
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.type(QUERY)


def _zensical(page: Page) -> None:
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    page.keyboard.type(QUERY)


def _hugo(page: Page) -> None:
    page.evaluate("fetch('/index.json').then((answer) => answer.text())")


SEARCHES: dict[str, Callable[[Page], None]] = {
    "ours": _ours,
    "material": _material,
    "zensical": _zensical,
    "hugo": _hugo,
}


def browser_there() -> bool:
    """Whether there is a browser to look with."""
    return _program() is not None


def _program() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)


@contextmanager
def browser() -> Iterator[Fresh]:
    """A browser that reaches nothing but this machine; gives what opens a fresh page.

    What opens it is told whether workers may run: `allow` or `block`.
    """
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=_program(), args=[*FLAGS])

        def fresh(workers: Workers) -> Page:
            context = program.new_context(service_workers=workers)
            context.route("**/*", _here)
            return context.new_page()

        yield fresh
        program.close()


def _here(route: Route) -> None:
    if route.request.url.startswith("http://127.0.0.1:"):
        route.continue_()
    else:
        route.abort()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, asked: list[Path], **named: Any) -> None:
        self.asked = asked
        super().__init__(*args, **named)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        self.asked.append(path / "index.html" if path.is_dir() else path)
        super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def _heard(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """A server for `folder`: its address, and the files that are asked of it."""
    asked: list[Path] = []
    handler = partial(_Handler, directory=str(folder), asked=asked)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", asked
    finally:
        server.shutdown()
        server.server_close()
