"""Names made of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.content.slug import SLUG, slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("What happens next?", "what-happens-next"),
        ("Don’t pay again, ever, please", "dont-pay-again-ever"),
        ("Café", "cafe"),
        ("2-step verification", "2-step-verification"),
        ("退款", ""),
        ("在 iPhone 上", ""),
        ("", ""),
    ],
)
def test_a_name_is_short_plain_english(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_a_name_is_always_a_good_one(text: str) -> None:
    assert slug(text) == "" or SLUG.fullmatch(slug(text))
