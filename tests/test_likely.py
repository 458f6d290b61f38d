"""Leaving out what a page cannot hold leaves out nothing of the page."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.treeprocessors import InlineProcessor

from helpcenter.content.markdown import Renderer

ROOT = Path(__file__).parent.parent
OURS = ("attr_list", "admonition", "sane_lists", "tables", "pymdownx.tabbed")
EXTENSIONS = {
    "ours": OURS,
    "other patterns": (*OURS, "footnotes", "nl2br", "smarty", "pymdownx.caret", "pymdownx.mark"),
    "other blocks": (*OURS, "def_list", "abbr", "md_in_html", "pymdownx.details"),
}
PIECES = (
    *(
        "`a`",
        "``",
        "**a [b](c)**",
        "[a_](b*c)",
        "** a**",
        "[a b](c d)",
        "\\[",
        "\\*",
        "\\",
        "[a](b.md)",
        "[a][b]",
        "[b]",
        "\n\n[b]: c.md\n\n",
        "![a](b.png)",
    ),
    *("<https://a.example>", "<a@b.example>", "<b>", "<!-- x -->", "&amp;", "&", "  \n", "\n"),
    *("*a*", "**a**", "_a_", "__a__", "***a***", "^a^", "==a==", "~", "*", "_", "{#a}", "{.a}"),
    *("\n\n", "\n\n    ", "\n# ", "\n## ", "\n===\n", "\n---\n", "\n\n* * *\n\n", "\n> ", "> "),
    *("\n- ", "\n1. ", "\n    - ", "\n\n|a|b|\n|-|-|\n|c|\n", "|", '\n\n!!! note "a"\n\n    '),
    *('\n\n=== "a"\n\n    ', "\n\n??? note\n\n    ", "\n: ", "[^1]", "\n[^1]: ", "退款", "a"),
)
BODIES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def both(extensions: tuple[str, ...]) -> tuple[Renderer, Renderer]:
    """A renderer, and one that tries everything, as Markdown itself does."""
    renderers = [Renderer((name, {}) for name in extensions) for _ in range(2)]
    assert not renderers[0].refused
    markdown = renderers[1]._markdown
    markdown.preprocessors.deregister("helpcenter-blocks")
    blocks = markdown.parser.blockprocessors
    blocks.register(AdmonitionProcessor(markdown.parser), "admonition", 105)
    blocks.register(HashHeaderProcessor(markdown.parser), "hashheader", 70)
    markdown.treeprocessors.register(InlineProcessor(markdown), "inline", 20)
    return renderers[0], renderers[1]


RENDERERS = {name: both(extensions) for name, extensions in EXTENSIONS.items()}


def elements(root: etree.Element) -> list[tuple[object, ...]]:
    """All that is in a tree, in order."""
    return [(one.tag, one.items(), one.text, one.tail, len(one)) for one in root.iter()]


def compare(name: str, body: str) -> None:
    """Whether both renderers make the same of `body`."""
    likely, all_of_them = RENDERERS[name]
    root, wanted = likely.read(body), all_of_them.read(body)
    assert elements(root) == elements(wanted)
    assert likely.html(root) == all_of_them.html(wanted)


@pytest.mark.parametrize("name", EXTENSIONS)
@settings(deadline=None, max_examples=300)
@given(bodies=st.lists(BODIES, min_size=1, max_size=3))
def test_a_page_is_read_as_if_everything_were_tried(name: str, bodies: list[str]) -> None:
    for body in bodies:
        compare(name, body)


@pytest.mark.parametrize(
    "body",
    [
        *(
            "a **b** c [d](e.md) f.",
            "**a** b",
            "a [b](c.md)",
            "**a**[b](c.md)**d**",
            "a\nb",
            "a  \nb",
        ),
        *("**a **b", "** a**b", "**a  \nb**", "[a  \nb](c.md)", "a**b**c", "**a*b**", "***a***"),
        *("![a](b.png)", "![a [b](c)", "[a](b 'c')", "[a](b(c))", "[a](<b>)", "[a]()", "[a] (b)"),
        *(
            "[a*b*](c)",
            "[a](b*c*d)",
            "**a [b](c)**",
            "a & b **c**",
            "a &amp; b",
            "&**a;**",
            "\\**a**",
        ),
        *(
            '[a](b"c)',
            "[a](b&c)",
            "a_b_c **d**",
            "_a_ **b**",
            "`**a**`",
            "<b>**a**</b>",
            "[a]\n\n[a]: b",
        ),
    ],
)
def test_bold_words_and_links_are_those_of_markdown(body: str) -> None:
    compare("ours", body)
    compare("ours", f"- {body}\n\n    {body}\n")


@pytest.mark.parametrize("name", EXTENSIONS)
def test_every_page_of_the_repository_is_read_as_if_everything_were_tried(name: str) -> None:
    pages = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "tests").rglob("*.md")]
    assert len(pages) > 80
    for page in pages:
        compare(name, page.read_text("utf-8"))


def test_most_is_left_out_of_a_plain_page() -> None:
    likely, all_of_them = RENDERERS["ours"]
    likely.read("Ask *first*.\n\n1. One\n2. Two\n")
    markdown = likely._markdown
    patterns = markdown.treeprocessors["inline"].inlinePatterns  # type: ignore[attr-defined]
    assert [one.pattern for one in patterns] == [r"\*|_"]
    kinds = len(markdown.parser.blockprocessors)
    assert kinds < len(all_of_them._markdown.parser.blockprocessors)
