"""The workflows ask for no more than they need and run nothing they do not know."""

from __future__ import annotations

import argparse
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT
from helpcenter.checking.parts import PARTS
from helpcenter.cli import _parser

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (FOLDER / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")


def read(path: Path) -> dict[str, Any]:
    data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def jobs(path: Path) -> dict[str, Any]:
    found = read(path)["jobs"]
    assert isinstance(found, dict)
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(path).values() for step in job["steps"]]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def workflow(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(workflow: Path) -> None:
    text = workflow.read_text("utf-8")
    for step in steps(workflow):
        if "uses" in step:
            assert PINNED.fullmatch(step["uses"]), step["uses"]
            assert re.search(rf"{re.escape(step['uses'])} # v\d+\.\d+\.\d+\n", text)


def test_one_action_has_one_commit() -> None:
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert len(used) == len({one.partition("@")[0] for one in used})


def test_nothing_is_allowed_that_a_job_does_not_ask_for(workflow: Path) -> None:
    assert read(workflow)["permissions"] in ("", {})
    for name, job in jobs(workflow).items():
        assert int(job["timeout-minutes"]) <= 30, name
        assert "write-all" not in str(job["permissions"])
        writes = {key for key, value in job["permissions"].items() if value == "write"}
        allowed = {"publish": {"pages", "id-token"}, "issue": {"issues"}}
        assert writes <= allowed.get(name, set()), name


def test_a_job_that_may_write_runs_nothing_of_a_pull_request(workflow: Path) -> None:
    on = read(workflow)["on"]
    assert "pull_request_target" not in on
    if "pull_request" in on:
        for job in jobs(workflow).values():
            assert "write" not in job["permissions"].values()


def test_no_secret_is_used(workflow: Path) -> None:
    assert "secrets." not in workflow.read_text("utf-8")


def test_what_a_stranger_can_write_never_reaches_a_shell(workflow: Path) -> None:
    for step in steps(workflow):
        assert "${{" not in step.get("run", "")


def test_a_checkout_leaves_no_credentials_behind(workflow: Path) -> None:
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_every_command_of_the_workflows_exists(workflow: Path) -> None:
    for step in steps(workflow):
        for words in commands(step.get("run", "")):
            accepted(words)
        for script in re.findall(r"(?<!\S)\./?(scripts/[\w-]+|\.?ci/run)", step.get("run", "")):
            assert (ROOT / script.replace("ci/", ".ci/")).is_file(), script


def commands(text: str) -> list[list[str]]:
    """The words after `helpcenter` in every line of a script that runs it."""
    text = re.sub(r"\$\{\w+:\+([^}]*)\}", r"\1", text.replace("\\\n", " "))
    found = []
    for line in text.splitlines():
        if match := re.search(r"(?<![\w/.#-])helpcenter (?=[a-z-])(.*)", line):
            found.append(shlex.split(re.split(r"\s*(?:\d?>|\||&&|;|\))", match[1])[0]))
    return found


def accepted(words: list[str]) -> argparse.Namespace:
    """What the command line makes of `words`; fails if it does not know them."""
    try:
        return _parser(words).parse_args(words)
    except SystemExit:
        pytest.fail(f"helpcenter {shlex.join(words)}")


def test_commands_are_found_in_scripts() -> None:
    assert commands('helpcenter check ${BASE:+--base "$BASE"}') == [["check", "--base", "$BASE"]]
    assert commands("helpcenter links 2>&1 || true\n") == [["links"]]
    assert commands('  helpcenter summary --base "$B" >> "$OUT"') == [["summary", "--base", "$B"]]
    assert commands("echo helpcenter; ./scripts/check guide") == []
    with pytest.raises(pytest.fail.Exception):
        accepted(["lint", "--pretty"])


def test_hooks_tasks_workflow_and_test_script_run_the_same_checks() -> None:
    config = read(ROOT / ".pre-commit-config.yaml")
    assert config["default_install_hook_types"] == ["pre-commit", "pre-push"]
    hooks = {one["id"]: one for one in config["repos"][0]["hooks"]}
    script, *parts = hooks["check-commit"]["entry"].split()
    assert (script, hooks["check-commit"]["stages"]) == ("./scripts/check", ["pre-commit"])
    assert set(parts) < set(PARTS)
    assert hooks["check-push"]["entry"] == "./scripts/check"
    assert hooks["check-push"]["stages"] == ["pre-push"]
    assert '"helpcenter", "check", *sys.argv' in (ROOT / "scripts/check").read_text("utf-8")
    assert '["helpcenter", "check"]' in (ROOT / "scripts/test").read_text("utf-8")
    [articles] = (
        job for name, job in jobs(FOLDER / "workflows/check.yml").items() if name == "articles"
    )
    run = [words for step in articles["steps"] for words in commands(step.get("run", ""))]
    checks = [accepted(words) for words in run if words[0] == "check"]
    assert [one.parts for one in checks] == [[]]
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")):
        program, *words = hook["entry"].split()
        assert program == "helpcenter"
        accepted(words)
    for task in json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]:
        accepted(task["args"])
        assert task["label"].startswith(f"helpcenter {task['args'][0]} ")


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "README.md", "scripts/deploy/README.md"])
def test_every_command_that_a_guide_shows_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    blocks = "\n".join(re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S))
    for words in commands(re.sub(r"(?m)\s+#.*$", "", blocks).replace(".venv/bin/", "")):
        accepted(words)
    spans = re.findall(r"`helpcenter ([a-z]+)([^`]*)`", text)
    assert spans
    for command, rest in spans:
        known = options(command)
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, (command, rest)


