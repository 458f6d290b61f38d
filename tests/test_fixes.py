"""Repairs: safe, complete in one run, and nothing else is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpcenter.cli import main
from repository import commit
from small_site import SITE, write_site

EN, ZH = "docs/en/payments/refund.md", "docs/zh/payments/refund.md"


def lint(root: Path, *words: str) -> int:
    return main(["lint", "--root", str(root), "--lang", "en", *words])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    slips = "\n打开App，等24小时...[付款](../../en/payments/index.md)和[付款](index.md）。\n"
    return write_site(
        tmp_path,
        {
            ZH: (SITE[ZH] + slips).replace("\n", "\r\n"),
            EN: f"\ufeff{SITE[EN]}\nOpen the App，wait 24 hours. [P](index.md)",
        },
    )


def test_everything_safe_is_mended_at_once(root: Path) -> None:
    lint(root, "--fix", "--ignore", "untidy-file")
    text = (root / ZH).read_bytes().decode()
    assert "打开 App，等 24 小时……[付款](index.md)和[付款](index.md)。\r\n" in text
    assert text.count("\n") == text.count("\r\n")
    assert "Open the App, wait 24 hours." in (root / EN).read_text("utf-8")
    assert (root / EN).read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_second_run_has_nothing_to_do(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lint(root, "--fix")
    after = {path: path.read_bytes() for path in root.rglob("*.md")}
    assert not any(data.startswith(b"\xef") or b"\r" in data for data in after.values())
    lint(root, "--fix")
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == after
    assert "0 files mended." in capsys.readouterr().err


def test_a_diff_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    assert lint(root, "--diff", str(root / ZH)) == 1
    out = capsys.readouterr().out
    assert f"--- a/{ZH}\n+++ b/{ZH}\n" in out
    assert EN not in out
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == before


LINKS = """
[a](/payments/refund/#steps) [b](/en/payments/) [c](https://help.example.org/en/payments/refund/)
[d](Refund.md#steps) [e](../PAYMENTS/index.md) ![f](Receipt.PNG)
[g](http://help.heronwallet.example/a) [h](http://elsewhere.example/a)
[i](/payments/refunds/) [j](/nothing/) [k](refunds.md)
"""


def test_links_of_the_own_site_letters_and_encryption_are_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, {EN: SITE[EN] + LINKS, "docs/en/payments/receipt.png": b""})
    lint(root, "--diff")
    shown = [row[1:] for row in capsys.readouterr().out.splitlines() if row.startswith("+[")]
    lint(root, "--fix")
    text = (root / EN).read_text("utf-8")
    assert text.endswith(
        """
[a](refund.md#steps) [b](index.md) [c](refund.md)
[d](refund.md#steps) [e](index.md) ![f](receipt.png)
[g](https://help.heronwallet.example/a) [h](http://elsewhere.example/a)
[i](/payments/refunds/) [j](/nothing/) [k](refunds.md)
"""
    )
    assert shown == text.splitlines()[-4:-1]


def test_what_stands_twice_on_a_line_is_left_alone(tmp_path: Path) -> None:
    root = write_site(tmp_path, {ZH: SITE[ZH] + "\n打开App，打开App。\n"})
    lint(root, "--fix")
    assert "打开App，打开App。" in (root / ZH).read_text("utf-8")


def test_code_is_left_alone(tmp_path: Path) -> None:
    text = SITE[ZH] + "\n输入`打开App`，或者：\n\n    打开App，等24小时\n"
    root = write_site(tmp_path, {ZH: text})
    assert lint(root, "--diff") == 0


def test_a_sound_site_stays_as_it_is(tmp_path: Path) -> None:
    assert lint(write_site(tmp_path), "--diff") == 0


def test_old_debts_are_known_and_new_ones_are_not(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    debts = root / "debts.json"
    assert lint(root, "--write-baseline") == 2
    assert lint(root, "--baseline", str(debts), "--write-baseline") == 0
    first = debts.read_bytes()
    (root / "pyproject.toml").write_text('[tool.helpcenter]\nbaseline = "debts.json"\n', "utf-8")
    assert lint(root, "--strict") == 0
    page = root / EN
    page.write_text(page.read_text("utf-8").replace("Ask first.", "Ask first.\n\n[x](y.md)"))
    assert lint(root) == 1
    assert "y.md" in capsys.readouterr().out
    write_site(root)
    assert lint(root, "--strict") == 0
    assert "old debts are paid" in capsys.readouterr().err
    assert json.loads(first)["version"] == 1
    debts.write_text("[]", "utf-8")
    assert lint(root) == 2


def test_only_what_changed_is_shown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root)
    assert lint(root, "--changed", "HEAD") == 0
    (root / EN).write_text(SITE[EN] + "\n[x](y.md)\n", "utf-8")
    new = root / "docs/en/payments/new.md"
    new.write_text("no front matter\n", "utf-8")
    assert lint(root, "--changed", "HEAD") == 1
    out = capsys.readouterr().out
    assert EN in out
    assert "docs/en/payments/new.md:1:1: error missing-front-matter" in out
    assert f"\n{ZH}:" not in out
    assert lint(root, "--changed", "no-such-revision") == 2
    assert lint(root, "--changed=--output=x") == 2


def test_signs_that_nobody_sees_are_taken_out(tmp_path: Path) -> None:
    text = SITE["docs/zh/payments/refund.md"]
    pasted = text.replace("打开交易记录。", "\u202e打开\u2028交易\u202e记录。")
    root = write_site(tmp_path, {"docs/zh/payments/refund.md": pasted})
    lint(root, "--fix")
    assert (root / "docs/zh/payments/refund.md").read_text("utf-8") == text


ABOVE = "site_name: x\nmarkdown_extensions:\n  - pymdownx.snippets: {base_path: [../pieces]}\n"
BEFORE = {
    "base.yml": ABOVE,
    "pieces/one.md": "See 【a】(a.md).\n",
    "project/mkdocs.yml": "INHERIT: ../base.yml\n",
    "project/docs/a.md": '\ufeffTitle: x\r\n\r\n# A\r\n\r\n--8<-- "one.md"\r\n\r\n'
    "[b](sub\\b.md) `【b】(a.md)` 打开App，等24小时...\r\n\r\n* [b]（sub/b.md）",
    "project/docs/sub/b.md": "(a)[../a.md], (a)[../gone.md], [c] (../a.md)\r[d](..\\a.md）\n",
    "project/docs/sub/c.md": "【gone】(gone.md)\n",
    "outside.md": "【a】(a.md)\n",
}
AFTER = {
    **BEFORE,
    "project/docs/a.md": '\ufeffTitle: x\r\n\r\n# A\r\n\r\n--8<-- "one.md"\r\n\r\n'
    "[b](sub/b.md) `【b】(a.md)` 打开App，等24小时...\r\n\r\n* [b](sub/b.md)",
}


def test_in_a_project_of_somebody_else_only_what_holds_for_all_is_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in BEFORE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    root = tmp_path / "project"
    (root / "docs/link.md").symlink_to("../../outside.md")
    assert lint(root, "--diff") == 1
    assert capsys.readouterr().out.count("+++") == 1
    lint(root, "--fix")
    lint(root, "--fix")
    assert {name: (tmp_path / name).read_bytes().decode() for name in BEFORE} == AFTER
    assert (root / "docs/link.md").is_symlink()
