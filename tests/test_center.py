"""The whole help center: order, twins, and trees that were built to do harm."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from helpcenter.checking.check import check
from helpcenter.content.center import read_center
from helpcenter.finding import Finding
from small_site import SITE, article, write_site

PLANTED = article("Where is the fee?", "See [fees](nowhere.md).\n", kind="concept")
FAULT = ("missing-link", "docs/en/payments/planted.md", 10)


def findings(root: Path) -> list[Finding]:
    """What is found in no more than ten seconds."""
    start = time.process_time()
    found = check(read_center(root)).findings
    assert time.process_time() - start < 60
    return list(found)


def places(root: Path) -> set[tuple[str, str, int]]:
    return {(found.rule, found.path, found.line) for found in findings(root)}


def test_pages_stand_in_the_order_of_the_navigation(tmp_path: Path) -> None:
    config = SITE["mkdocs.yml"].replace(
        "      - payments/index.md\n      - payments/refund.md\n",
        "      - payments/refund.md\n      - payments/index.md\n",
    )
    files = {"mkdocs.yml": config, "docs/zh/payments/fees.md": article("多少钱？", "不多。\n")}
    center = read_center(write_site(tmp_path, files))
    assert [(page.locale, page.path) for page in center.pages] == [
        ("zh", "index"),
        ("zh", "payments/refund"),
        ("zh", "payments/index"),
        ("zh", "payments/fees"),
        ("en", "index"),
        ("en", "payments/refund"),
        ("en", "payments/index"),
    ]
    assert center.paths == ("index", "payments/refund", "payments/index", "payments/fees")


def test_a_page_knows_its_twins(tmp_path: Path) -> None:
    center = read_center(
        write_site(tmp_path, {"docs/zh/payments/fees.md": article("费", "无。\n")})
    )
    page = center.page("zh", "payments/refund")
    assert page
    assert list(center.twins(page)) == ["zh", "en"]
    alone = center.page("zh", "payments/fees")
    assert alone
    assert list(center.twins(alone)) == ["zh"]


def test_a_missing_translation_is_shown_in_the_default_language(tmp_path: Path) -> None:
    files = {
        "docs/zh/payments/fees.md": article("费", "无。\n"),
        "docs/en/payments/tips.md": article("Tips", "None.\n"),
    }
    center = read_center(write_site(tmp_path, files))
    shown = center.shown("en", "payments/fees")
    assert shown
    assert shown.locale == "zh"
    assert center.shown("zh", "payments/tips") is None


def test_a_topic_holds_its_questions(tmp_path: Path) -> None:
    center = read_center(write_site(tmp_path))
    (topic,) = center.topics("en")
    assert topic.path == "payments"
    assert topic.index.meta.title == "Payments"
    assert [page.path for page in topic.pages] == ["payments/refund"]


def test_a_file_that_cannot_be_read_is_there_all_the_same(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {"docs/en/payments/refund.md": b"\xff"}
    center = read_center(write_site(tmp_path, files))
    assert center.page("en", "payments/refund") is None
    assert center.has("en", "payments/refund")
    assert center.written["payments/refund"] == ("zh", "en")


def test_an_unknown_language_is_an_error_of_the_caller(tmp_path: Path) -> None:
    center = read_center(write_site(tmp_path))
    assert center.language("en").name == "English"
    with pytest.raises(KeyError):
        center.language("fr")


def test_an_empty_folder_is_one_finding(tmp_path: Path) -> None:
    assert places(tmp_path) == {("unreadable-settings", "mkdocs.yml", 1)}


def test_a_project_that_is_no_folder_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert places(tmp_path / "file") == {("unreadable-settings", "mkdocs.yml", 1)}


def test_an_extension_that_reads_files_is_not_even_loaded(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("topsecret")
    config = SITE["mkdocs.yml"].replace(
        "  - tables\n", f"  - tables\n  - pymdownx.snippets:\n      base_path: {tmp_path}\n"
    )
    body = article("Title?", '--8<-- "secret.txt"\n')
    root = write_site(tmp_path / "site", {"mkdocs.yml": config, "docs/en/payments/refund.md": body})
    center = read_center(root)
    assert "topsecret" not in repr(center.pages)
    assert "forbidden-setting" in {found.rule for found in findings(root)}


HOSTILE: dict[str, tuple[dict[str, str | bytes | None], tuple[str, str, int]]] = {
    "GBK": ({"docs/en/payments/bad.md": b"---\n\xb8\xb6"}, ("not-utf-8", "bad.md", 2)),
    "NUL": ({"docs/en/payments/bad.md": b"---\n\n\x00"}, ("invisible-character", "bad.md", 3)),
    "10 MB in one line": (
        {"docs/en/payments/bad.md": b"a" * 10_000_000},
        ("too-large", "bad.md", 1),
    ),
    "20,000 brackets": (
        {"docs/en/payments/bad.md": article("A?", "[" * 20_000)},
        ("too-large", "bad.md", 10),
    ),
    "10,000 links in tags": (
        {"docs/en/payments/bad.md": article("A?", "<a href='\n" * 5_000)},
        ("too-large", "bad.md", 1_010),
    ),
    "quotes inside each other": (
        {"docs/en/payments/bad.md": article("A?", "> " * 4_000)},
        ("too-large", "bad.md", 10),
    ),
    "lists inside each other": (
        {"docs/en/payments/bad.md": article("A?", "- " * 4_000 + "x")},
        ("too-large", "bad.md", 10),
    ),
    "YAML bomb": (
        {
            "docs/en/payments/bad.md": "---\na: &a [x, x]\n"
            + "".join(f"{n}: &{n} [*a, *a]\n" for n in range(900))
            + "---\n"
        },
        ("broken-front-matter", "bad.md", 3),
    ),
    "nested YAML": (
        {"docs/en/payments/bad.md": "---\na: " + "[" * 900 + "\n---\n"},
        ("broken-front-matter", "bad.md", 2),
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_one_bad_page_does_not_hide_the_fault_of_the_next(tmp_path: Path, name: str) -> None:
    files, (rule, file, line) = HOSTILE[name]
    root = write_site(tmp_path, {**files, "docs/en/payments/planted.md": PLANTED})
    found = places(root)
    assert FAULT in found
    assert (rule, f"docs/en/payments/{file}", line) in found


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_links_do_not_hide_the_fault_of_the_next_page(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"docs/en/payments/planted.md": PLANTED})
    targets = {"env.md": "/proc/self/environ", "loop.md": "loop.md", "up": "../..", "zero": "/dev"}
    for name, target in targets.items():
        (root / "docs/en/payments" / name).symlink_to(target)
    found = places(root)
    assert FAULT in found
    outside = {(rule, path) for rule, path, _ in found if rule == "outside-project"}
    assert outside == {("outside-project", f"docs/en/payments/{name}") for name in targets}


def test_a_thousand_pages_are_read_in_time(tmp_path: Path) -> None:
    body = SITE["docs/en/payments/refund.md"]
    files: dict[str, str | bytes | None] = {
        f"docs/{locale}/t{n % 20}/p{n}.md": body for n in range(500) for locale in ("zh", "en")
    }
    root = write_site(tmp_path, {**files, "docs/en/payments/planted.md": PLANTED})
    assert FAULT in places(root)
