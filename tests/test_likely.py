"""Leaving out what a page cannot hold leaves out nothing of the page."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from helpcenter.content.markdown import Renderer

OURS = ("attr_list", "admonition", "sane_lists", "tables", "pymdownx.tabbed")
EXTENSIONS = {
    "ours": OURS,
    "other patterns": (*OURS, "footnotes", "nl2br", "smarty", "pymdownx.caret", "pymdownx.mark"),
    "other blocks": (*OURS, "def_list", "abbr", "md_in_html", "pymdownx.details"),
}
PIECES = (
    *("`a`", "``", "\\*", "\\", "[a](b.md)", "[a][b]", "[b]", "\n\n[b]: c.md\n\n", "![a](b.png)"),
    *("<https://a.example>", "<a@b.example>", "<b>", "<!-- x -->", "&amp;", "&", "  \n", "\n"),
    *("*a*", "**a**", "_a_", "__a__", "***a***", "^a^", "==a==", "~", "*", "_", "{#a}", "{.a}"),
    *("\n\n", "\n\n    ", "\n# ", "\n## ", "\n===\n", "\n---\n", "\n\n* * *\n\n", "\n> ", "> "),
    *("\n- ", "\n1. ", "\n    - ", "\n\n|a|b|\n|-|-|\n|c|\n", "|", '\n\n!!! note "a"\n\n    '),
    *('\n\n=== "a"\n\n    ', "\n\n??? note\n\n    ", "\n: ", "[^1]", "\n[^1]: ", "退款", "a"),
)
BODIES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def both(extensions: tuple[str, ...]) -> tuple[Renderer, Renderer]:
    """A renderer, and one that tries everything."""
    renderers = [Renderer((name, {}) for name in extensions) for _ in range(2)]
    assert not renderers[0].refused
    markdown = renderers[1]._markdown
    markdown.preprocessors.deregister("helpcenter-blocks")
    markdown.treeprocessors.register(InlineProcessor(markdown), "inline", 20)
    return renderers[0], renderers[1]


RENDERERS = {name: both(extensions) for name, extensions in EXTENSIONS.items()}


@pytest.mark.parametrize("name", EXTENSIONS)
@settings(deadline=None, max_examples=300)
@given(bodies=st.lists(BODIES, min_size=1, max_size=3))
def test_a_page_is_read_as_if_everything_were_tried(name: str, bodies: list[str]) -> None:
    likely, all_of_them = RENDERERS[name]
    for body in bodies:
        assert etree.tostring(likely.read(body)) == etree.tostring(all_of_them.read(body))


def test_most_is_left_out_of_a_plain_page() -> None:
    likely, all_of_them = RENDERERS["ours"]
    likely.read("Ask *first*.\n\n1. One\n2. Two\n")
    markdown = likely._markdown
    patterns = markdown.treeprocessors["inline"].inlinePatterns  # type: ignore[attr-defined]
    assert [one.pattern for one in patterns] == [r"\*|_"]
    kinds = len(markdown.parser.blockprocessors)
    assert kinds < len(all_of_them._markdown.parser.blockprocessors)
