"""Building is all or nothing, says what is wrong, and gives the same bytes each time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from built import Built
from conftest import ROOT
from helpcenter.checking.check import check
from helpcenter.cli import main
from helpcenter.content.center import read_center
from helpcenter.site.build import MARK, BuildFailed, build_site, recover
from small_site import SITE, article, write_site

TEMPLATE = "<!doctype html><title>{{ view.title|e }}</title>{{ view.answer }}<body></body>"
TEMPLATES = {
    "overrides/main.html": TEMPLATE,
    "overrides/404.html": "<!doctype html>lost<body></body>",
    "overrides/sitemap.xml": "{% for view in entries %}{{ view.canonical }} {% endfor %}",
}


def project(root: Path, changes: dict[str, str | bytes | None] | None = None) -> Path:
    return write_site(root, {**TEMPLATES, **(changes or {})})


def build(root: Path) -> Built:
    build_site(root, check(read_center(root)), root / "site")
    return Built(root / "site")


def test_a_site_holds_every_page_of_every_language(tmp_path: Path) -> None:
    assert build(project(tmp_path)).pages() == [
        "404.html",
        "en/404.html",
        "en/index.html",
        "en/payments/index.html",
        "en/payments/refund/index.html",
        "index.html",
        "payments/index.html",
        "payments/refund/index.html",
    ]


def test_two_builds_of_the_same_articles_have_the_same_bytes(tmp_path: Path) -> None:
    root = project(tmp_path)
    first = build(root).files()
    assert build(root).files() == first


def test_mkdocs_alone_builds_the_same_site(tmp_path: Path) -> None:
    root = project(tmp_path)
    ours = build(root).files()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "theirs")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not re.search("^WARNING", done.stderr, re.MULTILINE)
    theirs = Built(tmp_path / "theirs").files()
    ours.pop(MARK.rstrip("-"))
    assert theirs == ours


def test_mkdocs_alone_stops_on_the_same_errors(tmp_path: Path) -> None:
    root = project(tmp_path, {"docs/en/payments/refund.md": article("A?", "No steps.\n")})
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(tmp_path / "theirs")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "docs/en/payments/refund.md:10: error missing-steps:" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_error_in_an_article_leaves_the_old_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    before = build(root).files()
    project(root, {"docs/en/payments/refund.md": article("A?", "No steps.\n")})
    assert main(["build", "--root", str(root), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert "docs/en/payments/refund.md:10: error missing-steps: “A?” has no numbered" in said.out
    assert said.err.endswith("The site was not touched.\n")
    assert Built(root / "site").files() == before
    assert not list(root.glob(f"{MARK}[no]*"))


def test_an_error_in_a_template_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    before = build(root).files()
    (root / "overrides/main.html").write_text("<!doctype html>\n{% if %}\n")
    assert main(["build", "--root", str(root), "--lang", "zh"]) == 2
    said = capsys.readouterr().err
    assert "overrides/main.html:2: " in said
    assert said.endswith("网站没有改动。\n")
    assert Built(root / "site").files() == before


def test_a_word_that_no_template_author_defined_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, {"overrides/main.html": "{{ view.words.serach.upper() }}"})
    assert main(["build", "--root", str(root), "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "serach" in said
    assert "Traceback" not in said


def test_a_page_that_disappears_from_the_articles_disappears_from_the_site(tmp_path: Path) -> None:
    more = {
        "docs/zh/payments/slow.md": SITE["docs/zh/payments/refund.md"],
        "docs/en/payments/slow.md": SITE["docs/en/payments/refund.md"],
        "mkdocs.yml": SITE["mkdocs.yml"] + "      - payments/slow.md\n",
    }
    root = project(tmp_path, more)
    assert "payments/slow/index.html" in build(root).pages()
    for name in ("docs/zh/payments/slow.md", "docs/en/payments/slow.md"):
        (root / name).unlink()
    project(root)
    assert "payments/slow/index.html" not in build(root).pages()


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "site").mkdir()
    (root / "site" / "thesis.txt").write_text("years of work")
    with pytest.raises(BuildFailed, match="holds something else than a site"):
        build(root)
    assert (root / "site" / "thesis.txt").read_text() == "years of work"


def test_the_project_itself_is_not_replaced(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    for target in (root, root.parent):
        with pytest.raises(BuildFailed, match="holds the articles themselves"):
            build_site(root, check(read_center(root)), target)


def test_a_build_killed_between_its_two_renames_is_undone_by_the_next(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = build(root).files()
    (root / "site").rename(root / f"{MARK}old-site")
    (root / f"{MARK}new-site-half_one").mkdir()
    recover(root / "site")
    assert Built(root / "site").files() == before
    assert not list(root.glob(f"{MARK}[no]*"))


def test_a_folder_without_a_project_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--root", str(tmp_path), "--lang", "en"]) == 2
    assert f"There is no mkdocs.yml in {tmp_path.resolve()}." in capsys.readouterr().err


def test_this_repository_builds_the_same_with_mkdocs_alone(built: Built, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not re.search("^WARNING", done.stderr, re.MULTILINE)
    ours = built.files()
    ours.pop(MARK.rstrip("-"))
    assert Built(tmp_path).files() == ours


def test_the_site_is_built_where_the_settings_say(tmp_path: Path) -> None:
    config = SITE["mkdocs.yml"] + "site_dir: public/help\n"
    root = project(tmp_path, {"mkdocs.yml": config})
    assert main(["build", "--root", str(root), "--lang", "en"]) == 0
    assert (root / "public/help/en/index.html").is_file()
    assert not (root / "site").exists()


def test_nothing_is_written_outside_the_project(tmp_path: Path) -> None:
    config = SITE["mkdocs.yml"] + "site_dir: ../public\n"
    root = project(tmp_path / "project", {"mkdocs.yml": config})
    assert main(["build", "--root", str(root), "--lang", "en"]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["project"]


def test_an_error_that_another_process_meets_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {
        f"docs/{locale}/payments/page-{number}.md": SITE[f"docs/{locale}/payments/refund.md"]
        for number in range(220)
        for locale in ("zh", "en")
    }
    root = project(tmp_path, {**pages, "mkdocs.yml": SITE["mkdocs.yml"].split("nav:")[0]})
    checked = check(read_center(root))
    build_site(root, checked, root / "site", processes=2)
    before = Built(root / "site").files()
    broken = TEMPLATE + "\n{% if view.path == 'payments/page-150' %}{{ 1 / 0 }}{% endif %}"
    (root / "overrides/main.html").write_text(broken, "utf-8")
    with pytest.raises(BuildFailed, match=r"^overrides/main\.html:2: division by zero$"):
        build_site(root, checked, root / "site", processes=2)
    assert Built(root / "site").files() == before
    assert [path.name for path in root.iterdir() if MARK in path.name] == [f"{MARK}lock-site"]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            None,
            "The template main.html is missing. Copy it from the project that this one began with.",
        ),
        (
            "a\n{{ view.words.gone }}",
            "overrides/main.html:2: There is no word “gone”. Add `gone: …` "
            "to every file in words/. 没有“gone”这个用语，在 words/ 的每个文件里加上 `gone: …`。",
        ),
        (
            "{% include 'gone.html' %}",
            "overrides/main.html:1: There is no template gone.html. 没有模板 gone.html。",
        ),
        (
            "a\n{{ view.gone }}",
            "overrides/main.html:2: 'helpcenter.site.view.View object' has no attribute 'gone'",
        ),
    ],
)
def test_a_template_that_is_not_there_or_asks_for_too_much_is_told_with_its_place(
    template: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path / "one", {"overrides/main.html": template})
    monkeypatch.chdir(tmp_path)
    for root in (Path("one"), tmp_path / "one"):
        with pytest.raises(BuildFailed) as failed:
            build_site(root, check(read_center(root)), tmp_path / "site")
        assert str(failed.value) == said


def test_what_went_wrong_is_said_in_chinese_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, {"overrides/main.html": None})
    assert main(["build", "--root", str(root), "--lang", "zh"]) == 2
    assert capsys.readouterr().err == (
        "缺模板 main.html。从本项目最初的来源复制过来。\n网站没有改动。\n"
    )
