"""How Han characters sound: read from pypinyin's data, and the same as pypinyin says."""

from __future__ import annotations

import random
import sys
from subprocess import run

import pytest
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.seg.mmseg import seg

from helpcenter.search.sounds import sound, spoken, words


def read(run: str) -> list[str]:
    said = [one for word in words(run) for one in spoken(word)]
    assert "".join(one[0] for one in said) == run
    return [one[1:] for one in said]


def by_pypinyin(run: str) -> list[str]:
    return [one for word in seg.cut(run) for one in lazy_pinyin(word)]


def test_a_character_sounds_as_pypinyin_says() -> None:
    signs = [chr(code) for code in range(0x4E00, 0xA000)]
    assert [sound(sign) for sign in signs] == [lazy_pinyin(sign)[0] for sign in signs]


def test_nobody_knows_a_sign_that_is_no_character() -> None:
    assert sound("x") == "x"


def test_a_word_sounds_as_pypinyin_says() -> None:
    for word in PHRASES_DICT:
        assert read(word) == lazy_pinyin(word), word


@pytest.mark.parametrize("seed", range(4))
def test_a_run_of_words_and_broken_words_sounds_as_pypinyin_says(seed: int) -> None:
    chance = random.Random(seed)
    known = list(PHRASES_DICT)
    signs = "".join(known)
    for _ in range(2_000):
        pieces = [
            chance.choice(known)[: chance.randint(1, 6)]
            if chance.random() < 0.7
            else chance.choice(signs)
            for _ in range(chance.randint(1, 6))
        ]
        whole = "".join(pieces)
        assert read(whole) == by_pypinyin(whole), whole


def test_pypinyin_itself_is_not_loaded() -> None:
    code = (
        "import sys; from helpcenter.search.readings import hear; "
        "assert hear(['重复'])['重chong'] == 1; assert 'pypinyin' not in sys.modules"
    )
    run([sys.executable, "-c", code], check=True)
