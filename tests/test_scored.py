"""Hundreds of pages with one case each: every fault found, on its line, and no false alarm."""

from __future__ import annotations

import pytest

from scoring import CASES, FAMILIES, Found, Scored, findings, score, site_of


@pytest.fixture(scope="module", params=FAMILIES)
def judged(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[Scored], Found]:
    """The cases of one family, and what was found."""
    cases = list(CASES[request.param]())
    root = site_of(cases, tmp_path_factory.mktemp("scored"))
    return cases, findings(cases, request.param, root)


Judged = tuple[list[Scored], Found]


def test_there_are_enough_cases() -> None:
    assert len(list(CASES["links"]())) >= 250
    assert len(list(CASES["steps"]())) >= 150


def test_every_fault_is_found(judged: Judged) -> None:
    cases, found = judged
    missed = [
        (case.name, found[case.name])
        for case in cases
        if case.rule and case.rule not in [rule for rule, _ in found[case.name]]
    ]
    assert missed == []


def test_every_line_is_right(judged: Judged) -> None:
    cases, found = judged
    wrong = [
        (case.name, case.line, found[case.name])
        for case in cases
        if case.rule and (case.rule, case.line) not in found[case.name]
    ]
    assert wrong == []


def test_there_is_no_false_alarm(judged: Judged) -> None:
    cases, found = judged
    assert {one.name: found[one.name] for one in cases if not one.rule and found[one.name]} == {}


def test_the_score_is_what_is_promised(judged: Judged) -> None:
    cases, found = judged
    whole = score(cases, found)
    assert whole.f1 >= 0.98
    assert whole.line_share >= 0.98
