"""Reading what people say for the same thing."""

from __future__ import annotations

from pathlib import Path

from helpcenter.content.settings import read_settings
from helpcenter.search.sameness import sameness
from helpcenter.search.synonyms import Synonyms, read_synonyms
from small_site import write_site

FILE = "overrides/search/synonyms/en.yml"


def read(root: Path, text: str | bytes) -> Synonyms:
    write_site(root, {FILE: text})
    return read_synonyms(read_settings(root))["en"]


def whys(synonyms: Synonyms) -> list[tuple[str, int]]:
    return [(fault.detail.get("why", fault.name), fault.line) for fault in synonyms.faults]


def test_groups_ignored_phrases_and_codes_have_their_lines(tmp_path: Path) -> None:
    text = "ignored: [how do i, my]\ngroups:\n  - [refund, money back]\ncodes: [error code]\n"
    found = read(tmp_path, text)
    assert found.ignored == (("how do i", 1), ("my", 1))
    assert [(group.phrases, group.line) for group in found.groups] == [
        (("refund", "money back"), 3)
    ]
    assert found.codes == (("error code", 4),)
    assert found.faults == ()


def test_a_language_without_a_file_has_none(tmp_path: Path) -> None:
    write_site(tmp_path)
    assert read_synonyms(read_settings(tmp_path))["zh"].groups == ()


def test_what_means_nothing_is_a_fault_and_the_rest_counts(tmp_path: Path) -> None:
    found = read(tmp_path, "group: []\ngroups:\n  - refund\n  - [refund, 3, money back]\n")
    assert whys(found) == [("unknown-key", 1), ("not-a-list", 3), ("not-text", 4)]
    assert found.groups[0].phrases == ("refund", "money back")


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    assert whys(read(tmp_path, b"groups: [\xb8]")) == [("not-utf-8", 1)]
    assert whys(read(tmp_path, "groups: [")) == [("syntax", 1)]
    assert whys(read(tmp_path, "- a\n")) == [("shape", 1)]


def test_phrases_that_search_cannot_tell_apart_are_the_same() -> None:
    assert sameness("Refunds") == sameness("ｒｅｆｕｎｄ") == "refund"
    assert sameness("帳戶") == sameness("帐户")
    assert sameness("refund") != sameness("money back")
