"""YAML with lines, and everything it refuses."""

from __future__ import annotations

import datetime as dt
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from helpcenter.content.marked import MAX_DEPTH, Marked, Problem, _read, read_marked
from helpcenter.content.rows import read_rows

PIECES = (
    *(
        "title",
        "keywords",
        "a",
        "退款",
        "ab c",
        "2026-11-22",
        "2026-02-30",
        "12:30",
        "1",
        "1.5",
        "yes",
    ),
    *(
        "null",
        "~",
        "=",
        "<<",
        "é",
        "²",
        ": ",
        ":",
        "- ",
        "-",
        "?",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        ",",
    ),
    *(
        "#",
        " #",
        '"',
        "'",
        "!",
        "&a",
        "*a",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\\",
        " ",
        "  ",
        "\t",
        "\u3000",
    ),
    *(
        "\xa0",
        "\n",
        "\n\n",
        "\n  ",
        "\ntitle: ",
        "\nkeywords: [",
        "\nrelated: [a, b",
        "]\n",
        "---",
        "...",
    ),
)


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


@settings(max_examples=2_000, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_rows_as_usually_written_mean_what_they_mean_in_yaml(pieces: list[str]) -> None:
    text = "title: " + "".join(pieces)
    if read_rows(text) is not None:
        assert read_marked(text) == _read(text, yaml.SafeLoader)


def test_rows_as_usually_written_are_known() -> None:
    text = "\ntitle: What do I do, now?\nreviewed: 2026-11-22\nkeywords: [a b, 退款]\nrelated: []\n"
    assert read_rows(text) == [
        ("title", "What do I do, now?", 2),
        ("reviewed", dt.date(2026, 11, 22), 3),
        ("keywords", ["a b", "退款"], 4),
        ("related", [], 5),
    ]
    assert read(text).line("keywords", 1) == 4
    assert read(text).shown("reviewed") == "2026-11-22"


@pytest.mark.parametrize(
    "row", ["a: b: c", "a: [b: c]", "a: yes", "a: 1", "a: b #c", "a:\tb", "a:"]
)
def test_rows_that_could_mean_more_are_left_to_yaml(row: str) -> None:
    assert read_rows(f"title: b\n{row}\n") is None
