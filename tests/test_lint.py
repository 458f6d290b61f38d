"""`helpcenter lint`: what is shown, in which form, and how it ends."""

from __future__ import annotations

import json
import os
import re
import runpy
import sys
import xml.etree.ElementTree as etree
from pathlib import Path
from types import SimpleNamespace

import pytest

from conftest import ROOT
from helpcenter.checking.excerpt import Excerpt, Excerpts
from helpcenter.checking.tongue import told
from helpcenter.cli import main
from helpcenter.finding import Finding, Level
from helpcenter.rules import RULES
from small_site import SITE, write_site

PAGE = "docs/en/payments/refund.md"
BROKEN = SITE[PAGE] + "\n[One](../gone.md), 50%: [two](missing.md).\n"
FOUND = (
    f"{PAGE}:18:7: error missing-link: The link to “../gone.md” leads to no file. Write the path "
    "of an article from this one, with `.md`, or take the link out.\n"
    "    | [One](../gone.md), 50%: [two](missing.md).\n"
)


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path, {PAGE: BROKEN, "docs/zh/payments/index.md": None})


def lint(root: Path, *words: str) -> int:
    return main(["lint", "--root", str(root), "--lang", "en", *words])


def test_a_finding_has_line_column_and_source(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lint(root, "--select", "missing-link", str(root / PAGE)) == 1
    out, err = capsys.readouterr()
    assert out.startswith(FOUND)
    assert err == "5 pages: 2 errors, 0 warnings.\n"


def test_paths_limit_what_is_shown_and_not_what_is_known(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert main(["lint", "docs/zh/payments/refund.md"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["lint", "docs/en/payments", "--select", "missing-original"]) == 1
    assert capsys.readouterr().out.startswith("docs/en/payments/index.md:1:1: error")


def test_a_path_that_is_not_there_is_misuse(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(root, str(root / "docs/en/payments/refnd.md")) == 2
    assert f"Did you mean {root / PAGE}?" in capsys.readouterr().err
    assert lint(root, str(root.parent)) == 2


def test_rules_are_chosen_by_name(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(root, "--ignore", ",".join(rule.name for rule in RULES[1:])) == 0
    assert lint(root, "--select", "missing-lnk") == 2
    assert "There is no rule “missing-lnk”. Did you mean “missing-link”?\n" in (
        capsys.readouterr().err
    )


def test_warnings_are_hidden_on_request_and_fail_on_request(tmp_path: Path) -> None:
    root = write_site(tmp_path, {PAGE: SITE[PAGE].replace("refund?", "refund")})
    assert lint(root) == 0
    assert lint(root, "--strict") == 1
    assert lint(root, "--strict", "--level", "error") == 0


def test_a_project_sets_levels_and_leaves_rules_out(tmp_path: Path) -> None:
    root = write_site(tmp_path, {PAGE: SITE[PAGE].replace("refund?", "refund")})
    settings = root / "pyproject.toml"
    settings.write_text('[tool.helpcenter.rules.missing-question-mark]\nlevel = "error"\n', "utf-8")
    assert lint(root) == 1
    settings.write_text('[tool.helpcenter]\nignore = ["missing-question-mark"]\n', "utf-8")
    assert lint(root, "--strict") == 0
    assert lint(root, "--strict", "--select", "missing-question-mark") == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[tool.helpcenter]\nignroe = []\n", "has no key “ignroe”. Did you mean “ignore”?"),
        ('[tool.helpcenter]\nignore = ["missing-lnk"]\n', "Did you mean “missing-link”?"),
        ("[tool.helpcenter.rules.missing-alt]\nlevle = 1\n", "Did you mean “level”?"),
        ("[tool.helpcenter.rules.missing-alt]\nlevel = 1\n", "“rules.missing-alt.level” is not"),
        ("[tool.helpcenter]\nbaseline = 1\n", "“baseline” is not what it must be: str."),
        ("[tool\n", "pyproject.toml cannot be read:"),
    ],
)
def test_settings_that_nobody_knows_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    root = write_site(tmp_path, {"pyproject.toml": text})
    assert lint(root) == 2
    assert words in capsys.readouterr().err


def test_no_page_at_all_is_misuse(tmp_path: Path) -> None:
    pages = {name: None for name in SITE if name.endswith(".md")}
    assert lint(write_site(tmp_path, pages)) == 2


def test_several_formats_at_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [root / name for name in ("a.sarif", "a.xml", "a.json", "a.txt")]
    words = [
        word
        for name, file in zip(("sarif", "junit", "json", "human"), files, strict=True)
        for word in ("--format", name, "--output", str(file))
    ]
    assert lint(root, *words, "--format", "github", "--select", "missing-link") == 1
    sarif = json.loads(files[0].read_text("utf-8"))["runs"][0]
    place = sarif["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": PAGE, "uriBaseId": "PROJECT"}
    assert place["region"]["startLine"] == 18
    assert sarif["tool"]["driver"]["rules"][sarif["results"][0]["ruleIndex"]]["id"] == (
        "missing-link"
    )
    suites = etree.fromstring(files[1].read_text("utf-8").partition("\n")[2])
    assert suites[0].get("failures") == "2"
    data = json.loads(files[2].read_text("utf-8"))
    assert (data["version"], data["errors"]) == (1, 2)
    assert [(one["column"], one["end_column"]) for one in data["findings"]] == [(7, 17), (31, 41)]
    assert files[3].read_text("utf-8").count("missing-link") == 2
    first, _ = capsys.readouterr().out.splitlines()
    assert first.startswith(f"::error file={PAGE},line=18,col=7,endColumn=16,title=missing-link::")


def test_two_formats_for_one_screen_are_misuse(root: Path) -> None:
    assert lint(root, "--format", "json", "--format", "sarif") == 2
    with pytest.raises(SystemExit):
        lint(root, "--output", "x")
    assert lint(root, "--format", "json", "--output", str(root / "no" / "folder")) == 2


def test_annotations_and_summary_are_escaped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    body = SITE[PAGE] + "\n[a](100%25%0A,b:x|<b>.md)\n"
    root = write_site(tmp_path, {PAGE: body})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(root / "summary.md"))
    assert lint(root, "--select", "missing-link,missing-alt,unsafe-link") == 1
    [line] = capsys.readouterr().out.splitlines()
    assert "“100%2525%250A,b:x|<b>.md”" in line
    summary = (root / "summary.md").read_text("utf-8")
    assert r"100%25%0A,b:x\|&lt;b>.md" in summary


def test_the_order_does_not_depend_on_the_machine(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lint(root, "--format", "json")
    first = json.loads(capsys.readouterr().out)["findings"]
    assert first == sorted(first, key=lambda one: (one["path"], one["line"], one["rule"]))
    lint(root, "--format", "json")
    assert json.loads(capsys.readouterr().out)["findings"] == first


def test_rules_are_listed_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--lang", "en"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(RULES)
    assert main(["rules", "missing-link", "--lang", "zh"]) == 0
    assert capsys.readouterr().out.startswith("# missing-link (错误)\n\n链接或图片指向")
    assert main(["rules", "missing-lnk"]) == 2


def test_lines_end_at_line_feeds_only(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("one\u2028two\x0cthree\r\n“gone”\n".encode())
    found = Finding("missing-link", Level.ERROR, "a.md", 2, {"en": "The link to “gone” …"})
    assert Excerpts(tmp_path).of(found) == Excerpt("“gone”", 2, 6)


@pytest.mark.parametrize("name", ["lint-links", "verify-faq-steps"])
def test_the_scripts_choose_rules_that_exist(
    name: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setitem(
        sys.modules, "environment", SimpleNamespace(run=lambda purpose, words: ran.append(words))
    )
    monkeypatch.setattr(sys, "argv", [name, "--root", str(root)])
    runpy.run_path(str(ROOT / "scripts" / name))
    [[program, *words]] = ran
    assert program == "helpcenter"
    assert main(words) == 1
    assert os.access(ROOT / "scripts" / name, os.X_OK)


def test_every_rule_is_told_in_chinese_too() -> None:
    for rule in RULES:
        fault, rest = told(rule, "zh")
        why, _, examples = rest.partition("\n\n")
        for words in (fault, why):
            assert re.search("[\u4e00-\u9fff]", words), rule.name
            assert words.endswith("。"), rule.name
        assert re.search("错误：.*正确：", examples, re.DOTALL), rule.name
        assert not re.search("Wrong:|Right:", examples), rule.name
        assert told(rule, "en")[0] == rule.doc.partition("\n\n")[0]
    text = (ROOT / "scripts/helpcenter/rules/zh.md").read_text("utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [rule.name for rule in RULES]
