"""Every rule against the cases in `rules/<name>.md`, word for word."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cases import Case, read_cases
from helpcenter.checking.check import check
from helpcenter.contacts.reading import parse_contacts
from helpcenter.foreign.door import read_project
from helpcenter.rules import RULES
from small_site import write_site

FOLDER = Path(__file__).parent / "rules"
TODAY = dt.date(2026, 11, 22)
"""Long enough after the contacts of the small site were verified, and before they expire."""
CASES = list(read_cases(FOLDER))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.title}")
def test_a_case_gives_just_its_findings(case: Case, tmp_path: Path) -> None:
    center = read_project(case.write(tmp_path), TODAY)
    before = case.before("overrides/contacts.yml")
    if before is not None:
        old, _ = parse_contacts(before, center.contacts.file, ("zh", "en"))
        center = center.compared_with(old)
    findings = check(center).findings
    for language in ("en", "zh"):
        said = [
            f"{found.path}:{found.line}: {found.text[language]}"
            for found in findings
            if found.rule == case.rule
        ]
        assert said == case.expected.get(language, [])


def test_every_rule_has_a_failing_and_a_passing_case() -> None:
    for rule in RULES:
        mine = [case for case in CASES if case.rule == rule.name]
        assert any(case.expected for case in mine), rule.name
        assert any(not case.expected for case in mine), rule.name


def test_every_case_file_belongs_to_a_rule() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == {rule.name for rule in RULES}


def test_every_case_says_its_findings_in_both_languages() -> None:
    for case in CASES:
        counts = {language: len(lines) for language, lines in case.expected.items()}
        assert set(counts) in (set(), {"en", "zh"}), (case.rule, case.title)
        assert len(set(counts.values())) <= 1, (case.rule, case.title)


def test_every_rule_says_why_and_shows_wrong_and_right() -> None:
    for rule in RULES:
        first, *rest = rule.doc.split("\n\n")
        assert first.endswith("."), rule.name
        assert any(part.startswith("Wrong:") for part in rest), rule.name
        assert any(part.startswith("Right:") for part in rest), rule.name


def test_the_small_site_is_sound(tmp_path: Path) -> None:
    assert check(read_project(write_site(tmp_path), TODAY)).findings == ()
