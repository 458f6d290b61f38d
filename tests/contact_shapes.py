"""Where a text can stand in an article, and pages made to hold one."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from helpcenter.contacts.document import read_document
from helpcenter.contacts.doors import look
from helpcenter.contacts.reading import parse_contacts
from helpcenter.contacts.trust import Trust
from helpcenter.content.markdown import Renderer
from helpcenter.content.reading import read_page
from helpcenter.content.settings import read_settings
from helpcenter.finding import Finding

DATA = Path(__file__).parent / "contacts"
TODAY = dt.date(2026, 11, 22)
MARK = "§"
"""Where the text goes."""
FRONT = (
    "---\ntitle: {title}\nshort: 短\ndescription: {description}\nkind: guide\nseverity: normal\n"
    "reviewed: 2026-11-22\nkeywords: [{keywords}]\n---\n\n"
)
PLAIN = FRONT.format(title="怎么办", description="先看应用。", keywords="词")


@dataclass(frozen=True)
class Shape:
    """A way to place a text."""

    name: str
    page: str
    refuses: str = ""
    """Signs that would end the shape itself."""
    longest: int = 1000
    title: str = ""

    def holds(self, text: str) -> bool:
        return len(text) <= self.longest and not any(sign in text for sign in self.refuses)

    def fill(self, text: str) -> tuple[str, int]:
        """The page with `text` in it, and the text's line."""
        line = self.page[: self.page.index(MARK)].count("\n") + 1
        return self.page.replace(MARK, text), line


def body(name: str, text: str, refuses: str = "") -> Shape:
    return Shape(name, PLAIN + text, refuses)


BLOCKS = (
    body("prose", f"先看应用里的帮助。\n\n{MARK}\n\n等一等。\n"),
    body("second line", f"先看应用里的帮助，\n{MARK}\n"),
    body(
        "step",
        f"## 步骤 {{#steps}}\n\n1. **打开。** 打开应用。 {{#open}}\n2. **联系。** {MARK} "
        f"{{#ask}}\n",
    ),
    body("bullet", f"- **银行：** 看卡背面。\n- {MARK}\n- 再等等。\n"),
    body(
        "table", f"| 情况 | 办法 |\n| --- | --- |\n| 付款失败 | 等等 |\n| 付款慢 | {MARK} |\n", "|"
    ),
    body("tab", f'=== "iOS"\n\n    打开应用。\n\n=== "Android"\n\n    {MARK}\n'),
    body("admonition", f'1. 打开应用。\n\n    !!! note "提示"\n        {MARK}\n'),
    body("quote", f"先看应用。\n\n> {MARK}\n"),
    body("html", f"先看应用。\n\n<div>\n<p>你好</p>\n<p>{MARK}</p>\n</div>\n", "[]`*_\\<&"),
)
"""Shapes for text with links in it."""
EVERYWHERE = (
    *BLOCKS,
    body("heading", f"先看应用。\n\n## {MARK} {{#more}}\n\n打开应用。\n"),
    body("alternative text", f"先看应用。\n\n![{MARK}](images/a.png)\n", "[]"),
    body("link title", f'先看应用。\n\n打开[帮助](refund.md "{MARK}")。\n', '"[]()'),
    body("reference title", f'打开[帮助][a]。\n\n等等。\n\n[a]: refund.md "{MARK}"\n', '"[]()'),
    body("html title", f'先看应用。\n\n<span title="{MARK}">这里</span>\n', '"<'),
    Shape("title", FRONT.format(title=f"'{MARK}'", description="好", keywords="词"), "'<>\"", 90),
    Shape(
        "description",
        FRONT.format(title="好", description=f"'{MARK}'", keywords="词"),
        "'<>\"",
        200,
    ),
    Shape(
        "keyword", FRONT.format(title="好", description="好", keywords=f"词, '{MARK}'"), "'<>\"", 60
    ),
)
"""Shapes for plain text."""


def trust() -> Trust:
    """The test registry on the test day."""
    text = (DATA / "registry.yml").read_text("utf-8")
    contacts, faults = parse_contacts(text, "overrides/contacts.yml", ("zh", "en"))
    assert not faults, faults
    return Trust(contacts, TODAY, ("help.example.org",), "")


def renderer() -> Renderer:
    """Markdown as this project's own settings have it."""
    return Renderer(read_settings(Path(__file__).parent.parent).markdown_extensions)


def found_in(text: str, markdown: Renderer, judge: Trust) -> list[Finding]:
    """What the rules about contacts find in one article."""
    page, _ = read_page(text.encode(), "zh", "payments/refund", "docs/zh/page.md", markdown)
    assert page is not None, text
    return list(look(page.carried, judge))


def found_in_html(text: str, judge: Trust) -> tuple[list[Finding], int]:
    """What they find in a built page with `text` in it, and the text's line."""
    lines = [
        "<!doctype html>",
        "<html>",
        "<body>",
        "<p>先看应用。</p>",
        f"<p>{html.escape(text)}</p>",
    ]
    return list(look(read_document("\n".join(lines), "site/index.html"), judge)), len(lines)


def texts(data: object) -> Iterator[tuple[str, str, str]]:
    """Rule, language and text of each entry below `texts` or `markup`."""
    assert isinstance(data, dict)
    for rule, languages in data.items():
        for language, entries in languages.items():
            for entry in entries:
                yield rule, language, entry
