"""Where a link leads, and which file was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.content.center import Center, read_center
from helpcenter.content.page import Page
from helpcenter.content.targets import Target, exists, meant, read_target
from small_site import write_site


@pytest.fixture(scope="module")
def center(tmp_path_factory: pytest.TempPathFactory) -> Center:
    files = {"docs/en/payments/receipt.png": "", "docs/en/safety/fake-support.md": ""}
    return read_center(write_site(tmp_path_factory.mktemp("site"), files))


@pytest.fixture(scope="module")
def page(center: Center) -> Page:
    found = center.page("en", "payments/refund")
    assert found
    return found


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("", Target("empty")),
        (" \t", Target("empty")),
        ("#a%20b", Target("anchor", anchor="a b", file="docs/en/payments/refund.md")),
        ("https://a.example", Target("scheme", "https")),
        ("JAVA\tSCRIPT\u200b:alert(1)", Target("scheme", "javascript")),
        ("\x01javascript:alert(1)", Target("scheme", "javascript")),
        ("//a.example", Target("host")),
        ("\\\\a.example", Target("host")),
        ("/\\a.example", Target("host")),
        ("/payments/", Target("absolute", path="/payments/")),
        ("x.md", Target("relative", "", "x.md", "docs/en/payments/x.md")),
        ("./x.md?q#a", Target("relative", "", "./x.md", "docs/en/payments/x.md", "q", "a")),
        ("../../zh/x.md", Target("relative", "", "../../zh/x.md", "docs/zh/x.md")),
        ("?q", Target("relative", "", "", "docs/en/payments", "q")),
    ],
)
def test_a_target_is_taken_apart(page: Page, written: str, target: Target) -> None:
    assert read_target(page, written) == target


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("index.md", True),
        ("../payments/index.md#x", True),
        ("receipt.png", True),
        ("index.md/", False),
        ("index.md?q", False),
        ("%69ndex.md", False),
        ("../../zh/index.md", False),
        ("../../../mkdocs.yml", False),
        ("Index.md", False),
    ],
)
def test_a_file_is_there_only_if_the_site_can_lead_to_it(
    center: Center, page: Page, written: str, there: bool
) -> None:
    assert exists(center, page, read_target(page, written)) is there


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("indx.md", "index.md"),
        ("../payments/", "index.md"),
        ("../payments/refund/#steps", "refund.md#steps"),
        ("fake-support.md", "../safety/fake-support.md"),
        ("../safety/fake-suport.html", "../safety/fake-support.md"),
        ("Refund", "refund.md"),
        ("something-else.md", None),
    ],
)
def test_the_file_that_was_meant_is_found(
    center: Center, page: Page, written: str, better: str | None
) -> None:
    assert meant(center, page, read_target(page, written), image=False) == better


@given(written=st.text())
def test_no_target_makes_it_raise(center: Center, page: Page, written: str) -> None:
    target = read_target(page, written)
    exists(center, page, target)
    meant(center, page, target, image=False)
