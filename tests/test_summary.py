"""The summary tells a reviewer what a change means."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run
from conftest import ROOT
from helpcenter.commands import rename as rename_command
from helpcenter.commands import summary as summary_command
from repository import commit, git
from small_site import SITE, write_site

ZH = "docs/zh/payments/refund.md"


def project(root: Path) -> Path:
    write_site(root)
    commit(root)
    git(root, "branch", "base")
    (root / ZH).write_text(SITE[ZH].replace("问商户。 {#ask}", "问问商户。 {#ask}"), "utf-8")
    (root / "docs/zh/payments/new.md").write_text(SITE[ZH], "utf-8")
    commit(root)
    return root


def test_it_lists_pages_and_translations_made_stale_with_the_line_to_paste(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    assert run(summary_command, root, "--base", "base") == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "## What this change means\n\n| page | what |\n|---|---|\n"
        "| `docs/zh/payments/new.md` | new |\n| `docs/zh/payments/refund.md` | changed |\n\n"
        "### docs/en/payments/refund.md does not follow docs/zh/payments/refund.md\n\n"
        "Changed: step 2. If both say the same, run `helpcenter stamp en/payments/refund`, or put "
        "this line in its place:\n\n```yaml\ntranslated_from: zkpnr tlpdp ltbcx spwqv "
    )
    assert "### Contacts\n\nNo contact was changed.\n" in said


def test_it_speaks_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    assert run(summary_command, root, "--base", "base", language="zh") == 0
    said = capsys.readouterr().out
    assert "### docs/en/payments/refund.md 还没跟上 docs/zh/payments/refund.md\n" in said
    assert "### 联系方式\n\n没有改动联系方式。\n" in said


def test_it_lists_pages_for_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    assert run(summary_command, root, "--base", "base", "--pages") == 0
    assert sorted(capsys.readouterr().out.split()) == ["zh/payments/new", "zh/payments/refund"]


@pytest.mark.parametrize("base", ["nowhere", "--output=x"])
def test_a_base_that_git_does_not_know_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str
) -> None:
    root = project(tmp_path)
    assert run(summary_command, root, f"--base={base}") == 2
    assert capsys.readouterr().err == (
        f"Git cannot compare with “{base}”. Fetch it, or name another revision.\n"
    )
    assert not (root / "x").exists()


SCRIPTS = (ROOT / "overrides/assets/scripts").glob("search-*.js")
QUERIES = "short:\n  退款: payments/refund\n  退钱: payments/refund\n  旧的说法: payments/refund\n"


def test_it_says_what_became_of_contacts_old_and_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path)
    commit(root)
    git(root, "branch", "base")
    registry = root / "overrides/contacts.yml"
    text = registry.read_text("utf-8").replace("+864000001234", "+864000005678", 1)
    registry.write_text(text, "utf-8")
    commit(root)
    assert run(summary_command, root, "--base", "base") == 0
    said = capsys.readouterr().out
    [line] = [one for one in said.splitlines() if "egret-phone" in one]
    assert line.index("+864000001234") < line.index("→") < line.index("+864000005678")
    assert line.endswith(" **No newer source.**")
    assert run(summary_command, root, "--base", "base", language="zh") == 0
    assert "**来源没有更新。**" in capsys.readouterr().out


def test_it_says_how_searches_fare_and_which_expectations_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scripts = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in SCRIPTS}
    root = write_site(tmp_path, {**scripts, "tests/queries/zh.yml": QUERIES})
    commit(root)
    git(root, "branch", "base")
    new = QUERIES.replace("  退钱: payments/refund", "  退钱: payments/index").replace(
        "旧的说法", "比特币价格"
    )
    (root / "tests/queries/zh.yml").write_text(new, "utf-8")
    commit(root)
    assert run(summary_command, root, "--base", "base") == 0
    said = capsys.readouterr().out
    assert said.partition("### Search\n\n")[2] == (
        "1 of 3 expected queries find their page.\n"
        "- “退钱” should lead to payments/index, leads to payments/refund\n"
        "- “比特币价格” should lead to payments/refund, leads to –\n"
        "- no longer expected: “旧的说法” (zh) → payments/refund\n"
        "- newly expected: “比特币价格” (zh) → payments/refund\n"
        "- now elsewhere: “退钱” (zh): payments/refund → payments/index\n"
    )


def test_a_page_that_moved_is_not_called_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = "".join(f"  - zh/{one}\n" for one in ("index", "payments/index", "payments/refund"))
    root = write_site(tmp_path, {"overrides/published.yml": f"pages:\n{pages}"})
    commit(root)
    git(root, "branch", "base")
    assert run(rename_command, root, "payments/refund", "payments/money-back") == 0
    (root / "docs/en/index.md").unlink()
    commit(root)
    capsys.readouterr()
    assert run(summary_command, root, "--base", "base") == 0
    said = capsys.readouterr().out
    assert "| `docs/en/index.md` | **removed** |\n" in said
    assert "| `docs/zh/payments/refund.md` | moved to `payments/money-back` |\n" in said
    assert "| `docs/zh/payments/money-back.md` | new |\n" in said
