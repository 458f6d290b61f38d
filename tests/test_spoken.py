"""The words of an article in one line, for programs."""

from __future__ import annotations

import pytest

from helpcenter.site.spoken import spoken


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p><strong>Wait.</strong> A <a href='#a'>day</a>.</p><p>Ask.</p>", "Wait. A day. Ask."),
        ("a<br>b <img alt='the lock'> c &amp; d", "a b the lock c & d"),
        (
            "<p>挂断。</p><div class='admonition danger'><p class='admonition-title'>真客服不会"
            "做这些事</p><p>要密码。</p></div>",
            "挂断。 真客服不会做这些事： 要密码。",
        ),
        (
            "<div class='admonition note'><p class='admonition-title'>Never <b>pay</b></p>"
            "<p>It's a scam.</p></div>",
            "Never pay: It's a scam.",
        ),
        ("<p class='admonition-title'>为什么？</p><p>因为慢。</p>", "为什么？ 因为慢。"),
    ],
)
def test_a_title_of_a_warning_stands_before_a_colon(html: str, said: str) -> None:
    assert spoken(html) == said
