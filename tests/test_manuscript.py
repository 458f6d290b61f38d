"""Editing an article by program touches one key or one link, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.editing.manuscript import Manuscript, relink
from small_site import SITE

PAGE = SITE["docs/zh/payments/refund.md"]


def moved(name: str) -> str:
    return {"payments/refund.md": "balance/money-back.md"}.get(name, name)


def set_key(text: str, key: str, value: str) -> str:
    manuscript = Manuscript(text.encode())
    assert manuscript.set_key(key, value)
    return manuscript.bytes().decode()


def set_links(text: str, path: str, now: str) -> str:
    manuscript = Manuscript(text.encode())
    manuscript.set_links(path, now, moved)
    return manuscript.bytes().decode()


def test_a_new_key_stands_at_its_place_in_the_schema() -> None:
    text = set_key(PAGE.replace("---\n\n先", 'sources: ["000:1"]\n---\n\n先'), "related", "[a/b]")
    assert "reviewed: 2026-11-22\nrelated: [a/b]\nsources:" in text


def test_a_key_that_is_there_is_replaced_with_all_its_lines() -> None:
    text = PAGE.replace("severity: normal", "severity:\n  normal\n# a comment\n")
    assert "\nseverity: urgent\n# a comment\n" in set_key(text, "severity", "urgent")


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    text = "\ufeff" + PAGE.replace("\n", "\r\n")
    result = set_key(text, "translated_from", "bbbbb")
    assert result == text.replace("22\r\n---", "22\r\ntranslated_from: bbbbb\r\n---")


@pytest.mark.parametrize(
    "text", ["", "---", "---\n", "no front matter", "---\na: [\n---\n", "---\n- a\n---\n"]
)
def test_a_page_without_front_matter_is_left_alone(text: str) -> None:
    manuscript = Manuscript(text.encode())
    assert not manuscript.set_key("kind", "faq")
    manuscript.set_paths(lambda path: "x")
    assert manuscript.bytes().decode() == text


def test_paths_in_the_front_matter_are_renamed_in_both_styles_of_lists() -> None:
    front = "related: [payments/refund, payments/refund-2]\nwanted:\n  - payments/refund  # best\n"
    manuscript = Manuscript(f"---\n{front}---\npayments/refund\n".encode())
    manuscript.set_paths(lambda path: "a/b" if path == "payments/refund" else path)
    assert manuscript.bytes().decode() == (
        "---\nrelated: [a/b, payments/refund-2]\nwanted:\n  - a/b  # best\n---\npayments/refund\n"
    )


def test_links_follow_a_page_that_moved() -> None:
    body = "[a](refund.md) [b](refund.md#steps 'Title') ![c](refund.png) <refund.md>\n"
    assert set_links(body, "payments/index", "payments/index") == (
        "[a](../balance/money-back.md) [b](../balance/money-back.md#steps 'Title') "
        "![c](refund.png) <refund.md>\n"
    )


def test_links_of_a_page_that_moved_lead_where_they_led() -> None:
    body = "[a](index.md) [b](../index.md) [c](#steps) [d](https://e.org/refund.md) ![e](x.png)\n"
    assert set_links(body, "payments/refund", "balance/money-back") == (
        "[a](../payments/index.md) [b](../index.md) [c](#steps) [d](https://e.org/refund.md) "
        "![e](../payments/x.png)\n"
    )


def test_a_link_definition_is_a_link_and_code_is_none() -> None:
    body = "[a]: refund.md\n`[b](refund.md)`\n```\n[c](refund.md)\n```\n"
    assert set_links(body, "payments/index", "payments/index") == body.replace(
        "[a]: refund.md", "[a]: ../balance/money-back.md"
    )


@given(st.text())
def test_no_text_is_lost_when_nothing_is_to_be_changed(text: str) -> None:
    data = text.encode("utf-8", "replace")
    manuscript = Manuscript(data)
    manuscript.set_links("payments/index", "payments/index", lambda name: name)
    manuscript.set_paths(lambda path: path)
    assert manuscript.bytes() == data


@given(st.text())
def test_any_target_can_be_looked_at(target: str) -> None:
    relink(target, "payments/refund", "balance/money-back", moved)
