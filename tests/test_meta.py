"""The schema of the front matter."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.content.marked import Marked, read_marked
from helpcenter.content.meta import KEYS, REQUIRED, Meta, read_meta
from helpcenter.finding import Fault

SOUND = {
    "title": "怎样退款？",
    "short": "退款",
    "description": "先问商户。",
    "kind": "faq",
    "severity": "normal",
    "reviewed": "2026-11-22",
}


def read(**changes: str | None) -> tuple[Meta | None, list[Fault]]:
    pairs = {**SOUND, **changes}
    text = "".join(f"{key}: {value}\n" for key, value in pairs.items() if value is not None)
    marked = read_marked(text)
    assert isinstance(marked, Marked), marked
    return read_meta(marked, "page.md")


def wrong(**changes: str) -> tuple[str, str]:
    """What is wrong, and the value shown."""
    meta, faults = read(**changes)
    assert meta is None
    (fault,) = faults
    assert fault.name == "wrong-value"
    return fault.detail["wrong"], fault.detail["value"]


def test_sound_front_matter_is_read() -> None:
    meta, faults = read(keywords="[退钱, 退货]", related="[a/b, index]", sources='["002:45-51"]')
    assert faults == []
    assert meta
    assert meta.title == "怎样退款？"
    assert meta.reviewed == dt.date(2026, 11, 22)
    assert meta.keywords == ("退钱", "退货")
    assert meta.related == ("a/b", "index")
    assert meta.sources == ("002:45-51",)
    assert meta.urgent == ()


@pytest.mark.parametrize("key", REQUIRED)
def test_a_required_key_is_missed(key: str) -> None:
    meta, faults = read(**{key: None})
    assert meta is None
    assert faults == [Fault("missing-key", "page.md", 1, {"key": key})]


def test_an_unknown_key_gets_the_nearest_one() -> None:
    _, faults = read(keyword="[a]")
    assert faults == [Fault("unknown-key", "page.md", 7, {"key": "keyword", "near": "keywords"})]


def test_a_key_of_the_home_page_is_unknown_elsewhere() -> None:
    _, faults = read(wanted="[a/b]")
    assert faults == [Fault("unknown-key", "page.md", 7, {"key": "wanted", "near": ""})]
    assert read(kind="home", wanted="[a/b]")[1] == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": "2026"}, ("not-text", "2026")),
        ({"title": "[a, b]"}, ("not-text", "[a, b]")),
        ({"title": ""}, ("empty", "")),
        ({"title": "' '"}, ("empty", " ")),
        ({"title": "a <b> c"}, ("unsafe", "a <b> c")),
        ({"title": "'say \"no\"'"}, ("unsafe", 'say "no"')),
        ({"title": '"a\\nb"'}, ("unsafe", "a\nb")),
        ({"short": "a" * 41}, ("longer-than-40", "a" * 41)),
        ({"kind": "question"}, ("one-of-", "question")),
        ({"severity": "yes"}, ("one-of-urgent|normal", "yes")),
        ({"reviewed": "2026"}, ("not-a-date", "2026")),
        ({"reviewed": "2026-11-22 10:00:00"}, ("not-a-date", "2026-11-22 10:00:00")),
        ({"reviewed": "2026-11-31"}, ("not-a-date", "2026-11-31")),
        ({"keywords": "a"}, ("not-a-list", "a")),
        ({"keywords": "[a, 2]"}, ("not-text", "2")),
        ({"keywords": "[a, A]"}, ("repeated", "A")),
        ({"related": "[a/b.md]"}, ("not-a-page-path", "a/b.md")),
        ({"related": "[a/b/c]"}, ("not-a-page-path", "a/b/c")),
        ({"related": "[/a]"}, ("not-a-page-path", "/a")),
        ({"sources": "['002']"}, ("not-a-source", "002")),
    ],
)
def test_a_wrong_value_says_what_is_wrong(
    changes: dict[str, str], expected: tuple[str, str]
) -> None:
    kind, value = wrong(**changes)
    assert kind.startswith(expected[0])
    assert value == expected[1]


def test_a_wrong_item_has_its_own_line() -> None:
    _, faults = read(keywords="\n  - a\n  - b\n  - '<'")
    assert [fault.line for fault in faults] == [10]


def test_another_order_is_told_and_forgiven() -> None:
    marked = read_marked(
        "short: a\ntitle: b\ndescription: c\nkind: faq\nseverity: normal\nreviewed: 2026-11-22\n"
    )
    assert isinstance(marked, Marked)
    meta, faults = read_meta(marked, "page.md")
    assert meta
    order = "title, short, description, kind, severity, reviewed"
    assert faults == [Fault("key-order", "page.md", 1, {"order": order})]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(KEYS) | st.text(), VALUES) | VALUES)
def test_no_data_makes_it_raise(data: object) -> None:
    meta, faults = read_meta(Marked(data, {(): 1}), "page.md")
    assert meta is not None or faults
