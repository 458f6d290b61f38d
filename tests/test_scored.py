"""Hundreds of pages with one case each: every fault found, on its line, and no false alarm.

The pages are every piece of `scored/pieces.txt` at every place of `scored/places.txt`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from helpcenter.checking.check import check
from helpcenter.checking.wishes import Wishes
from helpcenter.content.center import read_center
from small_site import article, write_site

FOLDER = Path(__file__).parent / "scored"
JUDGED = """
    missing-link missing-anchor cross-language-link absolute-link unsafe-link http-link empty-link
    missing-alt malformed-link undefined-reference unused-reference duplicate-reference
    untidy-address vague-link raw-html repeated-word full-width-sign duplicate-id
"""
RULES = frozenset(JUDGED.split())


@dataclass(frozen=True)
class Scored:
    """One page."""

    name: str
    rule: str
    """Empty if the page is sound."""
    line: int
    text: str


def read_cases() -> list[Scored]:
    """Every piece at every place that can hold it."""
    pieces = (FOLDER / "pieces.txt").read_text("utf-8").split("\n\n", 1)[1].splitlines()
    _, *places = (FOLDER / "places.txt").read_text("utf-8").split("\n= ")
    cases = []
    for number, row in enumerate(pieces):
        rule, piece = row.split(" ", 1)
        for place, text in enumerate(places):
            title, _, body = text.partition("\n")
            if piece.startswith("`") and "code" in title:
                continue
            whole = article(title, body.strip("\n").replace("%", piece) + "\n", kind="concept")
            last = whole[: whole.rindex(piece)].count("\n") + 1
            name = f"{rule}-{number}-{place}"
            cases.append(Scored(name, "" if rule == "ok" else rule, last, whole))
    return cases


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, int]]]:
    """Rule and line of what is found, by page."""
    target = article("Target", "Words.\n\n## Part {#part}\n\nWords.\n", kind="concept")
    files: dict[str, str | bytes | None] = {
        f"docs/en/cases/{case.name}.md": case.text for case in read_cases()
    }
    files |= {f"docs/{locale}/cases/target.md": target for locale in ("zh", "en")}
    files |= {"docs/en/cases/picture.png": b"", "docs/zh/cases/picture.png": b""}
    center = read_center(write_site(tmp_path_factory.mktemp("scored"), files))
    by_page: dict[str, list[tuple[str, int]]] = {case.name: [] for case in read_cases()}
    for one in check(center, Wishes(select=RULES)).findings:
        name = one.path.rpartition("/")[2].removesuffix(".md")
        if name in by_page:
            by_page[name].append((one.rule, one.line))
    return by_page


def test_there_are_enough_pages() -> None:
    assert len(read_cases()) >= 250


def test_every_fault_is_found(found: dict[str, list[tuple[str, int]]]) -> None:
    missed = [
        case.name
        for case in read_cases()
        if case.rule and case.rule not in [rule for rule, _ in found[case.name]]
    ]
    assert missed == []


def test_every_line_is_right(found: dict[str, list[tuple[str, int]]]) -> None:
    wrong = [
        (case.name, case.line, found[case.name])
        for case in read_cases()
        if case.rule and (case.rule, case.line) not in found[case.name]
    ]
    assert wrong == []


def test_there_is_no_false_alarm(found: dict[str, list[tuple[str, int]]]) -> None:
    alarms = {case.name: found[case.name] for case in read_cases() if not case.rule}
    assert {name: said for name, said in alarms.items() if said} == {}
