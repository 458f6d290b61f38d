"""An Atom feed in each language: the pages that were looked at last."""

from __future__ import annotations

from html import escape
from pathlib import Path

from helpcenter.site.edition import Edition

FILE = "feed.xml"
MOST = 50


def feed_address(edition: Edition, locale: str) -> str:
    """Full address of the feed, or nothing if the site has none: a feed needs one."""
    base = edition.center.settings.site_url
    prefix = "" if locale == edition.addresses.default else f"{locale}/"
    return f"{base}{prefix}{FILE}" if base else ""


def write_feeds(edition: Edition, folder: Path) -> None:
    """Write the feed of every language, if the site has an address."""
    base = edition.center.settings.site_url
    for language in edition.center.settings.languages if base else ():
        file = folder / feed_address(edition, language.locale).removeprefix(base)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(feed(edition, language.locale), "utf-8", newline="\n")


def feed(edition: Edition, locale: str) -> str:
    """The feed of one language; equal days stand in the order of the navigation."""
    language = edition.center.language(locale)
    pages = [page for page in edition.center.pages if page.locale == locale]
    pages.sort(key=lambda page: page.meta.reviewed, reverse=True)
    home = edition.full(locale, "index")
    latest = pages[0].meta.reviewed if pages else edition.made
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(edition.lang(locale))}">',
        f"<title>{escape(language.site_name)}</title>",
        f"<id>{escape(home)}</id>",
        f"<updated>{latest.isoformat()}T00:00:00Z</updated>",
        f"<author><name>{escape(language.site_name)}</name></author>",
        f'<link rel="self" href="{escape(feed_address(edition, locale))}"/>',
        f'<link href="{escape(home)}"/>',
    ]
    for page in pages[:MOST]:
        url = escape(edition.full(locale, page.path))
        lines += [
            "<entry>",
            f"<title>{escape(page.meta.title)}</title>",
            f"<id>{url}</id>",
            f'<link href="{url}"/>',
            f"<updated>{page.meta.reviewed.isoformat()}T00:00:00Z</updated>",
            f"<summary>{escape(page.meta.description)}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])
