"""Sounds and Traditional script, for the characters that can lead to a page."""

from __future__ import annotations

import pytest

from helpcenter.search.readings import Readings, hear, read_readings, simplified


@pytest.fixture(scope="module")
def readings() -> Readings:
    return read_readings([hear(["重置密码", "重复扣款"]), hear(["账户被锁"])], "银行")


def test_a_character_has_the_sounds_it_has_in_names(readings: Readings) -> None:
    assert set(readings.sounds["重"]) == {"chong", "zhong"}
    assert readings.sounds["密"] == ("mi",)


def test_characters_that_sound_like_one_of_ours_are_known(readings: Readings) -> None:
    assert readings.sounds["秘"] == ("mi",)
    assert readings.sounds["码"] == readings.sounds["马"] == ("ma",)


def test_characters_that_sound_like_none_of_ours_are_left_out(readings: Readings) -> None:
    assert "女" not in readings.sounds


def test_traditional_forms_lead_to_what_is_known(readings: Readings) -> None:
    assert readings.simple["碼"] == "码"
    assert readings.simple["鎖"] == "锁"
    assert simplified()[ord("龍")] == "龙"
    assert "龍" not in readings.simple


def test_terms_that_sound_alike_are_kept_together(readings: Readings) -> None:
    terms = ["密码", "password", "秘马", "账户", "龖龖", "llama"]
    keys = {term: key for key, term in readings.keys(terms)}
    assert keys["密码"] == keys["秘马"] == "hmi'ma"
    assert keys["账户"] == "hzan'hu"
    assert keys["龖龖"] == "h"
    assert keys["password"] == "lpswrd"
    assert keys["llama"] == "lllm"


def test_a_term_is_kept_by_each_of_its_sounds(readings: Readings) -> None:
    assert {key for key, _ in readings.keys(["重码"])} == {"hcon'ma", "hzon'ma"}
    assert list(readings.keys([])) == []


def test_initials_are_the_first_letters_of_the_sounds(readings: Readings) -> None:
    both, more = readings.initials(["重置密码", "密码 龖 密码 重"])
    assert set(both) == {"czmm", "zzmm"}
    assert more == ["mm", "c", "z"]
    assert list(readings.initials(["龖"])) == [[]]
