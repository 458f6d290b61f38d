"""Pictures of the same pages in two built sites, at a phone's width and a desk's."""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
import threading
from pathlib import Path

from helpcenter.content.address import Addresses
from helpcenter.content.settings import read_settings

WIDTHS = (360, 1280)
MOST = 40
"""Pages; a change of every page would take an hour."""
ROOT = Path(__file__).resolve().parent.parent


def main(old: Path, new: Path, listed: Path, folder: Path) -> int:
    """Write `<page>-<width>-<before|after>.png` for every page that is listed."""
    from playwright.sync_api import sync_playwright

    chrome = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
    if chrome is None:
        print("No Chromium or Chrome here; no pictures.", file=sys.stderr)
        return 0
    addresses = Addresses(read_settings(ROOT).default.locale)
    pages = listed.read_text("utf-8").split()[:MOST]
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        for when, site in (("before", old), ("after", new)):
            if not site.is_dir():
                continue
            with _served(site) as server:
                for page in pages:
                    locale, _, path = page.partition("/")
                    address = addresses.page(locale, path)
                    if not (site / address / "index.html").is_file():
                        continue
                    for width in WIDTHS:
                        tab = browser.new_page(viewport={"width": width, "height": 800})
                        tab.goto(f"http://127.0.0.1:{server.server_port}/{address}")
                        name = f"{page.replace('/', '-')}-{width}-{when}.png"
                        tab.screenshot(path=str(folder / name), full_page=True)
                        tab.close()
        browser.close()
    return 0


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def _served(site: Path) -> http.server.ThreadingHTTPServer:
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:5])))
