"""The whole help center in one HTML file, to be sent in a chat or kept on a stick.

Every language, a list of contents, the same search engine with its index, a switch and a print
view. Nothing is loaded: what is not in the file is not there. Ids carry language and page, so links
between pages become links inside the file.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from html import unescape

from jinja2 import Environment

from helpcenter import __version__
from helpcenter.content.address import Addresses
from helpcenter.content.settings import Settings
from helpcenter.search.engine import SCRIPTS
from helpcenter.search.files import search_files
from helpcenter.site.download import NAME, Download
from helpcenter.site.edition import Edition
from helpcenter.site.guard import Guard
from helpcenter.site.means import Means
from helpcenter.site.view import View

TEMPLATE = "single.html"
PARTS = "single"
"""Folder of its style and script: not among the assets, for no other edition uses them."""
OWN = re.compile(r' (id|for|name|aria-labelledby)="([^"]+)"')
TAG = re.compile(rf"<[a-zA-Z][^<>]*?{OWN.pattern}[^<>]*>")
"""A tag with something of its own."""
IMAGE = re.compile(r"<img\b[^<>]*>")
ALT = re.compile(r' alt="([^"]*)"')


@dataclass(frozen=True)
class InOneFile(Addresses):
    """Where pages live in one file: `en/payments/refund` is the id of an article."""

    def page(self, locale: str, path: str) -> str:
        """The article's id; that of a step is `en/payments/refund/find-order`."""
        return path if locale == self.default else f"{locale}/{path}"

    def way(self, start: str, end: str) -> str:
        """A link inside the file."""
        return "#" + end.replace("#", "/")


def inlined(html: str, page: str) -> str:
    """The HTML of an article, its ids made the page's own, its images told by their words."""

    def tag(match: re.Match[str]) -> str:
        return OWN.sub(lambda one: f' {one[1]}="{page}/{one[2]}"', match[0])

    def image(match: re.Match[str]) -> str:
        alt = ALT.search(match[0])
        return f'<span class="image">{alt[1]}</span>' if alt and alt[1] else ""

    return TAG.sub(tag, IMAGE.sub(image, html))


def one_file(edition: Edition, templates: Environment, means: Means) -> Download:
    """The file. Raises jinja2.TemplateError when its template is broken, and guard.Refused."""
    center = edition.center
    addresses = InOneFile(edition.addresses.default, directories=False)
    inside = Edition(center, edition.words, addresses)
    languages = [
        [
            View(inside, language.locale, path)
            for path in center.paths
            if center.shown(language.locale, path) is not None
        ]
        for language in center.settings.languages
    ]
    style = _read(center.settings, "single.css")
    script = "\n".join([*_engine(center.settings), *_index(inside, means)])
    script += "\n" + _lean(_read(center.settings, "single.js"))
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    text = templates.get_template(TEMPLATE).render(
        languages=languages,
        inlined=inlined,
        plain=unescape,
        style=style,
        script=script,
        policy=policy,
        made=edition.made,
        version=__version__,
        home=center.settings.site_url,
    )
    name = f"{NAME}-{edition.made.isoformat()}.html"
    # Its own style and script are known by their hashes; everything else passes the gate.
    judged = text.replace(f"<style>{style}</style>", "").replace(f"<script>{script}</script>", "")
    Guard(center.settings).check((judged,), name, policies=(policy,))
    return Download("single", name, text.encode("utf-8"))


def _read(settings: Settings, name: str) -> str:
    return (settings.overrides / PARTS / name).read_text("utf-8")


def _engine(settings: Settings) -> list[str]:
    folder = settings.overrides / "assets" / "scripts"
    return [_lean((folder / name).read_text("utf-8")) for name in SCRIPTS]


def _index(edition: Edition, means: Means) -> list[str]:
    indexes = means.indexes(edition.center)
    files = search_files(edition.center, edition.words, edition.addresses, indexes)
    # Inside a page, only this would end a script; in a string it means the same.
    return [text.replace("</", "<\\/").replace("<!--", "<\\!--") for text in files.values()]


def _lean(script: str) -> str:
    """A script without its comment lines and indents; untouched if a text may span lines."""
    if "`" in script:
        return script
    script = re.sub(r"^\s*/\*\*.*?\*/\s*$", "", script, flags=re.MULTILINE | re.DOTALL)
    lines = (line.strip() for line in script.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
