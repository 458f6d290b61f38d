"""The index: which term matters how much on which page."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.content.center import read_center
from helpcenter.search.index import MOST_PAGES, Index, read_indexes
from small_site import article, write_site

STEPS = (
    "先看。\n\n## 步骤 {#steps}\n\n"
    "1. **找单号。** 打开账单。 {#find}\n2. **等。** 等三天。 {#wait}\n"
)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    page = article("充值没到账怎么办？", STEPS, more="keywords: [钱没到]\n")
    twin = article("Top-up missing", "Wait.\n", more="keywords: [deposit]\n")
    changes = {"docs/zh/payments/topup.md": page, "docs/en/payments/topup.md": twin}
    return read_indexes(read_center(write_site(tmp_path, changes)))["zh"]


def fields(index: Index, term: str) -> list[str]:
    """The fields `term` stands in, on the top-up page."""
    for posting in index.postings(term):
        if index.entries[posting.entry].page.path == "payments/topup":
            return sorted(index.shares(posting.entry, term))
    return []


def test_a_term_knows_its_fields(index: Index) -> None:
    assert fields(index, "充值") == ["description", "short", "title"]
    assert fields(index, "钱没") == ["keywords"]
    assert fields(index, "钱") == ["keywords"]


def test_the_other_languages_words_are_there_too(index: Index) -> None:
    assert fields(index, "topup") == ["alias"]
    assert fields(index, "deposit") == ["alias"]


def test_initials_of_keywords_are_there(index: Index) -> None:
    assert fields(index, "qmd") == ["keywords"]


def test_characters_that_only_meet_are_no_word(index: Index) -> None:
    assert "开账" not in index.rows


def test_the_home_page_is_no_answer(index: Index) -> None:
    assert "index" not in {entry.page.path for entry in index.entries}


def test_a_rare_term_tells_more_than_a_common_one(index: Index) -> None:
    assert index.rarity("没人说") > index.rarity("充值")


def test_a_term_of_very_many_pages_keeps_the_strongest(tmp_path: Path) -> None:
    pages = {
        f"docs/zh/payments/p{number}.md": article(f"退款问题{number}", "退款。\n")
        for number in range(MOST_PAGES + 20)
    }
    index = read_indexes(read_center(write_site(tmp_path, pages)))["zh"]
    entries = [posting.entry for posting in index.postings("退款")]
    assert len(entries) == MOST_PAGES
    assert entries == sorted(entries)
