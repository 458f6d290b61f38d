"""Addresses of pages, and the way from one to another."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.content.address import Addresses

WEB = Addresses("zh")
FOLDER = Addresses("zh", directories=False)
NAMES = st.sampled_from(["a", "b", "refund", "退款", "a b"])


@pytest.mark.parametrize(
    ("locale", "path", "web", "folder"),
    [
        ("zh", "index", "", "index.html"),
        ("en", "index", "en/", "en/index.html"),
        ("zh", "payments/index", "payments/", "payments/index.html"),
        ("en", "payments/refund", "en/payments/refund/", "en/payments/refund.html"),
    ],
)
def test_the_default_language_has_no_folder_of_its_own(
    locale: str, path: str, web: str, folder: str
) -> None:
    assert WEB.page(locale, path) == web
    assert FOLDER.page(locale, path) == folder


@pytest.mark.parametrize(
    ("start", "end", "way"),
    [
        ("", "", "./"),
        ("", "en/", "en/"),
        ("en/", "", "../"),
        ("payments/refund/", "payments/", "../"),
        ("payments/refund/", "payments/refund/", "./"),
        ("payments/refund/", "payments/refund/#steps", "#steps"),
        ("payments/refund/", "en/payments/refund/#steps", "../../en/payments/refund/#steps"),
        ("payments/refund.html", "payments/slow.html", "slow.html"),
        ("index.html", "en/index.html", "en/index.html"),
        ("a/", "退款/", "../%E9%80%80%E6%AC%BE/"),
    ],
)
def test_the_way_is_relative(start: str, end: str, way: str) -> None:
    assert WEB.way(start, end) == way


@given(st.lists(NAMES, max_size=4), st.lists(NAMES, max_size=4), st.booleans())
def test_a_browser_that_follows_the_way_arrives(
    start: list[str], end: list[str], directories: bool
) -> None:
    ending = "/" if directories else ".html"
    here = "/".join(start) + ending if start else ""
    there = "/".join(end) + ending if end else ""
    base = "https://help.example.org/some/folder/"
    arrived = urljoin(urljoin(base, WEB.way("", here)), WEB.way(here, there))
    assert arrived == urljoin(base, WEB.way("", there))
