"""Every rule against the cases in `rules/<name>.md`, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from small_site import write_site

from helpcenter.center import read_center
from helpcenter.check import check
from helpcenter.rules import RULES

CASES = Path(__file__).parent / "rules"
BLOCK = re.compile(r"^(`{3,})(.*)\n([\s\S]*?)^\1$", re.MULTILINE)


@dataclass
class Case:
    rule: str
    title: str
    files: dict[str, str | bytes | None] = field(default_factory=dict)
    expected: dict[str, list[str]] = field(default_factory=dict)


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.md")):
        for part in re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            case = Case(path.stem, part.split("\n")[0])
            for _, info, content in BLOCK.findall(part):
                words = info.split()
                if words[0] == "findings":
                    case.expected[words[-1] if len(words) > 1 else "en"] = content.splitlines()
                elif words[0] == "(removed)":
                    case.files[words[-1]] = None
                elif words[0] == "bytes":
                    raw = content.encode("utf-8").decode("unicode_escape").encode("latin-1")
                    case.files[words[-1]] = raw
                else:
                    case.files[words[-1]] = content
            yield case


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.rule}: {case.title}")
def test_a_case_gives_just_its_findings(case: Case, tmp_path: Path) -> None:
    findings = check(read_center(write_site(tmp_path, case.files))).findings
    for language in ("en", "zh"):
        said = [
            f"{found.path}:{found.line}: {found.text[language]}"
            for found in findings
            if found.rule == case.rule
        ]
        assert said == case.expected.get(language, [])


def test_every_rule_has_a_failing_and_a_passing_case() -> None:
    all_cases = list(cases())
    for rule in RULES:
        mine = [case for case in all_cases if case.rule == rule.name]
        assert any(case.expected for case in mine), rule.name
        assert any(not case.expected for case in mine), rule.name


def test_every_case_file_belongs_to_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.md")} == {rule.name for rule in RULES}


def test_every_rule_says_why_and_shows_wrong_and_right() -> None:
    for rule in RULES:
        first, *rest = rule.doc.split("\n\n")
        assert first.endswith("."), rule.name
        assert any(part.startswith("Wrong:") for part in rest), rule.name
        assert any(part.startswith("Right:") for part in rest), rule.name


def test_the_small_site_is_sound(tmp_path: Path) -> None:
    assert check(read_center(write_site(tmp_path))).findings == ()
