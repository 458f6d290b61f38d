"""Addresses in the settings: which are plain, what is wrong with others, and what they may mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.content.web_address import mended_address, wrong_address


@pytest.mark.parametrize(
    ("url", "why", "mended"),
    [
        ("https://help.example.org/", "", "https://help.example.org/"),
        ("https://help.example.org/a&b/c%20d", "", "https://help.example.org/a&b/c%20d/"),
        ("http://localhost:8000", "", "http://localhost:8000/"),
        ("https://127.0.0.1/x/", "", "https://127.0.0.1/x/"),
        ("help.example.org", "scheme", "https://help.example.org/"),
        ("ftp://help.example.org/", "scheme", ""),
        ("javascript:alert(1)", "scheme", ""),
        ("https://", "host", ""),
        ("https://-a.example/", "host", ""),
        ("https://help..example.org/", "host", ""),
        ("https://[::1/", "signs", ""),
        ("https://help.example.org:0/", "port", "https://help.example.org/"),
        ("https://help.example.org:/", "port", "https://help.example.org/"),
        ("https://help.example.org:99999/", "port", ""),
        ("https://me@help.example.org/", "user", "https://help.example.org/"),
        ("https://help.example.org/a//b", "path", "https://help.example.org/a/b/"),
        ("https://help.example.org/../", "path", ""),
        ("https://help.example.org/?a", "query", "https://help.example.org/"),
        ("https://help.example.org/#a", "query", "https://help.example.org/"),
        ("https://help.example.org/100%", "signs", ""),
        ("https://help.example.org/a b", "space", "https://help.example.org/a%20b/"),
        ("https://帮助.example/", "letters", "https://xn--7frx1y.example/"),
        ("https://straße.example/", "letters", ""),
        ("", "scheme", ""),
    ],
)
def test_an_address_is_judged_and_mended(url: str, why: str, mended: str) -> None:
    assert wrong_address(url) == why
    assert mended_address(url) == mended


@given(st.text() | st.text().map(lambda text: f"https://{text}"))
def test_whatever_is_proposed_can_be_written(url: str) -> None:
    mended = mended_address(url)
    assert mended == "" or wrong_address(mended) == ""
