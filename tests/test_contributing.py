"""What editors are told is what the code does."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from command import run
from conftest import ROOT
from helpcenter.checking import style_guide
from helpcenter.commands import guide as guide_command
from helpcenter.content import meta
from helpcenter.content.marked import Marked, read_marked
from helpcenter.content.meta import read_meta
from helpcenter.editing.schema import FILE, SNIPPETS, schema, schema_text, snippets_text
from helpcenter.rules import RULES
from small_site import write_site

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
HALVES = GUIDE.split("\n## English\n")
GOOD = {
    "title": "Refund?",
    "short": "Refund",
    "description": "Ask.",
    "kind": "faq",
    "severity": "normal",
    "reviewed": "2026-11-22",
}


def test_the_rules_in_the_guide_are_those_of_the_code() -> None:
    assert style_guide.with_rules(GUIDE) == GUIDE, "run `helpcenter guide`"


def test_the_schema_in_the_repository_is_that_of_the_code() -> None:
    assert (ROOT / FILE).read_text("utf-8") == schema_text(), "run `helpcenter guide`"


@pytest.mark.parametrize("half", [0, 1], ids=["zh", "en"])
def test_every_key_of_the_front_matter_is_described(half: int) -> None:
    rows = re.findall(r"^\| (`.*?) \|", HALVES[half], re.MULTILINE)
    keys = [key for row in rows for key in re.findall(r"`([a-z_]+)`", row)]
    assert [key for key in keys if key in meta.KEYS] == list(meta.KEYS)
    for kind in meta.KINDS:
        assert f"`{kind}`" in HALVES[half]


@pytest.mark.parametrize("half", [0, 1], ids=["zh", "en"])
@pytest.mark.parametrize("command", ["new", "rename", "stamp", "status", "import", "lint", "check"])
def test_every_command_for_editors_is_described(half: int, command: str) -> None:
    assert f"helpcenter {command}" in HALVES[half]


def test_the_guide_begins_with_a_sentence_changed_in_the_browser() -> None:
    for half in HALVES:
        heading = re.findall(r"^### (.+)$", half, re.MULTILINE)[0]
        assert heading in ("在浏览器里改一句话", "Change one sentence in the browser")


def test_every_rule_stands_in_the_guide() -> None:
    for rule in RULES:
        assert f"#### `{rule.name}` ({rule.level.value})\n" in GUIDE


def judged(values: dict[str, Any]) -> bool:
    """Whether `meta.py` takes these values."""
    marked = read_marked("\n" + "".join(f"{k}: {json.dumps(v)}\n" for k, v in values.items()))
    assert isinstance(marked, Marked)
    if isinstance(values.get("reviewed"), str):
        marked = read_marked(
            "\n".join(f"{k}: {v if k == 'reviewed' else json.dumps(v)}" for k, v in values.items())
        )
        assert isinstance(marked, Marked)
    return read_meta(marked, "x")[0] is not None


def test_the_schema_knows_every_key_in_order() -> None:
    data = schema()
    assert list(data["properties"]) == list(meta.KEYS)
    assert data["required"] == list(meta.REQUIRED)
    assert all(one["description"] for one in data["properties"].values())


def test_the_schema_has_the_same_limits() -> None:
    properties = schema()["properties"]
    for key, value in properties.items():
        if "maxLength" in value:
            assert judged({**GOOD, key: "x" * value["maxLength"]}), key
            assert not judged({**GOOD, key: "x" * (value["maxLength"] + 1)}), key
            assert not judged({**GOOD, key: "<"}), key
        elif value.get("enum"):
            assert all(judged({**GOOD, key: one}) for one in value["enum"]), key
            assert not judged({**GOOD, key: "x"}), key


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("related", "payments/refund"),
        ("related", "Payments/Refund"),
        ("related", "a/b/c"),
        ("keywords", "two words"),
        ("keywords", "a<b"),
        ("sources", "001:45-55"),
        ("sources", "001"),
        ("contacts", "wallet-line"),
    ],
)
def test_the_schema_takes_the_same_items(key: str, value: str) -> None:
    item = schema()["properties"][key]["items"]
    taken = bool(re.search(item["pattern"], value)) and len(value) <= item["maxLength"]
    assert taken == judged({**GOOD, key: [value]})


@pytest.mark.parametrize("value", ["bbbbb", "bbbbb ccccc~ddddd", "~bbbbb", "abcde", "bbbbb  ccccc"])
def test_the_schema_takes_the_same_stamps(value: str) -> None:
    taken = re.search(schema()["properties"]["translated_from"]["pattern"], value)
    assert bool(taken) == judged({**GOOD, "translated_from": value})


def test_a_guide_that_fell_behind_is_said_and_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = f"# Guide\n\n{style_guide.BEGIN}\nold\n{style_guide.END}\n\nThe end.\n"
    root = write_site(tmp_path, {"CONTRIBUTING.md": marks})
    assert run(guide_command, root, "--check") == 1
    assert capsys.readouterr().err == "These are behind the code. Run `helpcenter guide`.\n"
    assert run(guide_command, root) == 0
    assert run(guide_command, root, "--check") == 0
    text = (root / "CONTRIBUTING.md").read_text("utf-8")
    assert text.startswith("# Guide\n\n<!--")
    assert text.endswith("-->\n\nThe end.\n")


def test_a_guide_without_a_place_for_rules_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, {"CONTRIBUTING.md": "# Guide\n"})
    assert run(guide_command, root, language="zh") == 2
    assert capsys.readouterr().err == (
        "CONTRIBUTING.md 里没有放规则的标记：<!-- rules: written by `helpcenter guide` --> 和 "
        "<!-- end of rules -->\n"
    )


def test_the_snippets_in_the_repository_are_those_of_the_code() -> None:
    assert (ROOT / SNIPPETS).read_text("utf-8") == snippets_text(), "run `helpcenter guide`"


def test_a_filled_snippet_is_a_sound_beginning() -> None:
    snippets = json.loads(snippets_text())
    assert set(meta.KEYS) - set(snippets) == {"translated_from"}
    body = "\n".join(next(iter(snippets.values()))["body"]).partition("$0")[0]
    for old, new in {"CURRENT_YEAR": "2026", "CURRENT_MONTH": "11", "CURRENT_DATE": "22"}.items():
        body = body.replace(f"${old}", new)
    filled = re.sub(r"\$\{\d\|([a-z]+),[^}]*\}", r"\1", body)
    filled = re.sub(r"\$\d(?=])", "payments/refund", filled)
    filled = re.sub(r"\$\d", "Refund?", filled)
    marked = read_marked("\n" + filled.removeprefix("---\n").partition("---")[0])
    assert isinstance(marked, Marked)
    assert read_meta(marked, "x")[1] == []


def test_hooks_and_tasks_are_plain_data() -> None:
    for name in (".pre-commit-config.yaml", ".pre-commit-hooks.yaml"):
        assert isinstance(read_marked((ROOT / name).read_text("utf-8")), Marked)
    for path in (ROOT / ".vscode").glob("*.json"):
        json.loads(path.read_text("utf-8"))


def test_editors_read_what_lint_and_check_print() -> None:
    line = "docs/zh/payments/refund.md:12:3: error missing-steps: “怎样退款？”没有编号的步骤。"
    for task in json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]:
        pattern = task["problemMatcher"]["pattern"]
        match = re.search(pattern["regexp"], line)
        assert match is not None
        names = ("file", "line", "column", "severity", "code")
        assert match.group(*(pattern[name] for name in names)) == (
            "docs/zh/payments/refund.md",
            "12",
            "3",
            "error",
            "missing-steps",
        )


def test_scripts_of_the_workflows_can_be_run() -> None:
    for name in ("serve", "test", "check", "pictures"):
        listed = subprocess.run(
            ["git", "ls-files", "--stage", f"scripts/{name}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        assert listed == "" or listed.startswith("100755"), name
        assert (ROOT / "scripts" / name).stat().st_mode & 0o111
