"""A browser and this repository's site behind a server, for tests that look at pages.

Chromium or Chrome is needed; without one these tests are skipped, except where `CI` is set.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from built import Built

from .kinds import build_odd_site

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox --headless --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
WORKER_BLOCKED = "Service Worker registration blocked by Playwright"
SKIPPED = "no Chromium or Chrome on this machine: browser tests were skipped"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say at the end, in a line of its own, that pages were not looked at."""
    skipped = terminalreporter.stats.get("skipped", [])
    if any(SKIPPED in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(f"ATTENTION: {SKIPPED}", yellow=True, bold=True)


def chromium() -> str | None:
    """The browser's program on this machine."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    program = chromium()
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Chromium or Chrome, and there is none")
        pytest.skip(SKIPPED)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS.split())
        browser.on("context", lambda one: one.set_default_timeout(10_000))
        yield browser
        browser.close()


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: 404.html for what is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory) / "404.html"
        if code != 404 or not lost.exists():
            super().send_error(code, message, explain)
            return
        content = lost.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Cached(_Handler):
    """Lets browsers use every file for ten minutes without asking, as GitHub Pages does."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that leaves in the middle of a file is none; and what is printed here another
        # test of this process would take for words of its own.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Host:
    """A running server."""

    def __init__(self, folder: Path, *, port: int = 0, cached: bool = False) -> None:
        handler = _Cached if cached else _Handler
        self.server = _Server(("127.0.0.1", port), partial(handler, directory=str(folder)))
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="session")
def host(built: Built) -> Iterator[Host]:
    """This repository's site, served."""
    host = Host(built.folder)
    yield host
    host.close()


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A small site with what this repository's articles do not have, served."""
    folder = build_odd_site(tmp_path_factory.mktemp("odd"))
    host = Host(folder)
    yield host
    host.close()


class Watch:
    """Everything a page does that it should not: console errors, failures, foreign requests."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.faults: list[str] = []
        self.base = base
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning") and message.text != WORKER_BLOCKED:
            self.faults.append(f"console {message.type}: {message.text}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.faults.append(f"foreign: {request.url}")

    def _failed(self, request: Any) -> None:
        # Who leaves a page breaks off what it was still loading.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")


def without_worker(browser: Browser, width: int) -> BrowserContext:
    """A fresh profile without a service worker.

    What a leaving reader breaks off is told apart from what fails only where no worker asks on the
    page's behalf. `test_installed.py` looks at the worker.
    """
    return browser.new_context(viewport={"width": width, "height": 900}, service_workers="block")


@pytest.fixture
def watched(browser: Browser, host: Host) -> Iterator[tuple[BrowserContext, Watch]]:
    """A fresh profile on a desktop screen, and what its pages do wrong."""
    context = without_worker(browser, 1280)
    yield context, Watch(context, host.url)
    context.close()
