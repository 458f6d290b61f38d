"""Pictures of every kind of page, to be looked at: `python tests/screenshots.py FOLDER`.

In both languages, light and dark, on a phone, a tablet, a desk and a wide screen. With `--readme`
it only makes the picture of the README.
"""

from __future__ import annotations

import argparse
import base64
import itertools
import struct
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from browser.conftest import FLAGS, Host, chromium
from browser.kinds import FOLDERS, KINDS
from conftest import ROOT
from helpcenter.checking.check import check
from helpcenter.content.center import read_center
from helpcenter.site.build import build_site

README = ROOT / ".github/images/screens.png"
WIDTHS = {360: 740, 768: 1024, 1280: 900, 1920: 1080}
SCHEMES = ("light", "dark")


def _beside(page: Page) -> None:
    page.locator(".beside-toggle").first.click()


def _menu(page: Page) -> None:
    if page.locator(".menu-open").is_visible():
        page.locator(".menu-open").click()


def _search(page: Page) -> None:
    page.locator("[data-search-open]").click()
    chinese = page.locator("html[lang|=zh]").count()
    page.locator("dialog input").fill("钱转走了" if chinese else "charged twice")
    page.locator("dialog .search-hits a").first.wait_for()


def _ticked(page: Page) -> None:
    for place in (0, 1):
        page.locator(".tick input").nth(place).check()


def _filled(page: Page) -> None:
    page.locator("#message-wallet").fill("PayPal")
    page.locator("#message-what").select_option("5")
    page.locator("#message-day").fill("2026-11-20")
    page.locator("#message-amount").fill("200 CNY")
    page.locator("#message-own").fill("4111 1111 1111 1111")
    page.locator("[data-tried]").nth(3).check()
    page.locator("#message-wish").select_option("2")


SHOTS: dict[str, tuple[str, bool, Callable[[Page], None]]] = {
    "home": (KINDS["home"], True, lambda page: None),
    "topic": (KINDS["topic"], True, lambda page: None),
    "urgent": (KINDS["urgent"], False, lambda page: None),
    "urgent-whole": (KINDS["urgent"], True, _ticked),
    "article": (KINDS["article"], True, lambda page: None),
    "contacts": (KINDS["cards"], True, lambda page: None),
    "contact-list": (KINDS["contacts"], True, lambda page: None),
    "beside": (KINDS["article"], True, _beside),
    "message": (KINDS["message"], True, _filled),
    "download": (KINDS["download"], True, lambda page: None),
    "menu": (KINDS["topic"], False, _menu),
    "search": (KINDS["topic"], False, _search),
    "lost": (KINDS["lost"], True, lambda page: None),
}
"""Page, whether all of it is shown, and what is done first."""


def take(browser: Browser, host: Host, folder: Path) -> None:
    """Write `folder/<shot>-<language>-<look>-<width>.png`."""
    for scheme, (width, height) in itertools.product(SCHEMES, WIDTHS.items()):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        for (shot, (path, whole, act)), language in itertools.product(SHOTS.items(), FOLDERS):
            if shot == "lost" and language:
                continue
            page = context.new_page()
            page.goto(host.url + language + path)
            page.evaluate("localStorage.clear()")
            page.reload()
            act(page)
            name = f"{shot}-{language.strip('/') or 'zh'}-{scheme}-{width}.png"
            page.screenshot(path=folder / name, full_page=whole)
            page.close()
        context.close()


def readme(browser: Browser, host: Host, target: Path) -> None:
    """The home page, and an urgent question on a phone, side by side."""
    shots = []
    for path, size in (("en/", (1280, 730)), (KINDS["urgent"], (360, 740))):
        page = browser.new_page(
            viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce"
        )
        page.goto(host.url + path)
        shots.append(base64.b64encode(page.screenshot()).decode("ascii"))
        page.close()
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.set_content(
        "<style>body{margin:0;background:#dfe8e6;height:720px;overflow:hidden;position:relative}"
        "img{position:absolute;display:block;box-shadow:0 0 0 1px #b9c9c6}"
        ".desk{left:36px;top:106px;width:880px;border-radius:12px}"
        ".phone{right:44px;top:40px;width:311px;border:7px solid #16211f;border-radius:30px}"
        "</style>"
        f'<img class="desk" src="data:image/png;base64,{shots[0]}">'
        f'<img class="phone" src="data:image/png;base64,{shots[1]}">'
    )
    page.wait_for_function("[...document.images].every((one) => one.complete)")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_repacked(page.screenshot()))
    page.close()


def _repacked(png: bytes) -> bytes:
    """The same picture, its data packed as tightly as zlib can."""
    chunks, place = [], 8
    while place < len(png):
        (size,) = struct.unpack(">I", png[place : place + 4])
        chunks.append((png[place + 4 : place + 8], png[place + 8 : place + 8 + size]))
        place += 12 + size
    data = zlib.decompress(b"".join(content for kind, content in chunks if kind == b"IDAT"))
    head, end = chunks[0], chunks[-1]
    packed = png[:8]
    for kind, content in (head, (b"IDAT", zlib.compress(data, 9)), end):
        crc = struct.pack(">I", zlib.crc32(kind + content))
        packed += struct.pack(">I", len(content)) + kind + content + crc
    return packed


def main() -> None:
    """Build the site, serve it and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("screenshots"))
    parser.add_argument("--readme", action="store_true", help=f"only {README.name}")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        build_site(ROOT, check(read_center(ROOT)), Path(place) / "site")
        host = Host(Path(place) / "site")
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS.split())
        if options.readme:
            readme(browser, host, README)
            print(f"{README} {README.stat().st_size} bytes")
        else:
            options.folder.mkdir(parents=True, exist_ok=True)
            take(browser, host, options.folder)
            print(f"{len(list(options.folder.glob('*.png')))} pictures in {options.folder}")
        browser.close()
        host.close()


if __name__ == "__main__":
    main()
