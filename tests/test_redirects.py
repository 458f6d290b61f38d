"""Old addresses lead to new pages: on any host, in a folder, with and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from built import Built
from command import run
from edits import TEMPLATES
from helpcenter.checking.check import check
from helpcenter.commands import published as published_command
from helpcenter.commands import rename as rename_command
from helpcenter.content.address import Addresses
from helpcenter.content.center import read_center
from helpcenter.content.published import read_published, written
from helpcenter.content.settings import read_settings
from helpcenter.site.build import build_site
from helpcenter.site.redirects import write_redirects
from small_site import write_site

LISTED = (
    "pages: []\nredirects:\n  payments/old: payments/older\n  payments/older: payments/refund\n"
)


def redirects(root: Path, directories: bool = True) -> Built:
    center = read_center(write_site(root, {"overrides/published.yml": LISTED}))
    write_redirects(center, root / "site", Addresses("zh", directories))
    return Built(root / "site")


def test_a_web_server_gets_a_page_for_each_old_address_and_language(tmp_path: Path) -> None:
    built = redirects(tmp_path)
    assert built.pages() == [
        "en/payments/old/index.html",
        "en/payments/older/index.html",
        "payments/old/index.html",
        "payments/older/index.html",
    ]
    page = built.html("en/payments/old/index.html")
    assert page.one("meta", http_equiv="refresh").attributes["content"] == "0; url=../refund/"
    assert page.one("link", rel="canonical").attributes["href"] == (
        "https://help.example.org/en/payments/refund/"
    )
    assert page.one("meta", name="robots").attributes["content"] == "noindex"
    assert page.one("a").attributes["href"] == "../refund/"
    assert page.one("a").text == "How do I get a refund?"
    assert page.one("script").attributes["src"] == "../../../assets/scripts/moved.js"
    assert (tmp_path / "site/assets/scripts/moved.js").is_file()


def test_a_folder_on_a_disk_gets_files_that_name_files(tmp_path: Path) -> None:
    page = redirects(tmp_path, directories=False).html("payments/old.html")
    assert page.one("meta", http_equiv="refresh").attributes["content"] == "0; url=refund.html"


def test_a_folder_names_the_address_on_the_web(tmp_path: Path) -> None:
    page = redirects(tmp_path, directories=False).html("payments/old.html")
    full = "https://help.example.org/payments/refund/"
    assert page.one("link", rel="canonical").attributes["href"] == full


def test_a_redirect_may_lead_to_a_place_on_a_page(tmp_path: Path) -> None:
    listed = LISTED.replace("payments/refund", "payments/refund#ask")
    root = write_site(tmp_path, {"overrides/published.yml": listed})
    center = read_center(root)
    assert center.published.target("payments/old") == "payments/refund"
    write_redirects(center, root / "site", Addresses("zh"))
    page = Built(root / "site").html("payments/old/index.html")
    assert page.one("a").attributes["href"] == "../refund/#ask"
    assert run(published_command, root) == 0
    assert "payments/older: payments/refund#ask\n" in (root / "overrides/published.yml").read_text(
        "utf-8"
    )
    assert run(rename_command, root, "payments/refund", "payments/money-back") == 0
    assert read_center(root).published.place("payments/old") == "ask"
    assert read_center(root).published.target("payments/old") == "payments/money-back"


def test_a_site_without_redirects_has_no_script_for_them(tmp_path: Path) -> None:
    center = read_center(write_site(tmp_path))
    write_redirects(center, tmp_path / "site", Addresses("zh"))
    assert not (tmp_path / "site").exists()


def test_a_page_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    there = tmp_path / "site/payments/old/index.html"
    there.parent.mkdir(parents=True)
    there.write_text("a page")
    redirects(tmp_path)
    assert there.read_text() == "a page"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    settings = read_settings(write_site(tmp_path))
    data = written(["zh/payments/refund", "en/index"], {"b": "a/c", "a/b": "a/c"})
    published, faults = read_published(settings, data)
    assert faults == []
    assert list(published.pages) == ["en/index", "zh/payments/refund"]
    assert list(published.redirects) == ["a/b", "b"]
    assert read_published(settings, written([], {}))[1] == []


def test_every_page_is_recorded_and_no_line_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, {"overrides/published.yml": "pages:\n  - zh/gone\n"})
    assert run(published_command, root) == 0
    assert capsys.readouterr().err == "6 pages added to overrides/published.yml.\n"
    pages = read_center(root).published.pages
    assert "zh/gone" in pages
    assert len(pages) == 7
    assert run(published_command, root, language="zh") == 0
    assert capsys.readouterr().err == "overrides/published.yml 加了 0 页。\n"


def test_a_broken_list_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, {"overrides/published.yml": "pages: [\n"})
    assert run(published_command, root) == 2
    assert capsys.readouterr().err == (
        "overrides/published.yml or the articles cannot be read. Run `helpcenter lint`.\n"
    )
    assert (root / "overrides/published.yml").read_text() == "pages: [\n"


def test_a_site_with_old_addresses_is_built(tmp_path: Path) -> None:
    root = write_site(tmp_path / "project", {**TEMPLATES, "overrides/published.yml": LISTED})
    center = read_center(root)
    build_site(root, check(center), tmp_path / "site", kind="web")
    assert "en/payments/old/index.html" in Built(tmp_path / "site").pages()
