"""Words for the index: Python and the browser read one table of examples and must agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dukpy import JSInterpreter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpcenter.search.tokens import Table, book, loosen, said, skeletons, terms

ROOT = Path(__file__).parent.parent
TABLE: dict[str, Any] = json.loads((ROOT / "tests/queries/terms.json").read_text("utf-8"))
SIMPLE = Table({ord(sign): one for sign, one in TABLE["simple"].items()})
IGNORED = book(TABLE["ignored"], SIMPLE)


@pytest.fixture(scope="module")
def browser() -> JSInterpreter:
    """The browser's functions."""
    run = JSInterpreter()
    run.evaljs((ROOT / "overrides/assets/scripts/search-text.js").read_text("utf-8"))
    run.evaljs(
        "var text = helpcenterSearch.text, simple = new Map(Object.entries(dukpy.simple));"
        "var ignored = text.phraseBook(dukpy.ignored.map((one) => [one, true]), simple);",
        simple=TABLE["simple"],
        ignored=TABLE["ignored"],
    )
    return run


@pytest.mark.parametrize(("text", "expected"), TABLE["terms"])
def test_python_reads_the_example(text: str, expected: list[str]) -> None:
    assert sorted(terms(text, SIMPLE, IGNORED)) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), TABLE["terms"])
def test_the_browser_reads_the_example(
    browser: JSInterpreter, text: str, expected: list[str]
) -> None:
    assert browser.evaljs("text.terms(dukpy.text, simple, ignored)", text=text) == expected


@pytest.mark.parametrize(("word", "expected"), TABLE["skeletons"])
def test_both_keep_a_word_under_the_same_skeleton(
    browser: JSInterpreter, word: str, expected: str
) -> None:
    assert skeletons([word]) == [expected]
    assert browser.evaljs("text.skeleton(dukpy.word)", word=word) == expected


@pytest.mark.parametrize(("syllable", "expected"), TABLE["loosened"])
def test_both_loosen_a_syllable_alike(browser: JSInterpreter, syllable: str, expected: str) -> None:
    assert loosen(syllable) == expected
    assert browser.evaljs("text.loosen(dukpy.word)", word=syllable) == expected


def test_letters_are_single_characters_that_say_something() -> None:
    assert said(["忘了密码怎么办 2FA"], SIMPLE, IGNORED)[0].letters() == ["忘", "密", "码"]


def test_both_read_every_article_alike(browser: JSInterpreter, center: Any) -> None:
    for page in center.pages:
        text = page.meta.title + "\n" + " ".join(section.text for section in page.sections)
        found = browser.evaljs("text.terms(dukpy.text, simple, ignored)", text=text)
        assert sorted(found) == sorted(terms(text, SIMPLE, IGNORED)), page.file


SCRIPTS = st.sampled_from(
    [
        *("aeiouyngzchs0129 -'’·。！ÀßØđı" + "ςΣάώ" + "йёЖ" + "אָבּ־" + "فَشِل؟١" + "भुगता।"),
        *("จ่เำ๑" + "ក្ឆំ" + "缅မြန်" + "한글ㅏ" + "きゃガｶﾞー々" + "密码帳戶𠮷𝒳" + "½Ⅷ①㊀℃ﬁ"),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.lists(SCRIPTS, max_size=14).map("".join))
def test_both_read_every_script_alike(browser: JSInterpreter, text: str) -> None:
    found = browser.evaljs("text.terms(dukpy.text, simple, ignored)", text=text)
    assert sorted(found) == sorted(terms(text, SIMPLE, IGNORED))
