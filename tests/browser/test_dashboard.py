"""The status of pages reads well on a phone and at a desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from command import run
from helpcenter.commands import status as status_command
from repository import commit
from small_site import SITE, write_site

ZH = "docs/zh/payments/refund.md"


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_of_the_dashboard_runs_over_the_edge(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    root = write_site(tmp_path)
    commit(root)
    longer = SITE[ZH].replace("打开交易记录。", "打开交易记录" * 30 + "。")
    (root / ZH).write_text(longer, "utf-8")
    assert run(status_command, root, "--html", str(tmp_path / "status.html")) == 0
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((tmp_path / "status.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    card = page.locator("article")
    assert card.locator("ins").is_visible()
    assert card.get_by_text("helpcenter stamp en/payments/refund").is_visible()
    page.close()
