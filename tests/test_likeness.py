"""A draft is compared with the pages that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.content.center import Center, read_center
from helpcenter.editing.importing import subject
from helpcenter.editing.likeness import NEAR, SAME, alike
from small_site import write_site


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("付款失败了怎么办？", "payments/payment-failed"),
        ("如何申请退款？", "payments/refund"),
        ("找不到付款记录怎么办？", "payments/missing-record"),
        ("如何处理未经授权的交易？", "emergency/unauthorized-transaction"),
    ],
)
def test_a_question_that_is_answered_already_finds_its_page(
    center: Center, title: str, path: str
) -> None:
    found = alike(center, "zh", title, "")
    assert found[0].path == path
    assert found[0].score >= NEAR


def test_the_very_same_title_counts_as_the_same_question(center: Center) -> None:
    page = center.page("en", "payments/refund")
    assert page is not None
    assert alike(center, "en", page.meta.title, page.answer)[0].score >= SAME


@pytest.mark.parametrize("title", ["", "今天天气怎么样", "如何做红烧肉", "Recipe for a soup"])
def test_a_text_about_something_else_resembles_nothing(center: Center, title: str) -> None:
    assert alike(center, "zh", title, "") == []


def test_what_the_search_finds_weighs_in(tmp_path: Path) -> None:
    center = read_center(write_site(tmp_path))
    assert alike(center, "zh", "钱拿不回来", "") == []
    found = alike(center, "zh", "钱拿不回来", "", lambda words, locale: ["payments/refund"])
    assert [match.path for match in found] == ["payments/refund"]


def test_what_every_title_repeats_is_no_help_in_comparing() -> None:
    titles = ["数字钱包怎样充值", "数字钱包怎样退款", "怎样保护数字钱包", "密码忘了"]
    assert subject(titles) == "数字钱包"
    assert subject(["一", "二"]) == ""
