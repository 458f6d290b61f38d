"""What a translation has that its original has not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.checking.twins import Drift, drifts


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        ("abc", "abc", []),
        ("abc", "ac", [Drift("missing", 1, 0)]),
        ("abc", "bc", [Drift("missing", 0, None)]),
        ("ac", "abc", [Drift("extra", None, 1)]),
        ("abc", "axc", [Drift("other", 1, 1)]),
        ("ab", "ba", [Drift("moved", 1, 0)]),
        ("aa", "a", [Drift("missing", 1, 0)]),
        ("", "a", [Drift("extra", None, 0)]),
        ("a", "", [Drift("missing", 0, None)]),
    ],
)
def test_every_difference_is_told_once(
    original: str, translation: str, expected: list[Drift]
) -> None:
    assert list(drifts(original, translation)) == expected


def test_a_name_like_another_is_taken_for_it() -> None:
    original = ["open", "what-next", "still-stuck"]
    assert list(drifts(original, ["open", "stuck"])) == [
        Drift("other", 2, 1),
        Drift("missing", 1, 0),
    ]


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_there_is_a_difference_exactly_if_the_two_differ(left: list[str], right: list[str]) -> None:
    found = list(drifts(left, right))
    assert bool(found) == (left != right)
    assert all(one.original is None or one.original < len(left) for one in found)
    assert all(one.translation is None or one.translation < len(right) for one in found)
