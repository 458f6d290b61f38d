"""Words in another script carry their language."""

from __future__ import annotations

from helpcenter.content.tongues import told_apart


def test_chinese_in_english_is_marked_and_attributes_are_left_alone() -> None:
    html = '<a title="客服" href="#a">Help</a> is called 在线 客服 (客服)'
    assert told_apart(html, "en") == (
        '<a title="客服" href="#a">Help</a> is called <span lang="zh">在线 客服</span> '
        '(<span lang="zh">客服</span>)'
    )


def test_languages_written_in_han_stay_as_they_are() -> None:
    assert told_apart("客服", "zh-Hans") == "客服"
    assert told_apart("客服", "ja") == "客服"
    assert told_apart("Help", "en") == "Help"
