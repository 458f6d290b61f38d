"""What lies in the folders, and what is never opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from helpcenter.content.settings import read_settings
from helpcenter.content.tree import ArticleFile, Tree, read_tree
from small_site import write_site

LINKS = pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")


def read(root: Path) -> Tree:
    return read_tree(read_settings(root))


def faults(root: Path) -> list[tuple[str, str]]:
    return [(fault.name, fault.path) for fault in read(root).faults]


def test_articles_are_found_in_every_language(tmp_path: Path) -> None:
    tree = read(write_site(tmp_path))
    assert tree.faults == ()
    assert tree.articles == (
        ArticleFile("en", "index", "docs/en/index.md"),
        ArticleFile("en", "payments/index", "docs/en/payments/index.md"),
        ArticleFile("en", "payments/refund", "docs/en/payments/refund.md"),
        ArticleFile("zh", "index", "docs/zh/index.md"),
        ArticleFile("zh", "payments/index", "docs/zh/payments/index.md"),
        ArticleFile("zh", "payments/refund", "docs/zh/payments/refund.md"),
    )


def test_images_are_found_and_hidden_files_are_not(tmp_path: Path) -> None:
    files = {"docs/zh/payments/a.png": "", "docs/zh/.DS_Store": "", "docs/.hidden/x.md": ""}
    tree = read(write_site(tmp_path, files))
    assert tree.faults == ()
    assert tree.images == ("docs/zh/payments/a.png",)


@LINKS
def test_a_link_is_reported_and_what_is_behind_it_is_not_found(tmp_path: Path) -> None:
    write_site(tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.md").write_text("secret")
    (tmp_path / "site/docs/zh/secrets").symlink_to(elsewhere)
    (tmp_path / "site/docs/zh/env.md").symlink_to("/proc/self/environ")
    (tmp_path / "site/docs/zh/loop").symlink_to("loop")
    (tmp_path / "site/docs/zh/here").symlink_to(".")
    (tmp_path / "site/docs/zh/dangling.md").symlink_to("nowhere")
    tree = read(tmp_path / "site")
    assert len(tree.articles) == 6
    assert [(fault.name, fault.path, fault.detail["target"]) for fault in tree.faults] == [
        ("outside-project", "docs/zh/dangling.md", "nowhere"),
        ("outside-project", "docs/zh/env.md", "/proc/self/environ"),
        ("outside-project", "docs/zh/here", "."),
        ("outside-project", "docs/zh/loop", "loop"),
        ("outside-project", "docs/zh/secrets", str(elsewhere)),
    ]


@LINKS
def test_a_folder_of_articles_that_is_a_link_is_not_walked(tmp_path: Path) -> None:
    write_site(tmp_path / "site")
    (tmp_path / "site/docs").rename(tmp_path / "docs")
    (tmp_path / "site/docs").symlink_to(tmp_path / "docs")
    assert faults(tmp_path / "site") == [("outside-project", "docs")]
    assert read(tmp_path / "site").articles == ()


def test_a_folder_outside_the_project_is_not_walked(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site")
    (tmp_path / "docs").mkdir()
    config = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"docs_dir: ../docs\n{config}", "utf-8")
    assert faults(root) == [("outside-project", "mkdocs.yml")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_does_not_make_it_wait(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    os.mkfifo(root / "docs/zh/pipe.md")
    assert faults(root) == [("unreadable-file", "docs/zh/pipe.md")]


@pytest.mark.skipif(os.name == "nt", reason="names are always text here")
def test_a_name_that_is_no_text_is_told_with_a_stand_in(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    try:
        (root / os.fsdecode(b"docs/zh/\xff.md")).write_text("")
    except OSError:
        pytest.skip("this disk refuses such names")
    assert faults(root) == [("bad-name", "docs/zh/\ufffd.md")]


def test_a_thousand_folders_inside_each_other_are_not_walked_to_the_end(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    deep = root / "docs/zh"
    for _ in range(60):
        deep /= "a"
        deep.mkdir()
    found = read(root).faults
    assert {fault.name for fault in found} == {"too-deep"}
    assert len(found) < 20


def test_two_pages_at_one_address_are_told_once(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"docs/zh/payments.md": "", "docs/zh/en/index.md": ""})
    assert faults(root) == [
        ("same-address", "docs/zh/en/index.md"),
        ("same-address", "docs/zh/payments/index.md"),
    ]


def test_a_misspelt_language_is_not_told_as_a_stray_folder_too(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    config = (root / "mkdocs.yml").read_text("utf-8").replace("locale: en", "locale: english")
    (root / "mkdocs.yml").write_text(config, "utf-8")
    (root / "docs/en").rename(root / "docs/english")
    assert faults(root) == []


def test_without_settings_nothing_is_walked(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"mkdocs.yml": None})
    assert read(root) == Tree((), (), ())
