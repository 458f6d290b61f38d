"""YAML with lines, and everything it refuses."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.content.marked import MAX_DEPTH, Marked, Problem, read_marked


def read(text: str) -> Marked:
    marked = read_marked(text)
    assert isinstance(marked, Marked), marked
    return marked


def test_every_value_has_its_line() -> None:
    marked = read("title: a\nrelated:\n  - b\n  - c\nnested:\n  deep:\n    - [d,\n       e]\n")
    assert marked.data == {"title": "a", "related": ["b", "c"], "nested": {"deep": [["d", "e"]]}}
    assert marked.line("title") == 1
    assert marked.line("related") == 2
    assert marked.line("related", 1) == 4
    assert marked.line("nested", "deep", 0, 1) == 8


def test_a_value_that_is_not_there_has_the_line_around_it() -> None:
    marked = read("a: 1\nb:\n  c: 2\n")
    assert marked.line("b", "nothing", 3) == 2
    assert marked.line("nothing") == 1


def test_plain_values_keep_their_types() -> None:
    marked = read("a: 1\nb: yes\nc: 2026-11-22\nd: 1.5\ne:\nf: '1'\n")
    expected = {"a": 1, "b": True, "c": dt.date(2026, 11, 22), "d": 1.5, "e": None, "f": "1"}
    assert marked.data == expected


@pytest.mark.parametrize("text", ["2026-13-45", "2026-02-30", "=", "1e999"])
def test_what_only_looks_like_a_date_or_a_number_is_text(text: str) -> None:
    assert read(f"a: {text}").data == {"a": text}


def test_nothing_is_nothing() -> None:
    assert read("").data is None
    assert read("# a remark\n").data is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: c: d\n", Problem("syntax", "mapping values are not allowed here", 2)),
        ("a: !ENV SECRET\n", Problem("tag", "!ENV", 1)),
        ("a:\n  - !!python/name:os.system x\n", Problem("tag", "!!python/name:os.system", 2)),
        ("a: !!int x\n", Problem("tag", "!!int", 1)),
        ("a: &x 1\nb: *x\n", Problem("alias", "*x", 2)),
        ("a: 1\nb: 2\na: 3\n", Problem("repeated-key", "a", 3)),
        ("a: 1\n? [b]\n: 2\n", Problem("key", "", 2)),
        ("a: 1\nb: \x07\n", Problem("syntax", "special characters are not allowed", 2)),
        ("a: 1\n---\nb: 2\n", Problem("syntax", "but found another document", 2)),
    ],
)
def test_what_is_not_plain_is_a_problem_with_its_line(text: str, problem: Problem) -> None:
    assert read_marked(text) == problem


def test_an_open_bracket_is_reported_where_it_opens() -> None:
    problem = read_marked("a: 1\nb: [c\nd: 2\ne: 3\n")
    assert isinstance(problem, Problem)
    assert problem.line == 2


def test_an_open_quotation_mark_is_reported_where_it_opens() -> None:
    problem = read_marked("a: 1\nb: 'c\nd: 2\ne: 3\n")
    assert isinstance(problem, Problem)
    assert problem.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "{" * 50_000,
        "a: {" * 20_000,
        "- " * 20_000,
        "\n".join(" " * depth + "a:" for depth in range(500)),
        "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
    ],
)
def test_brackets_without_end_are_a_problem_in_no_time(text: str) -> None:
    start = time.process_time()
    assert isinstance(read_marked(text), Problem)
    assert time.process_time() - start < 30


def test_a_bomb_is_not_lit() -> None:
    rows = ["a0: &a0 [x, x]"]
    rows += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    assert read_marked("\n".join(rows)) == Problem("alias", "*a0", 2)


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    read_marked(text)


@given(st.text(alphabet="ab:-[]{}&*!?|>'\"%@`#, \n\t", max_size=60))
def test_no_signs_of_yaml_make_it_raise(text: str) -> None:
    result = read_marked(text)
    if isinstance(result, Problem):
        assert 1 <= result.line <= text.count("\n") + 2
