"""The built site, read as its readers get it: nothing may enter by another door.

Templates, interface words, scripts' data and whatever a plugin adds are not in the articles; they
are in the files that are published. Every edition is judged: web, folder and single file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from helpcenter.contacts.document import read_document
from helpcenter.contacts.doors import look
from helpcenter.contacts.registry import Contacts
from helpcenter.contacts.trust import Trust
from helpcenter.content.center import Center
from helpcenter.finding import Finding, Level

PAGES = (".html", ".htm", ".svg", ".xhtml")
"""What a browser shows."""


def check_site(
    site_dir: Path, center: Center, contacts: Contacts, today: dt.date
) -> Iterator[Finding]:
    """What the rules about contacts find in the built files below `site_dir`."""
    own = urlsplit(center.settings.site_url).hostname
    editing = center.settings.edit_url.partition("{path}")[0]
    trust = Trust(contacts, today, (own,) if own else (), editing)
    for path in sorted(site_dir.rglob("*")):
        if path.suffix.lower() in PAGES and path.is_file() and not path.is_symlink():
            yield from check_file(
                path, f"{site_dir.name}/{path.relative_to(site_dir).as_posix()}", trust
            )


def check_file(path: Path, name: str, trust: Trust) -> Iterator[Finding]:
    """What the rules find in one built file; `name` names it in the findings."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        words = {
            "en": f"This file cannot be read ({error}). Build the site again.",
            "zh": f"这个文件读不出来（{error}）。重新生成网站。",
        }
        yield Finding("unreadable-file", Level.ERROR, name, 1, words)
        return
    yield from look(read_document(text, name), trust)
