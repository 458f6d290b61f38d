"""Text without its disguises, and the digits, hosts, names and requests found in it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpcenter.contacts.asking import asks_in
from helpcenter.contacts.disguise import numerals_as_digits, plain
from helpcenter.contacts.handles import emails_in, handles_in
from helpcenter.contacts.hosts import address_of, host_name, hosts_in, is_number
from helpcenter.contacts.imitation import imitated
from helpcenter.contacts.phones import phones_in
from helpcenter.contacts.spellings import spelled

DISGUISES = {
    "４００": "400",
    "⁴⁰⁰₅": "4005",
    "①②③": "123",
    "4️⃣0️⃣": "40",
    "𝟒𝟎𝟎": "400",
    "٤٠٠": "400",
    "4\u200b0\u00ad0": "400",
    "аlipay": "alipay",
    "ＡＢＣ．ｃｏｍ": "ABC.com",
    "4－0—0": "4-0-0",
    "é": "e",
    "你好，世界": "你好,世界",
}


@pytest.mark.parametrize("text", DISGUISES)
def test_disguises_come_off(text: str) -> None:
    assert plain(text).text == DISGUISES[text]


@given(st.text(max_size=60))
def test_every_sign_knows_where_it_comes_from(text: str) -> None:
    found = plain(text)
    assert len(found.at) == len(found.text) + 1
    assert list(found.at) == sorted(found.at)
    assert all(0 <= place <= len(text) for place in found.at)


def test_chinese_numerals_count_in_a_row_only() -> None:
    assert numerals_as_digits("四零零-一二三") == "400-123"
    assert numerals_as_digits("一起看，第二天") == "一起看，第二天"


def test_words_for_digits_are_read() -> None:
    text = "Call one eight hundred double five five zero one nine nine"
    assert [digits for _, _, digits in spelled(text)] == ["18005550199"]
    assert list(spelled("one by one, two at a time")) == []


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("拨打 400-000-5678。", ["4000005678"]),
        ("旧号 400-000-1234，新号 400-000-5678", ["4000001234", "4000005678"]),
        ("\u202e8765-000-004", ["4000005678"]),
        ("四零零 零零零 五六七八", ["4000005678"]),
        ("Call 1-800-APL-CARE", ["18002752273"]),
        ("+44 20 7946 0018", ["+442079460018"]),
        ("2026-11-22 付 4000005678 元", []),
        ("订单 402-1234567-1234567", []),
    ],
)
def test_numbers_are_read_as_they_are_dialled(text: str, digits: list[str]) -> None:
    assert [spot.digits for spot in phones_in(text)] == digits


def test_a_number_is_quoted_as_it_was_written() -> None:
    (spot,) = phones_in("请打４００－０００－\n５６７８。")
    assert spot.shown == "４００－０００－ ５６７８"


@pytest.mark.parametrize(
    ("target", "scheme", "host"),
    [
        ("https://Example.COM./a", "https", "example.com"),
        ("https:\\\\evil.top", "https", "evil.top"),
        ("//evil.top/a", "https", "evil.top"),
        ("https:evil.top", "https", "evil.top"),
        ("https://a@evil.top", "https", "evil.top"),
        ("ht\ntps://evil.top", "https", "evil.top"),
        ("https://ｅｖｉｌ。top", "https", "evil.top"),
        ("java\tscript:alert(1)", "javascript", ""),
        (" javascript:alert(1)", "javascript", ""),
        ("../refund.md#a", "", ""),
        ("https://xn--pple-43d.com", "https", "аpple.com"),
    ],
)
def test_an_address_is_read_as_browsers_read_it(target: str, scheme: str, host: str) -> None:
    address = address_of(target)
    assert (address.scheme, address.host) == (scheme, host)


@pytest.mark.parametrize("host", ["203.0.113.7", "3405803783", "0x7f.1", "[2001:db8::1]"])
def test_a_number_for_a_host_is_noticed(host: str) -> None:
    assert is_number(host_name(host))
    assert not is_number("163.com")


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("打开 unlock-now点com 处理", ["unlock-now.com"]),
        ("Type unlock-now (dot) com", ["unlock-now.com"]),
        ("Open the file README.md. In the app, tap Help.", []),
        ("ＡＢＣ．ｃｏｍ", ["abc.com"]),
        ("See e.g. node.js at 3.5", []),
        ("t.me/abc", ["t.me"]),
    ],
)
def test_hosts_are_found_in_text(text: str, hosts: list[str]) -> None:
    assert [spot.host for spot in hosts_in(text)] == hosts


@pytest.mark.parametrize(
    ("host", "like"),
    [
        ("report-fraud.com", "report.fraud.gov"),
        ("egretpay.cc", "www.egretpay.example"),
        ("egretpaay.com", "www.egretpay.example"),
        ("egr3tpay.com", "www.egretpay.example"),
        ("еgretpay.com", "www.egretpay.example"),
        ("my-heronwallet.pages.dev", "heronwallet"),
        ("kitchen.org", ""),
    ],
)
def test_imitations_are_recognised(host: str, like: str) -> None:
    assert imitated(host, ("www.egretpay.example", "report.fraud.gov"), ("heronwallet",)) == like


def test_mail_and_names_are_found() -> None:
    assert [one.value for one in emails_in("kefu 艾特 evil 点 top")] == ["kefu@evil.top"]
    assert emails_in("We meet at example.com and contacted at example.org.") == ()
    assert [one.value for one in handles_in("加微信 egret_01，或 @egret_help")] == [
        "egret_01",
        "egret_help",
    ]
    assert handles_in("关注微信、QQ 和微博上的官方账号") == ()


def test_requests_are_told_from_warnings() -> None:
    assert asks_in("把验证码告诉客服。")
    assert not asks_in("别把验证码告诉客服。")
    assert asks_in("Tell the agent your PIN.")
    assert not asks_in("Never tell an agent your PIN.")
    assert asks_in("把验证码告诉客服。", "安全验证")
    assert not asks_in("要验证码；把验证码告诉客服。", "真客服不会做这些事")


HOSTILE = st.text(
    alphabet=st.sampled_from("014-. ()@、四零一点a请把验证码告诉客服微信:/\u200b\u202ehttp%"),
    max_size=400,
)


@settings(deadline=None)
@given(HOSTILE)
def test_nothing_makes_them_raise(text: str) -> None:
    for find in (phones_in, hosts_in, emails_in, handles_in, asks_in):
        for spot in find(text):
            assert 0 <= spot.begin <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["1 ", "a.", "四、", "one ", "a@", "请告诉", "tell us ", "1(", "1:1:", "l1 ", "[dot]a", "@"],
)
def test_nothing_takes_long(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    start = time.process_time()
    for find in (phones_in, hosts_in, emails_in, handles_in, asks_in):
        find(text)
    assert time.process_time() - start < 30
