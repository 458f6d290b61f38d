"""Articles: what is read of them, on which line, and that nothing breaks the reader."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpcenter.content.markdown import Renderer
from helpcenter.content.page import Heading, Link, Page, fill_links
from helpcenter.content.reading import read_page
from helpcenter.finding import Fault
from small_site import article

EXTENSIONS = (
    ("attr_list", {}),
    ("admonition", {}),
    ("sane_lists", {}),
    ("tables", {}),
    ("pymdownx.tabbed", {"alternate_style": True}),
)
RENDERER = Renderer(EXTENSIONS)
FENCED = Renderer((*EXTENSIONS, ("fenced_code", {})))
BODY = 10
"""Line of the file where the text of `article()` begins."""


def read_bytes(data: bytes, renderer: Renderer = RENDERER) -> tuple[Page | None, list[Fault]]:
    return read_page(data, "en", "a/b", "docs/en/a/b.md", renderer)


def read(body: str, renderer: Renderer = RENDERER) -> Page:
    page, _ = read_bytes(article("Title", body).encode(), renderer)
    assert page
    return page


def lines(page: Page) -> list[tuple[str, int]]:
    """Links by target, counted from the first line of the text."""
    return [(link.target, link.line - BODY) for link in page.links]


def test_a_box_in_a_footnote_is_read() -> None:
    body = 'Text.[^1]\n\n[^1]: - Note\n    !!! warning "One"\n        Two.\n'
    page = read(body, Renderer((*EXTENSIONS, ("footnotes", {}))))
    assert "Two." in page.section("").text


def test_an_article_is_read_with_its_sections() -> None:
    page = read("Do this.\n\n## One {#one}\n\nText *here*.\n\n### Two {#two}\n\nMore.\n")
    assert page.answer == "Do this."
    assert page.body_line == BODY
    assert page.headings == (
        Heading(2, "one", "One", BODY + 2),
        Heading(3, "two", "Two", BODY + 6),
    )
    assert [(one.id, one.title, one.text) for one in page.sections] == [
        ("", "", "Do this."),
        ("one", "One", "Text here. Two More."),
    ]
    assert page.section("nothing").text == ""
    assert page.topic == "a"


def test_an_article_without_text_is_empty_and_not_the_one_before() -> None:
    read("Something else.\n\n## Old {#old}\n")
    for body in ("", "\n\n", "   \n"):
        page = read(body)
        assert page.answer == ""
        assert page.headings == ()


def test_steps_have_id_number_and_line() -> None:
    page = read(
        '## S {#steps}\n\n1. **A.** B. {#a}\n\n    !!! note "N"\n        C\n\n2. D\n3. E {#e}\n'
    )
    assert [(one.id, one.number, one.text, one.line - BODY) for one in page.steps] == [
        ("a", 1, "A. B. N C", 2),
        ("", 2, "D", 7),
        ("e", 3, "E", 8),
    ]


def test_steps_on_two_platforms_know_theirs() -> None:
    tab = '=== "{0}"\n\n    1. Open. {{#open-{0}}}\n    2. Tap.\n\n'
    page = read("## S {#steps}\n\n" + tab.format("A") + tab.format("B"))
    assert [(one.platform, one.id, one.number, one.line - BODY) for one in page.steps] == [
        ("A", "open-A", 1, 4),
        ("A", "", 2, 5),
        ("B", "open-B", 1, 9),
        ("B", "", 2, 10),
    ]


def test_a_list_may_begin_with_any_number() -> None:
    assert [one.number for one in read("## S {#steps}\n\n3. A\n4. B\n").steps] == [3, 4]
    assert [one.number for one in read(f"## S {{#steps}}\n\n{'9' * 5000}. A\n").steps] == [1]


def test_a_heading_inside_a_quote_does_not_shift_the_sections() -> None:
    page = read("> ## Quoted {#q}\n\nText.\n\n## Own {#own}\n\nMore.\n")
    assert [(one.id, one.title) for one in page.sections] == [("", ""), ("own", "Own")]
    assert [(one.id, one.line - BODY) for one in page.headings] == [("q", 0), ("own", 4)]


def test_headings_are_found_however_they_are_written() -> None:
    page = read(
        "Text.\n\nOne\n---\n\n##Two {#two}\n\n- # Three\n\n`## no`\n\n## `Four` [a](b) ##\n"
    )
    assert [(one.level, one.text, one.line - BODY) for one in page.headings] == [
        (2, "One", 2),
        (2, "Two", 5),
        (1, "Three", 7),
        (2, "Four a", 11),
    ]


def test_every_spelling_of_a_link_has_its_line() -> None:
    page = read(
        "[a](a.md) and [b](<b c.md>) and\n[c](c.md 'title')\n\n<https://d.example>\n\n[e][E], [f]\n"
        "and ![g](g.png)\n\n<h@i.example>\n\n[e]: e.md\n[f]: f.md 'title'\n"
    )
    assert lines(page) == [
        ("a.md", 0),
        ("b c.md", 0),
        ("c.md", 1),
        ("https://d.example", 3),
        ("e.md", 5),
        ("f.md", 5),
        ("g.png", 6),
        ("mailto:h@i.example", 8),
    ]
    assert page.links[-1].text == "h@i.example"
    assert page.links[-2] == Link("g.png", "g", BODY + 6, image=True)


def test_the_same_link_twice_has_two_lines() -> None:
    assert lines(read("[a](x.md)\n\nText x.md.\n\n[b](x.md) [c](x.md#y)\n\n[d](x.md)\n")) == [
        ("x.md", 0),
        ("x.md", 4),
        ("x.md#y", 4),
        ("x.md", 6),
    ]


def test_code_and_remarks_hold_no_links() -> None:
    page = read(
        "`[a](x.md)` and ``[b](x.md)`` <!-- [c](x.md) -->\n\n    [d](x.md)\n\n"
        "<!--\n[e](x.md)\n-->\n\n`not closed [f](x.md)\n\nit is ` over\n"
    )
    assert lines(page) == [("x.md", 8)]


def test_a_fence_is_code_only_where_the_renderer_says_so() -> None:
    body = "```\n[a](x.md)\n\n[b](x.md)\n```\n\n[c](x.md)\n"
    assert lines(read(body, FENCED)) == [("x.md", 6)]
    assert lines(read(body)) == [("x.md", 1), ("x.md", 3), ("x.md", 6)]


def test_a_link_over_two_lines_is_on_the_first() -> None:
    assert lines(read("Text [a\nb](x.md) and [![c\nd](y.png)](z.md)\n")) == [
        ("x.md", 0),
        ("z.md", 1),
        ("y.png", 1),
    ]


def test_targets_are_what_a_browser_gets() -> None:
    page = read("[a](&#106;avascript:x) [b](x.md?a&amp;b) [c](a\\_b.md) [d]()\n")
    assert [link.target for link in page.links] == ["javascript:x", "x.md?a&b", "a_b.md", ""]


def test_the_words_of_a_link_may_be_a_picture() -> None:
    page = read("[![A *receipt* & more](r.png)](x.md) [**b** `c`](y.md)\n")
    assert [link.text for link in page.links] == [
        "A *receipt* & more",
        "A *receipt* & more",
        "b c",
    ]


def test_links_are_filled_into_the_html() -> None:
    page = read("[a](x.md) ![b](y.png)\n")
    html = fill_links(page.section("").html, lambda place: f"to/{place}")
    assert html == '<p><a href="to/0">a</a> <img alt="b" src="to/1" /></p>'


def test_entities_are_the_characters_they_stand_for() -> None:
    assert read("A &amp; B &lt;c&gt; &nbsp;D &copy; `&lt;`").answer == "A & B <c> D © &lt;"


def test_blocks_know_their_line_list_and_heading() -> None:
    page = read(
        "One\ntwo.\n\n## H {#h}\n\n- a\n- b\n\n    more\n\n1. c\n\n"
        "| d | e |\n|---|---|\n| f | |\n\n"
        '!!! note "N"\n    g\n\n> One\n'
    )
    assert [(b.kind, b.list, b.text, b.line - BODY, b.under) for b in page.blocks] == [
        ("p", "", "One\ntwo.", 0, 0),
        ("li", "ul", "a", 5, 1),
        ("p", "ul", "b", 6, 1),
        ("p", "ul", "more", 8, 1),
        ("li", "ol", "c", 10, 1),
        ("th", "", "d", 12, 1),
        ("th", "", "e", 12, 1),
        ("td", "", "f", 14, 1),
        ("p", "", "N", 16, 1),
        ("p", "", "g", 17, 1),
        ("p", "", "One", 19, 1),
    ]


def test_ids_are_kept_in_order_and_twice(tmp_path: Path) -> None:
    page = read("## A {#x}\n\n1. B {#y}\n\nC\n{#x}\n\n`{#z}` *d*{#z}\n")
    assert [(id, line - BODY) for id, line in page.ids] == [("x", 0), ("y", 2), ("x", 5), ("z", 7)]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_change_nothing(end: str) -> None:
    text = article("Title", "One.\n\n## H {#h}\n\n[a](x.md)\n")
    page, _ = read_bytes(b"\xef\xbb\xbf" + text.replace("\n", end).encode())
    assert page
    assert page.headings == (Heading(2, "h", "H", BODY + 2),)
    assert lines(page) == [("x.md", 4)]


HOSTILE = {
    "opening brackets": "[" * 20_000,
    "opening brackets in many lines": "[ a\n" * 14_000,
    "pictures that are not closed": "![" * 20_000,
    "links that are not closed": "[a](" * 14_000,
    "quotes inside each other": ">" * 9_000,
    "quotes with spaces": "> " * 4_900,
    "bullets inside each other": "- " * 4_900,
    "numbers inside each other": "1. " * 3_300,
    "lists by indentation": "\n".join(" " * (4 * depth) + "- a" for depth in range(150)),
    "boxes by indentation": "\n".join(" " * (4 * depth) + '!!! a "b"' for depth in range(150)),
    "stars": "*a **b " * 1_400,
    "stars in many lines": "*a **b\n" * 8_000,
    "backticks": "".join("`" * length + "a" for length in range(1, 140)),
    "tags that are not closed": "<a href='" * 900,
    "tags in many lines": "<b>\n" * 14_000,
    "divisions inside each other": "<div>\n" * 9_000,
    "comments that are not closed": "<!-- \n" * 9_000,
    "instructions that are not closed": "<?\n" * 14_000,
    "braces": "*a*{" * 2_400,
    "attributes": "# a {" + "a=b " * 2_400 + "}",
    "a wide table": "|" * 9_000 + "\n" + "|-" * 4_500 + "\n",
    "entities": "&#" * 4_900,
    "backslashes": "\\" * 9_900,
    "rules that are none": "- " * 4_900 + "x",
    "spaces": "1. a" + " " * 9_900 + "x\n",
    "lines that break": "a  \n" * 14_000,
    "a very long line": "a" * 10_000_000,
    "very many lines": "a\n" * 5_000_000,
    "tabs": '=== "a"\n' * 6_000,
    "definitions": "".join(f"[a{n}]: b{n}\n" for n in range(4_000)),
    "a definition used without end": "[a]: b\n" + "[a] " * 900,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_built_to_hurt_ends_in_time(name: str) -> None:
    start = time.process_time()
    read_bytes(article("Title", HOSTILE[name]).encode())
    assert time.process_time() - start < 30


def test_what_is_too_large_is_told_with_its_line() -> None:
    def told(body: str) -> list[tuple[str, int, str]]:
        page, faults = read_bytes(article("Title", body).encode())
        assert page is None
        return [(fault.name, fault.line - BODY, fault.detail["kind"]) for fault in faults]

    assert told("a\n" * 40_000) == [("too-large", 1 - BODY, "bytes")]
    assert told("a\n" + "b" * 10_001) == [("too-large", 1, "line")]
    assert told("a\n" + "[\n" * 1_001) == [("too-large", 1_001, "brackets")]
    assert told("a\n" + "<\n" * 1_001) == [("too-large", 1_001, "angles")]
    assert told("> " * 3_000) == [("too-large", 0, "nesting")]


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    page, faults = read_bytes(data)
    assert page is not None or faults


MARKDOWN = st.lists(
    st.sampled_from(
        [
            *(
                "# ",
                "## ",
                "\n",
                "\n\n",
                "    ",
                "- ",
                "1. ",
                "> ",
                "*",
                "**",
                "_",
                "`",
                "```",
                "\n",
            ),
            *(
                "[",
                "]",
                "(",
                ")",
                "![",
                "](",
                "<",
                ">",
                "{",
                "}",
                "{#a}",
                "{: .b c=d }",
                "<!--",
                "-->",
            ),
            *(
                "|",
                "|--|",
                "a",
                "b.md",
                "步骤",
                "&",
                "&amp;",
                "&#0;",
                "\\",
                "!!! note",
                '"',
                "'",
                "\t",
            ),
            *(
                '=== "A"\n',
                "## S {#steps}\n\n",
                "[a]: b\n",
                "<b onclick=x>",
                "---\n",
                "===\n",
                "  \n",
            ),
            *("https://", "<a@b>", "\u3000", "\u2029", "\r", "\x0c", "\x1b", "\u202e", "start=9x"),
        ]
    ),
    max_size=40,
).map("".join)


@settings(deadline=None, max_examples=400)
@given(MARKDOWN)
def test_no_markdown_makes_it_raise_and_every_line_is_in_the_file(body: str) -> None:
    text = article("Title", body)
    page, faults = read_bytes(text.encode())
    last = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    found = [fault.line for fault in faults]
    if page:
        found += [one.line for one in (*page.links, *page.headings, *page.steps, *page.blocks)]
        found += [line for _, line in page.ids]
    assert all(1 <= line <= last for line in found)


@settings(deadline=None)
@given(MARKDOWN, MARKDOWN)
def test_a_page_does_not_depend_on_the_page_before(first: str, second: str) -> None:
    alone = read_page(article("T", second).encode(), "en", "a/b", "f", Renderer(EXTENSIONS))
    read_page(article("T", first).encode(), "en", "a/c", "g", RENDERER)
    assert read_page(article("T", second).encode(), "en", "a/b", "f", RENDERER) == alone


def test_a_page_is_read_well_after_one_that_broke_the_parser() -> None:
    body = "- a\n- b\n\n1. c\n\nText.\n"
    alone = read(body, Renderer(EXTENSIONS))
    read_bytes(article("Title", "- " * 4_000 + "x").encode())
    read_bytes(article("Title", "1. " * 3_000 + "x").encode())
    assert read(body) == alone
