"""A page at every old address, which shows the way to where its page lives today."""

from __future__ import annotations

import html
from pathlib import Path

from helpcenter.content.address import Addresses, file_behind
from helpcenter.content.center import Center

SCRIPT = "assets/scripts/moved.js"


def write_redirects(center: Center, site_dir: Path, addresses: Addresses) -> None:
    """Write a page at every old address of `center` that shows the way to the new one.

    It works without script, on any static host and from a folder; with script, the place that a
    link names is kept. Never replaces a page that is there.
    """
    settings = center.settings
    web = Addresses(addresses.default)
    script = site_dir / SCRIPT
    for old in center.published.redirects:
        new = center.published.target(old)
        for language in settings.languages:
            page = center.shown(language.locale, new) if new else None
            if page is None or center.shown(language.locale, old) is not None:
                continue
            start = addresses.page(language.locale, old)
            place = center.published.place(old)
            mark = f"#{place}" if place else ""
            end = addresses.page(language.locale, page.path) + mark
            file = site_dir / file_behind(start)
            if file.exists():
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            way = addresses.way(start, end)
            full = settings.site_url + web.page(language.locale, page.path)
            load = addresses.way(start, SCRIPT)
            text = _page(
                language.locale, page.meta.title, way, full if settings.site_url else way, load
            )
            file.write_text(text, "utf-8", newline="\n")
            if not script.exists():
                script.parent.mkdir(parents=True, exist_ok=True)
                script.write_bytes((Path(__file__).parent / "moved.js").read_bytes())


def _page(locale: str, title: str, way: str, full: str, load: str) -> str:
    title, way, full, load = (html.escape(one, quote=True) for one in (title, way, full, load))
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(locale)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n"
        f'<meta http-equiv="refresh" content="0; url={way}">\n'
        f'<link rel="canonical" href="{full}">\n<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'</head>\n<body>\n<p><a href="{way}">{title}</a></p>\n'
        f'<script src="{load}"></script>\n</body>\n</html>\n'
    )
