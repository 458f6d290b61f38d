"""HTML as lines that can be read out."""

from __future__ import annotations

import pytest

from helpcenter.site.spoken import spoken


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p><strong>Open it.</strong> Then\nwait.</p>", "Open it. Then wait."),
        ("<p>a</p><ul><li>b</li><li>c<p>d</p></li></ul>", "a\nb\nc\nd"),
        ("a &lt;b&gt; &amp; <code>c</code>", "a <b> & c"),
        ('<p>Tap <img src="a.png" alt="the key">.</p>', "Tap the key ."),
        ("one<br>two", "one\ntwo"),
        ("<p>one <!-- <p>not</p> -->two</p>", "one two"),
        (
            '<p>a &amp;lt; b</p><img src="a.png" alt="&quot;c&quot; &amp;amp;">',
            'a &lt; b\n"c" &amp;',
        ),
    ],
)
def test_blocks_are_lines(html: str, text: str) -> None:
    assert spoken(html) == text


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Support never does this", "Support never does this: Ask for codes."),
        ("Is it real?", "Is it real? Ask for codes."),
        ("真客服不会", "真客服不会：Ask for codes."),
        ("是真的吗？", "是真的吗？Ask for codes."),
    ],
)
def test_the_title_of_a_box_begins_its_line(title: str, line: str) -> None:
    box = f'<div class="admonition danger"><p class="admonition-title">{title}</p>'
    assert spoken(f"<p>a</p>{box}<p>Ask for codes.</p><p>b</p></div>c") == f"a\n{line}\nb\nc"
