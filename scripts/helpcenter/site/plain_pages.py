"""Every page as Markdown, and `llms.txt`, the list of them: for programs that read.

The Markdown lies beside the page, `payments/refund.md`, so that its links lead where they led in
the sources. Editors' notes in the front matter are left out.
"""

from __future__ import annotations

import json
from pathlib import Path

from helpcenter.content.file import read_file
from helpcenter.content.page import Page
from helpcenter.finding import Fault
from helpcenter.site.edition import Edition


def write_plain_pages(edition: Edition, folder: Path) -> None:
    """Write the Markdown of every page, and the list."""
    for page in edition.center.pages:
        text = plain_page(edition, page)
        if text is not None:
            file = folder / plain_address(edition, page)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    (folder / "llms.txt").write_text(llms_txt(edition), "utf-8")


def plain_address(edition: Edition, page: Page) -> str:
    """Where the Markdown lies: `en/payments/refund.md`."""
    prefix = "" if page.locale == edition.addresses.default else f"{page.locale}/"
    return f"{prefix}{page.path}.md"


def plain_page(edition: Edition, page: Page) -> str | None:
    """The page as Markdown; nothing if its file has gone."""
    data = read_file(edition.center.settings.root, page.file)
    if isinstance(data, Fault):
        return None
    lines = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    head = {
        "title": page.meta.title,
        "description": page.meta.description,
        "lang": edition.lang(page.locale),
        "reviewed": page.meta.reviewed.isoformat(),
        "url": edition.full(page.locale, page.path),
    }
    # A JSON text is a YAML text.
    rows = [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in head.items() if text]
    body = "\n".join(lines[page.body_line - 1 :]).rstrip()
    return "\n".join(["---", *rows, "---", "", f"# {page.meta.title}", "", body, ""])


def llms_txt(edition: Edition) -> str:
    """All pages by language and topic, as https://llmstxt.org describes it."""
    center = edition.center
    default = center.settings.default
    lines = [f"# {default.site_name}", "", f"> {default.site_description}"]
    for language in center.settings.languages:
        for topic in center.topics(language.locale):
            lines += ["", f"## {language.name}: {topic.index.meta.title}", ""]
            for page in (topic.index, *topic.pages):
                if page.locale == language.locale:
                    address = center.settings.site_url + plain_address(edition, page)
                    lines.append(f"- [{page.meta.title}]({address}): {page.meta.description}")
    return "\n".join(lines) + "\n"
