"""The registry is compared with the one Git has published: by `helpcenter lint`, without asking."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from helpcenter.cli import main
from helpcenter.contacts.earlier import at_fork
from helpcenter.contacts.names import NAMES
from helpcenter.content.center import read_center
from small_site import SITE, write_site

FILE = "overrides/contacts.yml"
OLD, NEW = '"+864000001234"', '"+864000005678"'
CHANGED = SITE[FILE].replace(OLD, NEW)
SAID = (
    f"{FILE}:25:3: error changed-contact: “egret-phone” was changed: value +864000001234 → "
    "+864000005678. Its source is not newer than before: open the owner's page, then write the "
    "new `source_url`, `source_seen` and `verified_on`."
)
SAID_ZH = (
    f"{FILE}:25:3: error changed-contact: “egret-phone”改了：内容 +864000001234 → +864000005678。"
    "来源却没有更新：打开所有者的网页核对，再写新的 `source_url`、`source_seen` 和 `verified_on`。"
)


def git(root: Path, *words: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    command = ["git", "-C", str(root), *identity, *words]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one commit on `main`."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 2026-11-22
    root = write_site(tmp_path / "project")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "a")
    return root


def lint(root: Path, *words: str, lang: str = "en") -> int:
    return main(["lint", "--contacts", "--root", str(root), "--lang", lang, *words])


def rows(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [row for row in capsys.readouterr().out.splitlines() if row.startswith(FILE)]


def test_a_change_that_is_not_committed_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lint(project) == 0
    (project / FILE).write_text(CHANGED, "utf-8")
    capsys.readouterr()
    assert lint(project) == 1
    assert rows(capsys) == [SAID]
    assert lint(project, lang="zh") == 1
    assert rows(capsys) == [SAID_ZH]
    assert main(["lint", "--root", str(project), "--lang", "en"]) == 1
    assert SAID in rows(capsys)


def test_a_branch_is_compared_with_where_it_left_main(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(project, "checkout", "-qb", "other")
    (project / FILE).write_text(CHANGED, "utf-8")
    git(project, "commit", "-qam", "b")
    assert lint(project) == 1
    assert rows(capsys) == [SAID]
    assert lint(project, "--changed", "main") == 1
    assert rows(capsys) == [SAID]
    # Of its own last commit, nothing was changed.
    assert lint(project, "--changed", "HEAD") == 0
    # What others change on main afterwards is not of this branch.
    git(project, "checkout", "-q", "main")
    (project / FILE).write_text(SITE[FILE].replace("expires_on: 2027", "expires_on: 2026", 1))
    git(project, "commit", "-qam", "c")
    git(project, "checkout", "-q", "other")
    assert lint(project) == 1
    assert rows(capsys) == [SAID]


def test_a_change_with_a_newer_source_is_no_finding(project: Path) -> None:
    text = CHANGED
    for key in ("source_seen", "verified_on"):
        text = text.replace(f"{key}: 2026-11-01", f"{key}: 2026-11-15", 1)
    (project / FILE).write_text(text, "utf-8")
    assert lint(project) == 0


def test_a_new_website_of_a_brand_needs_a_newer_source(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = SITE[FILE].replace("[egretpay.example]", "[egretpay.example, evil.example]")
    (project / FILE).write_text(text, "utf-8")
    assert lint(project) == 1
    assert (
        rows(capsys)[0]
        .partition(": error ")[2]
        .startswith(
            "changed-contact: The brand “egret-pay” was changed: own websites egretpay.example → "
            "egretpay.example, evil.example. Its source is not newer"
        )
    )
    assert lint(project, lang="zh") == 1
    assert (
        "品牌“egret-pay”改了：自己的网站 egretpay.example → egretpay.example, " in rows(capsys)[0]
    )
    (project / FILE).write_text(text.replace("_seen: 2026-11-01", "_seen: 2026-11-15", 1), "utf-8")
    assert lint(project) == 0


def test_a_shallow_clone_has_nothing_to_compare_with(project: Path, tmp_path: Path) -> None:
    git(project, "checkout", "-qb", "other")
    (project / FILE).write_text(CHANGED, "utf-8")
    git(project, "commit", "-qam", "b")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "other", f"file://{project}", "clone")
    assert lint(clone) == 0


def test_without_git_there_is_nothing_to_compare_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    root = write_site(tmp_path)
    assert lint(root) == 0
    git(root, "init", "-q")
    assert lint(root) == 0
    monkeypatch.setenv("PATH", "")
    center = read_center(root)
    assert at_fork(center.settings, center.contacts) is None


def test_a_registry_that_is_new_is_no_change(project: Path) -> None:
    git(project, "checkout", "-q", "--orphan", "fresh")
    git(project, "rm", "-q", "--cached", FILE)
    git(project, "commit", "-qm", "c")
    git(project, "branch", "-qf", "main")
    git(project, "add", FILE)
    assert lint(project) == 0


def test_only_contacts_are_checked_whatever_the_settings_say(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = project / "docs/en/payments/refund.md"
    page.write_text(page.read_text("utf-8") + "\n[x](gone.md)\n\nCall 1-800-555-0199.\n", "utf-8")
    settings = '[tool.helpcenter]\nignore = ["unlisted-phone"]\nbaseline = "debts.json"\n'
    (project / "pyproject.toml").write_text(settings, "utf-8")
    (project / "debts.json").write_text("{", "utf-8")
    assert lint(project) == 1
    (row,) = [one for one in capsys.readouterr().out.splitlines() if ": error " in one]
    assert row.partition(": error ")[2].startswith("unlisted-phone: “1-800-555-0199”")
    assert row.partition(" error ")[2].partition(":")[0] in NAMES
