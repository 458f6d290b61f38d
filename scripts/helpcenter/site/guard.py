"""The gate at work: no build publishes a page that it refuses.

What is refused is said where it is mended: the line of the article, word, setting or template that
it came from. Only if none of them holds it, the built page itself is named.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from helpcenter.content.settings import Settings
from helpcenter.finding import Finding, in_order
from helpcenter.site.download import FOLDER as DOWNLOADS
from helpcenter.site.files import listed
from helpcenter.site.gate import (
    PAGES,
    Pieces,
    Wrong,
    assets,
    finding,
    wrongs,
)
from helpcenter.site.redirects import SCRIPT
from helpcenter.site.tags import ALLOWED, ATTRIBUTE, POLICIES

MOST = 20
"""Findings that are told at once: a fault in a template is on every page."""
TEMPLATES = (".html", ".xml", ".svg")


class Refused(Exception):
    """A page may not be published. Its text is for people."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        return "\n".join(one.say("en") for one in self.findings)


class Guard:
    """Stands at the door of one build."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.known = assets(settings.overrides) | {SCRIPT}

    def check(
        self, pieces: Pieces, page: str, file: str = "", policies: tuple[str, ...] = POLICIES
    ) -> None:
        """Refuse the built page `page` with the content `pieces`, made from the article `file`.

        Raises Refused.
        """
        found = wrongs(pieces, self.known, policies)
        if found:
            raise Refused(self._told((page, file, one) for one in found))

    def rest(self, folder: Path, done: Collection[str] = ()) -> None:
        """Refuse what else lies in `folder` and browsers show as a page. Raises Refused.

        `done` are names below `folder` that were checked before.
        """
        refused = []
        for name in sorted(listed(folder).files):
            # Files to take along were checked when they were made.
            if not name.lower().endswith(PAGES) or name.startswith(f"{DOWNLOADS}/"):
                continue
            if name not in done:
                text = (folder / name).read_text("utf-8", "replace")
                source = self._copied(name)
                refused += [(name, source, one) for one in wrongs((text,), self.known)]
        if refused:
            raise Refused(self._told(refused))

    def _copied(self, name: str) -> str:
        """The file that `name` is a copy of, if it is one."""
        root, docs = self.settings.root, self.settings.docs
        default = docs / self.settings.default.locale
        for folder in (self.settings.overrides, docs, default):
            path = folder / name
            if path.suffix not in TEMPLATES[:2] and path.is_file() and path.is_relative_to(root):
                return path.relative_to(root).as_posix()
        return ""

    def _told(self, refused: Iterable[tuple[str, str, Wrong]]) -> tuple[Finding, ...]:
        told: list[Finding] = []
        for page, file, wrong in refused:
            place = self._origin(wrong, file)
            told.append(finding(wrong, *place, page) if place else finding(wrong, page, wrong.line))
            if len(told) == MOST:
                break
        return tuple(in_order(told))

    def _origin(self, wrong: Wrong, file: str) -> tuple[str, int] | None:
        """File and line that the refused piece comes from, as far as can be told."""
        texts = {name: text for name in self._files(file) if (text := self._text(name))}
        for needle in _needles(wrong):
            for name, text in texts.items():
                if match := needle.search(text):
                    return name, text.count("\n", 0, match.start()) + 1
        return None

    def _files(self, file: str) -> Iterator[str]:
        """Where it may come from, the likeliest first."""
        settings = self.settings
        root, overrides = settings.root, settings.overrides
        yield from (file,) if file else ()
        data = [*overrides.glob("words/*.yml"), *overrides.glob("*.yml"), root / "mkdocs.yml"]
        templates = (one for one in overrides.rglob("*") if one.suffix in TEMPLATES)
        articles = (one for one in settings.docs.rglob("*") if one.suffix in (".md", *PAGES))
        for path in (*sorted(data), *sorted(templates), *sorted(articles)):
            if path.is_file() and path.is_relative_to(root):
                yield path.relative_to(root).as_posix()

    def _text(self, name: str) -> str:
        try:
            return (self.settings.root / name).read_text("utf-8", "replace")
        except OSError:
            return ""


def _needles(wrong: Wrong) -> Iterator[re.Pattern[str]]:
    """What to look for in the sources: the piece as it stands, then what is telling about it."""
    yield re.compile(re.escape(wrong.piece))
    yield re.compile(re.escape(wrong.piece.partition(">")[0] + ">"))
    key, _, value = wrong.why.partition("=")
    if re.fullmatch(r"[\w:-]+", key) and "=" in wrong.why:
        written = [one for name, one in ATTRIBUTE.findall(wrong.piece) if name.lower() == key]
        for one in dict.fromkeys([*written, *map(html.unescape, written), value]):
            if one:
                yield re.compile(re.escape(one))
        yield re.compile(rf"(?<![\w-]){re.escape(key)}\s*=", re.IGNORECASE)
    tag = re.match(r"</?([\w!?-]+)", wrong.piece)
    if tag and tag[1].lower() not in ALLOWED:
        yield re.compile(rf"{re.escape(tag[0])}(?![\w-])", re.IGNORECASE)
