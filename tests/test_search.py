"""The engine: it understands what people type, and takes whatever they type."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from helpcenter.content.center import Center, read_center
from helpcenter.content.words import read_words
from helpcenter.search.engine import Engine
from small_site import article, write_site

ROOT = Path(__file__).parent.parent
FORGOT = "account/forgot-password"


@pytest.fixture(scope="module")
def engine(center: Center) -> Engine:
    return Engine(center, read_words(center.settings)[0])


def first(engine: Engine, query: str, locale: str = "zh") -> str:
    hits = engine.answer(query, locale).hits
    return hits[0].path if hits else ""


@pytest.mark.parametrize(
    "query",
    [
        "忘记密码",
        "密码忘了怎么办？",
        "忘記密碼",
        "忘记秘马",
        "wangji mima",
        "wangjimima",
        "wang'ji'mi'ma",
        "WANGJI MIMA",
        "wangji mim",
        "忘记mima",
        "ｆｏｒｇｏｔ ｐａｓｓｗｏｒｄ",
        "forgot pasword",
        "forgoten password",
        "forgot passw",
        "忘 记 密 码",
    ],
)
def test_a_query_is_understood_in_every_way_of_writing(engine: Engine, query: str) -> None:
    assert first(engine, query, "zh") == FORGOT
    assert first(engine, query, "en") == FORGOT


@pytest.mark.parametrize(
    ("query", "locale", "meant"),
    [
        ("忘记秘码", "zh", "忘记密码"),
        ("wangji mima", "zh", "忘记密码"),
        ("withdrawl failed", "en", "withdrawal failed"),
        ("forgot password", "en", ""),
        ("密码", "zh", ""),
    ],
)
def test_a_misspelling_is_answered_with_what_was_meant(
    engine: Engine, query: str, locale: str, meant: str
) -> None:
    assert engine.answer(query, locale).suggestion == meant


@pytest.mark.parametrize(
    "words", ["swindled", "got swindled", "was swindled badly", "friend swindled"]
)
def test_a_word_means_the_same_whatever_stands_beside_it(engine: Engine, words: str) -> None:
    assert first(engine, words, "en") == "emergency/fake-support"


def test_what_tells_nothing_may_stand_inside_a_phrase(engine: Engine) -> None:
    # “can do” is one of its phrases, and “I” tells nothing.
    assert first(engine, "what else can i do with it", "en") == "basics/wallet-features"


def test_initials_are_enough(engine: Engine) -> None:
    assert first(engine, "wjmm") == FORGOT
    assert first(engine, "czmm") == FORGOT


def test_a_hit_shows_the_step_that_fits_and_leads_to_it(engine: Engine) -> None:
    hits = engine.answer("top up bank charge", "en").hits
    hit = next(one for one in hits if one.path == "balance/topup-not-arrived")
    assert hit.step == "check-bank-charge"
    assert hit.address == "en/balance/topup-not-arrived/#check-bank-charge"
    assert hit.text.startswith("Check the bank charge.")


def test_a_hit_shows_the_answer_if_no_step_fits_better(engine: Engine, center: Center) -> None:
    hit = engine.answer("没到账", "zh").hits[0]
    page = center.page("zh", hit.path)
    assert page
    assert (hit.step, hit.text, hit.topic) == ("", page.meta.description, "充值提现余额")


def test_a_word_more_never_loses_all_results(engine: Engine) -> None:
    assert first(engine, "密码忘了 qqqq 龘龘") == FORGOT


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        " \t\n\u3000",
        "怎么办",
        "how do I",
        "a" * 10_000,
        "密码" * 5_000,
        "x " * 5_000,
        "\ud800密码\udfff",
        "<script>alert(1)</script>",
        "'\"`\\${}[]().*+?^$|/-",
        "__proto__ constructor toString hasOwnProperty",
        "😀👩‍👩‍👧‍👦🏳️‍🌈",
        "مرحبا بالعالم שלום",
        "\u202e密码\u202c\u200b\ufeff",
        "\x00\x01\x7f",
        "ﷺ㍿½Ⅷ①",
        "0",
        "𠮷",
    ],
)
def test_any_text_is_taken(engine: Engine, query: str, locale: str) -> None:
    engine.answer(query, locale)


def test_random_texts_are_taken(engine: Engine) -> None:
    chance = random.Random(7)
    signs = "密码账户退款钱没到abcdefghij0123456789 '’-.,，。？<>&\"\\/\u200b😀帳\u0301"
    for _ in range(300):
        query = "".join(chance.choices(signs, k=chance.randrange(1, 30)))
        for hit in engine.answer(query, chance.choice(["zh", "en"])).hits:
            assert hit.score > 0


def test_typing_on_keeps_the_page_in_sight(engine: Engine) -> None:
    for query, path in (("提现失败", "balance/withdrawal-failed"), ("wangjimima", FORGOT)):
        for size in range(max(3, len(query) // 2), len(query) + 1):
            if query.isascii() or size > 1:
                hits = engine.answer(query[:size], "zh").hits[:3]
                assert path in [hit.path for hit in hits], query[:size]


def test_the_same_query_always_gives_the_same_answer(engine: Engine) -> None:
    before = engine.answer("钱没到", "zh")
    engine.answer("别的问题", "zh")
    engine.answer("钱没到", "en")
    assert engine.answer("钱没到", "zh") == before


def test_a_page_without_translation_is_found_and_says_its_language(tmp_path: Path) -> None:
    scripts = (ROOT / "overrides/assets/scripts").glob("search-*.js")
    copies = {f"overrides/assets/scripts/{one.name}": one.read_text("utf-8") for one in scripts}
    late = article("退款迟迟不到怎么办？", "先等。\n")
    root = write_site(tmp_path, {**copies, "docs/zh/payments/late.md": late})
    center = read_center(root)
    engine = Engine(center, read_words(center.settings)[0])
    hit = engine.answer("退款迟迟不到", "en").hits[0]
    assert (hit.path, hit.locale, hit.address) == ("payments/late", "zh", "en/payments/late/")


def test_of_two_equal_pages_the_urgent_one_comes_first(tmp_path: Path) -> None:
    scripts = (ROOT / "overrides/assets/scripts").glob("search-*.js")
    copies = {f"overrides/assets/scripts/{one.name}": one.read_text("utf-8") for one in scripts}
    calm = article("银行卡被吞了怎么办？", "找银行。\n")
    urgent = calm.replace("severity: normal", "severity: urgent")
    changes = {"docs/zh/payments/calm.md": calm, "docs/zh/payments/urgent.md": urgent}
    center = read_center(write_site(tmp_path, {**copies, **changes}))
    engine = Engine(center, read_words(center.settings)[0])
    hits = engine.answer("银行卡被吞", "zh").hits
    assert [hit.path for hit in hits[:2]] == ["payments/urgent", "payments/calm"]


def test_the_score_is_told_by_field(engine: Engine) -> None:
    shares = engine.shares("忘了密码", "zh", FORGOT)
    assert next(iter(shares)) in ("title", "keywords", "short")
    assert sum(engine.shares("忘了密码", "zh", "basics/future-trends").values()) < 1
