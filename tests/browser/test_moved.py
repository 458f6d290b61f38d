"""A link that somebody kept leads to the page and the place it always meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from helpcenter.content.address import Addresses
from helpcenter.content.center import read_center
from helpcenter.site.redirects import write_redirects
from small_site import write_site

from .conftest import Host

LISTED = """\
pages: []
redirects:
  payments/old: payments/refund
  payments/late: payments/refund#ask
"""
PAGE = '<!doctype html><title>x</title><h2 id="steps">s</h2><p id="ask">a</p>'


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A site with old addresses, served."""
    root = write_site(tmp_path_factory.mktemp("moved"), {"overrides/published.yml": LISTED})
    site = root / "site"
    write_redirects(read_center(root), site, Addresses("zh"))
    for name in ("payments/refund", "en/payments/refund"):
        (site / name).mkdir(parents=True)
        Path(site / name / "index.html").write_text(PAGE, "utf-8")
    host = Host(site)
    yield host
    host.close()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(
    ("old", "place", "bare"),
    [
        ("payments/old/", "", ""),
        ("payments/old/#steps", "#steps", ""),
        ("en/payments/late/", "#ask", "#ask"),
        ("en/payments/late/#steps", "#ask", "#ask"),
    ],
)
def test_an_old_link_keeps_its_place(
    browser: Browser, moved: Host, script: bool, old: str, place: str, bare: str
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(moved.url + old)
    folder = "en/" if old.startswith("en/") else ""
    page.wait_for_url(f"{moved.url}{folder}payments/refund/{place if script else bare}")
    context.close()
