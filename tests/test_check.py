"""One command says whether a change is ready for a pull request."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from command import run
from conftest import ROOT
from helpcenter.checking.parts import NAMES, PARTS
from helpcenter.commands import check as check_command
from repository import commit, git
from small_site import SITE, write_site

NUMBER = "+864000001234"
ZH = "docs/zh/payments/refund.md"
PUBLISHED = "pages:\n" + "".join(
    f"  - {locale}/{page}\n"
    for locale in ("en", "zh")
    for page in ("index", "payments/index", "payments/refund")
)
FILES: dict[str, str | bytes | None] = {
    "overrides/published.yml": PUBLISHED,
    "tests/queries/zh.yml": "short:\n  退款: payments/refund\n",
}
SCRIPTS: dict[str, str | bytes | None] = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for path in (ROOT / "overrides/assets/scripts").glob("search-*.js")
}
QUICK = ("articles", "searches", "contacts", "guide")
"""Parts that need no templates, which the small site has not."""


def test_this_repository_is_ready(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(check_command, ROOT, "articles", "guide", language="zh") == 0
    said = capsys.readouterr()
    assert said.out == ""
    first, second, last = said.err.splitlines()
    assert first.startswith("✓ 文章：")
    assert second == "✓ 指南：最新"
    assert last == "可以提交了。"


def test_what_cannot_be_looked_at_is_said_and_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, {**FILES, "tests/queries/zh.yml": None})
    assert run(check_command, root, *QUICK) == 0
    assert capsys.readouterr().err == (
        "✓ articles: 6 pages\n"
        "- searches: no expected queries (not checked)\n"
        "- contacts: nothing to compare with (not checked)\n"
        "- guide: no guide with rules (not checked)\n"
        "Ready for a pull request.\n"
    )


def test_everything_wrong_is_told_at_once_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(
        tmp_path,
        {
            **FILES,
            **SCRIPTS,
            ZH: SITE[ZH].replace("1. ", "1、").replace("2. ", "2、"),
            "tests/queries/zh.yml": "short:\n  比特币价格: payments/refund\n",
        },
    )
    assert run(check_command, root, language="zh") == 1
    said = capsys.readouterr()
    assert re.search(rf"^{ZH}:\d+:\d+: error missing-steps: ", said.out, re.M)
    assert "tests/queries/zh.yml:2:3: error missed-query: 搜“比特币价格”应该先看到" in said.out
    assert "- 网站：先改好文章（没有检查）" in said.err
    assert "✗ 搜索：1 个搜索里有 1 个没找到该看的页面，1 个错误\n" in said.err
    assert said.err.endswith("还没好。上面每一行都写明了怎么改，改好再运行一次。\n")


def test_a_missed_query_says_what_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = "short:\n  比特币价格: payments/refund\n"
    root = write_site(tmp_path, {**FILES, **SCRIPTS, "tests/queries/zh.yml": queries})
    assert run(check_command, root, "searches") == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "tests/queries/zh.yml:2:3: error missed-query: “比特币价格” should lead to "
        "payments/refund; readers see nothing. Add their words to `keywords` in "
        "docs/zh/payments/refund.md, or name the page that answers now."
    )


def test_a_contact_changed_without_proof_stops_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, FILES)
    commit(root)
    registry = root / "overrides/contacts.yml"
    text = registry.read_text("utf-8")
    assert NUMBER in text
    registry.write_text(text.replace(NUMBER, "+864000005678", 1), "utf-8")
    assert run(check_command, root, "contacts") == 1
    said = capsys.readouterr()
    assert "error changed-contact: " in said.out
    assert said.err.startswith("✗ contacts: 1 changed since main, 1 error\n")


def test_what_main_changed_meanwhile_is_not_of_this_branch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, FILES)
    commit(root)
    git(root, "branch", "mine")
    registry = root / "overrides/contacts.yml"
    text = registry.read_text("utf-8")
    assert NUMBER in text
    registry.write_text(text.replace(NUMBER, "+864000005678", 1), "utf-8")
    commit(root)
    git(root, "checkout", "--quiet", "mine")
    assert run(check_command, root, "contacts") == 0
    assert capsys.readouterr().err.startswith("✓ contacts: as at main\n")


def test_warnings_stop_only_those_who_want_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, {**FILES, "overrides/published.yml": PUBLISHED[:-22]})
    assert run(check_command, root, "articles") == 0
    assert capsys.readouterr().err == (
        "✓ articles: 6 pages, 1 warning\nReady for a pull request. The warnings do not stop it.\n"
    )
    assert run(check_command, root, "articles", "--strict") == 1


def test_a_guide_behind_the_code_is_one_of_the_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = "<!-- rules: written by `helpcenter guide` -->\n<!-- end of rules -->\n"
    root = write_site(tmp_path, {"CONTRIBUTING.md": marks})
    assert run(check_command, root, "guide", language="zh") == 1
    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("CONTR")]
    assert said[0] == (
        "CONTRIBUTING.md:1:1: error stale-guide: 自动生成的部分落后于代码。运行 "
        "`helpcenter guide`，再提交 CONTRIBUTING.md。"
    )


def test_a_program_gets_the_same_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, {**FILES, **SCRIPTS, ZH: SITE[ZH].replace("1. ", "1、")})
    assert run(check_command, root, "articles", "searches", "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert {one["rule"] for one in data["findings"] if one["level"] == "error"} >= {"missing-steps"}
    assert data["errors"] + data["warnings"] == len(data["findings"])


def test_a_run_on_github_has_a_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_site(tmp_path / "site", FILES)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert run(check_command, root, "articles", language="zh") == 0
    text = (tmp_path / "summary.md").read_text("utf-8")
    assert text.endswith("## helpcenter check\n\n- ✓ 文章：6 个页面\n- 可以提交了。\n\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sites"], "There is no part “sites”. Did you mean “site”?\n"),
        (["--base", "nowhere"], "Git knows no revision “nowhere” here."),
    ],
)
def test_misuse_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert run(check_command, write_site(tmp_path), *words) == 2
    assert capsys.readouterr().err.startswith(said)


def test_a_folder_without_project_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(check_command, tmp_path) == 2
    assert capsys.readouterr().err.startswith("There is no mkdocs.yml in ")


def test_a_search_that_cannot_run_is_a_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(check_command, write_site(tmp_path, FILES), "searches", language="zh") == 1
    assert capsys.readouterr().out == (
        "overrides/assets/scripts/search-text.js:1:1: error failed-search: 搜索没法运行："
        "No such file or directory。从 Git 里恢复这个文件。\n"
    )


def test_every_part_has_a_name_in_chinese() -> None:
    assert list(NAMES) == list(PARTS)


def test_this_site_builds_and_its_links_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(check_command, ROOT, "site") == 0
    assert capsys.readouterr().err.startswith("✓ site: ")


def test_a_broken_template_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_site(tmp_path, {**FILES, "overrides/main.html": "{% if %}"})
    assert run(check_command, root, "site") == 1
    said = capsys.readouterr()
    assert said.out.startswith("overrides:1:1: error failed-build: The site cannot be built: ")
    assert said.err.startswith("✗ site: fails, 1 error\n")
