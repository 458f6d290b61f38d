"""The expected queries: every one of this repository's leads to its page."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import helpcenter.commands.search as command
from command import run
from helpcenter.content.center import Center, read_center
from helpcenter.content.settings import read_settings
from helpcenter.content.words import read_words
from helpcenter.search.engine import Engine
from helpcenter.search.queries import KINDS, Query, read_queries
from helpcenter.search.results import Result, ask
from small_site import write_site

ROOT = Path(__file__).parent.parent
QUERIES, FAULTS = read_queries(read_settings(ROOT))
SMALL = {"tests/queries/en.yml": "short:\n  refund: payments/refund\n"}


@pytest.fixture(scope="module")
def results(center: Center) -> list[Result]:
    engine = Engine(center, read_words(center.settings)[0])
    return [ask(engine, query) for query in QUERIES]


def test_there_are_at_least_150_for_every_language() -> None:
    assert FAULTS == []
    counts = Counter(query.locale for query in QUERIES)
    assert min(counts["zh"], counts["en"]) >= 150


def test_every_way_of_asking_is_there() -> None:
    assert {query.kind for query in QUERIES if query.locale == "zh"} == set(KINDS)


def test_every_query_leads_to_its_page(results: list[Result]) -> None:
    fallen = [(result.query.text, result.place) for result in results if not result.right]
    assert fallen == []


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_first_result_is_mostly_the_right_one(results: list[Result], locale: str) -> None:
    mine = [result for result in results if result.query.locale == locale]
    assert sum(result.place == 0 for result in mine) / len(mine) >= 0.9


def test_a_list_that_means_nothing_is_a_fault(tmp_path: Path) -> None:
    text = "shrt:\n  a: payments/refund\nshort:\n  b: 3\n  c: [payments/refund]\nlong: x\n"
    write_site(tmp_path, {"tests/queries/en.yml": text})
    queries, faults = read_queries(read_settings(tmp_path))
    assert queries == (Query("c", "en", "short", ("payments/refund",), "tests/queries/en.yml", 5),)
    assert [(fault.detail["why"], fault.line) for fault in faults] == [
        ("kind", 1),
        ("pages", 4),
        ("shape", 6),
    ]


def small(root: Path, changes: dict[str, str]) -> Path:
    scripts = (ROOT / "overrides/assets/scripts").glob("search-*.js")
    copies = {f"overrides/assets/scripts/{one.name}": one.read_text("utf-8") for one in scripts}
    return write_site(root, {**copies, **changes})


def test_the_command_answers_in_every_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, small(tmp_path, {}), "退款") == 0
    said = capsys.readouterr().out
    assert "[zh]\n  1. 怎样退款？  (docs/zh/payments/refund.md," in said
    assert "[en]\n  1. How do I get a refund?  (docs/en/payments/refund.md," in said


def test_the_command_says_when_there_is_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, small(tmp_path, {}), "qqqq", "--in", "en") == 1
    assert capsys.readouterr().out == "[en]\n  Nothing found.\n"


def test_the_command_wants_a_query_or_a_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small(tmp_path, {})
    assert run(command, root) == 2
    assert run(command, root, "refund", "--check") == 2
    assert run(command, root, "refund", "--in", "fr") == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "This site has no language “fr”. Choose one of: zh, en"
    )


def test_the_check_counts_what_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, small(tmp_path, SMALL), "--check") == 0
    said = capsys.readouterr()
    assert "en short              1   1.000   1.000      0" in said.out
    assert said.err == "0 of 1 queries miss their page.\n"


def test_the_check_says_what_fell_out_and_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = {"tests/queries/en.yml": "short:\n  voucher: payments/refund\n"}
    assert run(command, small(tmp_path, changes), "--check") == 1
    said = capsys.readouterr().out
    assert said.startswith(
        "tests/queries/en.yml:2: “voucher” should lead to payments/refund\n"
        "   – payments/refund: says nothing of it\n"
    )


def test_queries_for_pages_of_another_site_are_not_asked(tmp_path: Path) -> None:
    root = small(tmp_path, {"tests/queries/en.yml": "short:\n  x: payments/other\n"})
    assert run(command, root, "--check") == 0
    assert read_center(root).pages