def options(command: str) -> set[str]:
    """Every option of a command; fails if there is no such command."""
    [action] = (one for one in _parser([command])._actions if isinstance(one.choices, dict))
    assert action.choices is not None
    assert command in action.choices, command
    return set(action.choices[command]._option_string_actions)


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_every_form_is_in_both_languages(form: Path) -> None:
    data = read(form)
    texts = [data["name"], data["description"]]
    for field in data["body"]:
        texts.append(field["attributes"].get("label") or field["attributes"]["value"])
    for text in texts:
        assert re.search("[\u4e00-\u9fff]", text), text
        assert re.search("[A-Za-z]{3}", text), text


def test_there_is_a_form_for_each_kind_of_report() -> None:
    assert {path.stem for path in FORMS} == {
        "wrong-article",
        "missing-question",
        "translation",
        "contact-changed",
    }


def owners(name: str) -> list[str]:
    """Who has to review a change of the file `name`: the last line that fits decides."""
    found: list[str] = []
    for line in (FOLDER / "CODEOWNERS").read_text("utf-8").splitlines():
        pattern, *people = line.split()
        if pattern.startswith("#"):
            continue
        sign = re.escape(pattern.lstrip("/")).replace(r"\*\*/", "(.*/)?").replace(r"\*", "[^/]*")
        if pattern == "*" or re.fullmatch(sign + (".*" if sign.endswith("/") else ""), name):
            found = people
    return found


@pytest.mark.parametrize(
    "name",
    [
        *("overrides/contacts.yml", "overrides/published.yml", "overrides/words/zh.yml"),
        *("overrides/main.html", "overrides/partials/footer.html", "overrides/single/single.js"),
        *("overrides/assets/scripts/menu.js", "overrides/worker/sw.js", "mkdocs.yml"),
        *("scripts/helpcenter/contacts/phones.py", "scripts/helpcenter/site/policy.py"),
        *("scripts/helpcenter/rules/unlisted_phone.py", "scripts/environment.py", ".ci/run"),
        *("pyproject.toml", "requirements.lock", "tests/contacts/harmless.yml", ".gitignore"),
        *(".github/CODEOWNERS", ".github/workflows/publish.yml", "docs/zh/images/code.png"),
        *(".cache/helpcenter/store.sqlite", "docs/en/payments/images/a.svg"),
    ],
)
def test_what_guards_readers_needs_a_maintainers_review(name: str) -> None:
    assert owners(name) == ["@example/maintainers"]


@pytest.mark.parametrize(
    "name", ["docs/zh/index.md", "docs/en/payments/refund.md", "overrides/search/synonyms/zh.yml"]
)
def test_words_of_articles_need_no_maintainer(name: str) -> None:
    assert owners(name) == []


@pytest.mark.parametrize("name", ["check", "publish"])
def test_the_built_site_is_judged_before_it_is_published(name: str) -> None:
    runs = [step.get("run", "") for step in steps(FOLDER / "workflows" / f"{name}.yml")]
    builds = [place for place, run in enumerate(runs) if run.startswith("helpcenter build")]
    judged = [place for place, run in enumerate(runs) if "helpcenter lint --site" in run]
    assert builds
    assert judged
    assert builds[0] < judged[0]


def test_contacts_that_expire_soon_are_told_every_week() -> None:
    runs = [step.get("run", "") for step in steps(FOLDER / "workflows" / "weekly.yml")]
    assert any("helpcenter contacts --due 30" in run for run in runs)
