"""The summary tells a reviewer what a change means."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run
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
