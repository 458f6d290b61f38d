"""The interface's words."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from helpcenter.content.settings import read_settings
from helpcenter.content.words import Words, read_words
from helpcenter.finding import Fault
from small_site import write_site

ZH = 'lang: zh-Hans\ndir: ltr\ndate: "{year} 年 {month} 月 {day} 日"\n'
EN = 'lang: en\ndir: ltr\ndate: "{month_name} {day}, {year}"\n'
MONTHS = "months: Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec\n"


def read(root: Path, zh: str | None, en: str | None) -> tuple[dict[str, Words], list[Fault]]:
    files = {"overrides/words/zh.yml": zh, "overrides/words/en.yml": en}
    return read_words(read_settings(write_site(root, files)))


def names(faults: list[Fault]) -> list[tuple[str, str, int, str]]:
    return [(one.name, one.path[-6:], one.line, one.detail.get("key", "")) for one in faults]


def test_each_language_has_its_own_words(tmp_path: Path) -> None:
    words, faults = read(tmp_path, ZH + "search: 搜索\n", EN + "search: Search\n")
    assert faults == []
    assert words["zh"].search == "搜索"
    assert words["en"].search == "Search"


def test_a_date_is_written_as_the_language_does(tmp_path: Path) -> None:
    months = MONTHS.replace("Jan", "一月")
    words, faults = read(tmp_path, ZH + months, EN + MONTHS)
    assert faults == []
    assert words["zh"].date(dt.date(2026, 11, 2)) == "2026 年 11 月 2 日"
    assert words["en"].date(dt.date(2026, 11, 2)) == "Nov 2, 2026"


def test_a_missing_word_is_told_and_lent_by_the_default_language(tmp_path: Path) -> None:
    words, faults = read(tmp_path, ZH + "search: 搜索\n", EN)
    assert names(faults) == [("missing-words", "en.yml", 1, "search")]
    assert words["en"].search == "搜索"


def test_a_missing_file_is_told_once(tmp_path: Path) -> None:
    words, faults = read(tmp_path, ZH, None)
    assert names(faults) == [("missing-words", "en.yml", 1, "")]
    assert words["en"].lang == "zh-Hans"


def test_what_no_language_says_is_needed_all_the_same(tmp_path: Path) -> None:
    _, faults = read(tmp_path, "search: 搜索\n", "search: Search\n")
    keys = [fault.detail["key"] for fault in faults]
    assert keys == ["date", "dir", "lang"] * 2


def test_a_wrong_word_is_told_with_its_line_and_not_missed_as_well(tmp_path: Path) -> None:
    _, faults = read(tmp_path, ZH + "yes: 是\n", EN + "yes: yes\n")
    assert names(faults) == [("wrong-words", "en.yml", 4, "yes")]


def test_a_date_with_an_impossible_gap_does_not_reach_a_template(tmp_path: Path) -> None:
    words, faults = read(tmp_path, ZH, EN.replace("{year}", "{jear}"))
    assert names(faults) == [("wrong-words", "en.yml", 3, "date")]
    assert words["en"].date(dt.date(2026, 11, 2)) == "2026 年 11 月 2 日"


@pytest.mark.parametrize(
    "date", ["{", "{year.x}", "{year[0]}", "{0}", "{month!q}", "{day:999999999}"]
)
def test_no_date_makes_it_raise(tmp_path: Path, date: str) -> None:
    words, faults = read(tmp_path, ZH, EN.replace("{year}", date))
    assert names(faults) == [("wrong-words", "en.yml", 3, "date")]
    words["en"].date(dt.date(2026, 11, 2))


def test_there_is_no_word_nobody_wrote(tmp_path: Path) -> None:
    words, _ = read(tmp_path, ZH, EN)
    with pytest.raises(AttributeError, match="nothing"):
        _ = words["zh"].nothing


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_words_behind_a_link_are_not_read(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"overrides/words/en.yml": None})
    (tmp_path / "secret.yml").write_text("lang: topsecret\n")
    (root / "overrides/words/en.yml").symlink_to(tmp_path / "secret.yml")
    words, faults = read_words(read_settings(root))
    assert faults == []
    assert "topsecret" not in repr(words)
