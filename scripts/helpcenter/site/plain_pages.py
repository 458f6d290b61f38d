"""Every page as Markdown, and `llms.txt`, the list of them: for programs that read.

The Markdown lies beside the page, `payments/refund.md`, so that its links lead where they led in
the sources. Editors' notes in the front matter are left out.
"""

from __future__ import annotations

import errno
import hashlib
import json
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment

from helpcenter.content.file import Files
from helpcenter.content.page import Page
from helpcenter.finding import Fault
from helpcenter.site.edition import Edition
from helpcenter.site.gate import Pieces
from helpcenter.site.press import Job


def plain_jobs(edition: Edition) -> list[Job]:
    """One for every page."""
    return [
        Job("plain", page.locale, page.path, plain_address(edition, page))
        for page in edition.center.pages
    ]


def write_list(edition: Edition, folder: Path) -> None:
    """Write the list of all pages."""
    (folder / "llms.txt").write_text(llms_txt(edition), "utf-8", newline="\n")


def plain_address(edition: Edition, page: Page) -> str:
    """Where the Markdown lies: `en/payments/refund.md`."""
    prefix = "" if page.locale == edition.addresses.default else f"{page.locale}/"
    return f"{prefix}{page.path}.md"


def plain_page(edition: Edition, templates: Environment, job: Job) -> Pieces:
    """The page as Markdown. Raises OSError if its file has gone or changed since it was read."""
    page = edition.center.page(job.locale, job.path)
    assert page is not None
    data = _files(edition.center.settings.root).read(page.file)
    if isinstance(data, Fault) or hashlib.sha256(data).hexdigest() != page.digest:
        raise FileNotFoundError(errno.ENOENT, "changed while the site was built", page.file)
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
    return ("\n".join(["---", *rows, "---", "", f"# {page.meta.title}", "", body, ""]),)


_files = lru_cache(maxsize=1)(Files)
"""Folders are looked at once: what is not the article that was read has another digest."""


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
