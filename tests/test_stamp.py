"""What a stamp says, and how judging a change rewrites it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from helpcenter.content.meta import STAMP
from helpcenter.translation.parts import LETTERS, mark
from helpcenter.translation.stamp import Significance, declared, read_stamp

A, B, C, D, NEW = "bbbbb", "ccccc", "ddddd", "fffff", "zzzzz"
MARKS = st.lists(st.text(LETTERS, min_size=5, max_size=5), min_size=1, max_size=8, unique=True)


def test_a_mark_is_five_letters_that_are_no_word_and_no_number() -> None:
    assert mark("先问商户。") == "ltwcp" or len(mark("先问商户。")) == 5
    assert set(mark("Ask the merchant first.")) <= set(LETTERS)


def test_a_reflowed_text_keeps_its_mark() -> None:
    assert mark("先问\n商户。") == mark("先问商户。") == mark(" 先问 商户。\n")
    assert mark("Ask the\nmerchant") == mark("Ask  the merchant")
    assert mark("e\u0301") == mark("\u00e9")


def test_another_sign_is_another_mark() -> None:
    assert mark("先问商户。") != mark("先问商户！")
    assert mark("Do it.") != mark("Do it")


def test_a_mended_typo_is_written_as_if_it_had_been_there_always() -> None:
    assert declared([A, B, C], [A, NEW, C], Significance.TYPO) == (A, NEW, C)


def test_a_small_change_keeps_what_was_compared() -> None:
    assert declared([A, B, C], [A, NEW, C], Significance.MINOR) == (A, f"{B}~{NEW}", C)


def test_a_great_change_keeps_what_was_compared() -> None:
    assert declared([A, B, C], [A, NEW, C], Significance.MAJOR) == (A, f"{B}!{NEW}", C)


def test_a_new_part_has_nothing_it_was_compared_with() -> None:
    assert declared([A, C], [A, NEW, C], Significance.MINOR) == (A, f"~{NEW}", C)
    assert declared([A, C], [A, NEW, C], Significance.TYPO) == (A, NEW, C)


def test_a_removed_part_is_remembered_until_the_translation_is_compared() -> None:
    assert declared([A, B, C], [A, C], Significance.MAJOR) == (A, C, f"{B}!")
    assert declared([A, B, C], [A, C], Significance.TYPO) == (A, C)


def test_a_small_change_after_a_great_one_leaves_it_great() -> None:
    assert declared([f"{A}!{B}"], [C], Significance.MINOR) == (f"{A}!{C}",)
    assert declared([f"{A}!{B}"], [C], Significance.TYPO) == (f"{A}!{C}",)


def test_a_typo_hides_no_older_change() -> None:
    before = [A, D, C]  # the second part had changed already when the typo was mended
    stamp = declared([A, B, C], [A, D, NEW], Significance.TYPO, before)
    assert stamp == (A, B, NEW)
    assert declared([A, D, C], [A, D, NEW], Significance.TYPO, before) == (A, D, NEW)


def test_an_older_change_elsewhere_stays_open_when_a_typo_is_judged() -> None:
    before = [NEW, B, C, D]
    stamp = declared([A, B, C, D], [NEW, B, C, "ggggg"], Significance.TYPO, before)
    assert stamp == (A, B, C, "ggggg")


def test_a_judgement_can_be_corrected() -> None:
    assert declared([f"{A}~{B}", C], [B, C], Significance.MAJOR) == (f"{A}!{B}", C)
    assert declared([f"{A}!{B}", C], [B, C], Significance.TYPO) == (B, C)


@given(MARKS, MARKS, st.sampled_from(Significance), st.none() | MARKS)
def test_every_judgement_is_a_stamp_that_can_be_read(
    stamp: list[str], now: list[str], significance: Significance, before: list[str] | None
) -> None:
    result = declared(stamp, now, significance, before)
    assert STAMP.fullmatch(" ".join(result))
    if before is None:
        here, _ = read_stamp(result)
        assert [token.new for token in here] == now


@given(MARKS, MARKS, MARKS, st.sampled_from(Significance), st.sampled_from(Significance))
def test_judging_twice_still_follows_the_source(
    stamp: list[str], then: list[str], now: list[str], one: Significance, two: Significance
) -> None:
    result = declared(declared(stamp, then, one), now, two)
    here, _ = read_stamp(result)
    assert [token.new for token in here] == now
