"""A new page: in every language, in its place, never over another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import run
from conftest import ROOT
from helpcenter.checking.check import check
from helpcenter.commands import new as new_command
from helpcenter.content.center import read_center
from helpcenter.content.marked import Marked, read_marked
from helpcenter.editing.navigation import entries, with_page, with_renamed
from helpcenter.editing.skeleton import scalar
from helpcenter.translation.state import State, standing
from small_site import SITE, write_site

TITLES = ["--title", "zh=钱没到怎么办？", "--title", "en=Money: where is it?"]
TEMPLATES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in (ROOT / "overrides/new").rglob("*.md")
}


def project(root: Path, changes: dict[str, str | bytes | None] | None = None) -> Path:
    return write_site(root, {**TEMPLATES, **(changes or {})})


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_a_new_question_stands_in_every_language_and_in_the_navigation(tmp_path: Path) -> None:
    config = SITE["mkdocs.yml"].replace("refund.md\n", "refund.md  # asked a lot\n  - about.md\n")
    root = project(tmp_path, {"mkdocs.yml": config})
    assert run(new_command, root, "payments/no-money", "--kind", "faq", *TITLES) == 0
    assert (root / "mkdocs.yml").read_text("utf-8") == config.replace(
        "# asked a lot\n", "# asked a lot\n      - payments/no-money.md\n"
    )
    center = read_center(root)
    zh, en = center.page("zh", "payments/no-money"), center.page("en", "payments/no-money")
    assert zh is not None
    assert en is not None
    assert (zh.meta.title, en.meta.title) == ("钱没到怎么办？", "Money: where is it?")
    assert (zh.meta.short, en.meta.short) == ("钱没到", "Money: where is it")
    assert [step.id for step in zh.steps] == [step.id for step in en.steps] != []
    assert [one.id for one in zh.headings] == [one.id for one in en.headings]
    assert standing(center, "en", "payments/no-money").state is State.FRESH


@pytest.mark.parametrize("kind", ["faq", "guide", "concept"])
def test_a_skeleton_has_no_fault_but_that_it_is_not_written(tmp_path: Path, kind: str) -> None:
    root = project(tmp_path)
    assert run(new_command, root, "payments/no-money", "--kind", kind, *TITLES) == 0
    found = check(read_center(root)).findings
    mine = {one.rule for one in found if "no-money" in one.path}
    assert "unfinished-page" in mine
    assert not mine & {"key-order", "missing-key", "unstamped-translation", "stale-translation"}


def test_a_new_topic_gets_its_place_after_the_last_one(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert run(new_command, root, "safety", *TITLES) == 0
    assert (
        (root / "mkdocs.yml")
        .read_text("utf-8")
        .endswith("      - payments/refund.md\n  - safety:\n      - safety/index.md\n")
    )
    assert run(new_command, root, "safety/phishing", "--kind", "guide", *TITLES) == 0
    assert (
        (root / "mkdocs.yml")
        .read_text("utf-8")
        .endswith("      - safety/index.md\n      - safety/phishing.md\n")
    )


def test_the_list_of_published_pages_grows(tmp_path: Path) -> None:
    listed = "pages:\n  - zh/index\nredirects:\n  payments/no-money: payments/refund\n"
    root = project(tmp_path, {"overrides/published.yml": listed})
    assert run(new_command, root, "payments/no-money", "--kind", "faq", *TITLES) == 0
    center = read_center(root)
    assert set(center.published.pages) == {
        "zh/index",
        "zh/payments/no-money",
        "en/payments/no-money",
    }
    assert center.published.redirects == {}


@pytest.mark.parametrize(
    ("words", "language", "said"),
    [
        (["payments/refund", "--kind", "faq", *TITLES], "en",
         "docs/zh/payments/refund.md exists already; it is not overwritten. Nothing was changed."),
        (["payments/refund", "--kind", "faq", *TITLES], "zh",
         "docs/zh/payments/refund.md 已经有了，不会覆盖。没有改动任何文件。"),
        (["payment/new", "--kind", "faq", *TITLES], "en",
         "There is no topic “payment”. Did you mean “payments”? Otherwise write it first: "
         "helpcenter new payment"),
        (["payment/new", "--kind", "faq", *TITLES], "zh",
         "没有“payment”这个话题。是不是“payments”？要新建的话，先运行 helpcenter new payment"),
        (["payments/钱", "--kind", "faq", *TITLES], "en",
         "“payments/钱” is no path of a page. Write topic/question in small English letters, "
         "digits and dashes: payments/payment-pending"),
        (["payments/钱", "--kind", "faq", *TITLES], "zh",
         "“payments/钱”不能用作页面路径。写成 话题/问题，只用小写英文字母、数字和连字符："
         "payments/payment-pending"),
        (["payments/new", "--kind", "faq", "--title", "zh=新"], "en",
         "The title in English is missing. Add --title en=…"),
        (["payments/new", "--kind", "faq", "--title", "zh=新"], "zh",
         "缺少标题（English）。加上 --title en=…"),
        (["payments/new", "--kind", "faq", "--title", "新"], "en",
         "“新” names no language. Write zh=…, en=…"),
        (["payments/new", "--kind", "faq", "--title", "新"], "zh",
         "“新”没有写明语言。写成 zh=…, en=…"),
        (["payments/new", *TITLES], "en", "Say what kind: --kind faq, guide, concept"),
        (["payments/new", *TITLES], "zh", "写明类型：--kind faq, guide, concept"),
        (["payments/new", "--kind", "topic", *TITLES], "en",
         "A topic's page is `topic/index`, and only that: helpcenter new balance"),
        (["payments/new", "--kind", "topic", *TITLES], "zh",
         "话题页的路径是 `话题/index`，别的页面不能用：helpcenter new balance"),
        (["payments/new", "--kind", "faq", "--title", "zh=<b>", "--title", "en=x"], "en",
         "“<b>” cannot be the title: at most 90 characters, on one line, without < > or \"."),
        (["payments/new", "--kind", "faq", "--title", "zh=<b>", "--title", "en=x"], "zh",
         "“<b>”不能用作 title：不超过 90 个字，写在一行，不能有 < > 或 \"。"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_said_and_nothing_changes(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    language: str,
    said: str,
) -> None:
    root = project(tmp_path)
    before = files(root)
    assert run(new_command, root, *words, language=language) == 2
    assert capsys.readouterr().err == said + "\n"
    assert files(root) == before


def test_a_person_at_a_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    answers = iter(["faq", "钱没到？", "No money?"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    assert run(new_command, root, "payments/no-money") == 0
    assert read_center(root).page("en", "payments/no-money") is not None


def test_a_language_without_template_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, {"overrides/new/en/faq.md": None})
    before = files(root)
    assert run(new_command, root, "payments/no-money", "--kind", "faq", *TITLES) == 2
    assert capsys.readouterr().err == (
        "There is no template overrides/new/en/faq.md. Write it after the one of another "
        "language. Nothing was changed.\n"
    )
    assert files(root) == before


@pytest.mark.parametrize("nav", ["nav: [index.md, payments/index.md]\n", "nav:\n  - index.md\n"])
def test_a_navigation_of_another_shape_is_not_guessed_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], nav: str
) -> None:
    root = project(tmp_path, {"mkdocs.yml": SITE["mkdocs.yml"].split("nav:")[0] + nav})
    before = files(root)
    assert run(new_command, root, "payments/no-money", "--kind", "faq", *TITLES) == 2
    assert capsys.readouterr().err == (
        "There is no place for the page under nav in mkdocs.yml. Write one line a page, "
        "`- topic/question.md`. Nothing was changed.\n"
    )
    assert files(root) == before


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_any_title_is_written_so_that_it_is_read_again(title: str) -> None:
    read = read_marked(f"title: {scalar(title)}\n")
    assert isinstance(read, Marked)
    assert read.data == {"title": title}


@given(st.text())
def test_any_settings_can_be_looked_at(text: str) -> None:
    for result in (with_page(text, "a/b"), with_renamed(text, {"a/b": "a/c"})):
        assert result is None or isinstance(entries(result), list)


def test_without_a_navigation_none_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = SITE["mkdocs.yml"].split("nav:")[0]
    root = project(tmp_path, {"mkdocs.yml": config})
    assert run(new_command, root, "payments/no-money", "--kind", "faq", *TITLES) == 0
    assert (root / "docs/en/payments/no-money.md").is_file()
    assert (root / "mkdocs.yml").read_text("utf-8") == config
