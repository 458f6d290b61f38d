"""Addresses that were published once, and where those that moved lead today.

People keep links, print them and send them on, so a published address may not vanish. The list
lives in `overrides/published.yml`, in Git, where a reviewer sees it; `helpcenter new` and
`helpcenter rename` keep it, and a page that is missing from it gets a finding with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from helpcenter.content.file import read_file
from helpcenter.content.marked import Problem, read_marked
from helpcenter.content.meta import PAGE_PATH
from helpcenter.content.settings import Settings
from helpcenter.content.text import read_text
from helpcenter.finding import Fault

NAME = "published.yml"
ANCHOR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_BYTES = 2_000_000
HEAD = """\
# Every page that was ever published, one line each: nobody's link may break.
# 曾经发布过的每一页，一行一页：谁存下的链接都不能失效。
# `helpcenter new`, `helpcenter rename` and `helpcenter published` write this file.
"""


@dataclass(frozen=True, slots=True)
class Published:
    """The list as it stands."""

    there: bool = False
    """Whether the project has such a list."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """`zh/payments/refund` and its line."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Old path to new path, without language: `payments/money-back: payments/refund`."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    """The place on the new page by old path, for redirects that name one: `ask`."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each redirect by its old path."""

    def target(self, path: str) -> str | None:
        """Where the old `path` leads in the end; nothing if nowhere or in a circle."""
        seen = set()
        while path in self.redirects and path not in seen:
            seen.add(path)
            path = self.redirects[path]
        return path if seen and path not in seen else None

    def place(self, path: str) -> str:
        """The id on the page where the old `path` leads in the end; empty for its beginning."""
        seen = set()
        while path in self.redirects and path not in seen:
            seen.add(path)
            if path in self.anchors:
                return self.anchors[path]
            path = self.redirects[path]
        return ""


def file_of(settings: Settings) -> str:
    """The list's file, relative to the root."""
    return f"{settings.overrides_dir}/{NAME}"


def read_published(
    settings: Settings, data: bytes | Fault | None = None
) -> tuple[Published, list[Fault]]:
    """Read the list, or `data` instead. Never raises; faults are `broken-published-list`."""
    file = file_of(settings)
    if data is None:
        path = settings.root / file
        if not path.exists() and not path.is_symlink():
            return Published(), []
        data = read_file(settings.root, file, MAX_BYTES)
    text = data if isinstance(data, Fault) else read_text(data, file)
    if isinstance(text, Fault):
        sign = text.detail.get("sign", "")
        detail = {"why": "invisible" if sign else "unreadable", "value": sign}
        return Published(), [Fault("broken-published-list", file, text.line, detail)]
    marked = read_marked(text)
    if isinstance(marked, Problem):
        why = "invisible" if marked.kind == "invisible" else "syntax"
        detail = {"why": why, "value": marked.detail or marked.kind}
        return Published(), [Fault("broken-published-list", file, marked.line, detail)]
    whole = marked.data if marked.data is not None else {}
    faults: list[Fault] = []

    def fault(why: str, value: object, *key: str | int) -> None:
        detail = {"why": why, "value": str(value)}
        faults.append(Fault("broken-published-list", file, marked.line(*key), detail))

    if not isinstance(whole, dict):
        fault("shape", "")
        return Published(), faults
    for key in whole:
        if key not in ("pages", "redirects"):
            fault("key", key, key)
    pages: dict[str, int] = {}
    listed = whole.get("pages") or []
    if not isinstance(listed, list):
        fault("shape", "pages", "pages")
        listed = []
    for place, value in enumerate(listed):
        locale, _, rest = str(value).partition("/")
        if not isinstance(value, str) or not locale or not PAGE_PATH.fullmatch(rest):
            fault("page", value, "pages", place)
        else:
            pages.setdefault(value, marked.line("pages", place))
    moved = whole.get("redirects") or {}
    if not isinstance(moved, dict):
        fault("shape", "redirects", "redirects")
        moved = {}
    redirects: dict[str, str] = {}
    anchors: dict[str, str] = {}
    for old, new in moved.items():
        to, mark, anchor = str(new).partition("#")
        sound = PAGE_PATH.fullmatch(old) and PAGE_PATH.fullmatch(to)
        if not sound or (mark and not ANCHOR.fullmatch(anchor)):
            fault("redirect", f"{old}: {new}", "redirects", old)
            continue
        redirects[old] = to
        if mark:
            anchors[old] = anchor
    lines = {old: marked.line("redirects", old) for old in redirects}
    return Published(True, pages, redirects, anchors, lines), faults


def written(
    pages: Iterable[str], redirects: Mapping[str, str], anchors: Mapping[str, str] | None = None
) -> bytes:
    """The list as a file: sorted, so that two people's additions rarely meet in one line."""
    lines = [HEAD, "pages:\n" if pages else "pages: []\n"]
    lines += [f"  - {page}\n" for page in sorted(set(pages))]
    lines.append("redirects:\n" if redirects else "redirects: {}\n")
    places = {old: f"#{anchor}" for old, anchor in (anchors or {}).items()}
    lines += [f"  {old}: {redirects[old]}{places.get(old, '')}\n" for old in sorted(redirects)]
    return "".join(lines).encode("utf-8")


def renamed(published: Published, old: str, new: str, locales: Iterable[str]) -> bytes:
    """The list after the page `old` became `new` in these languages."""
    redirects = {
        one: new if target == old else target
        for one, target in published.redirects.items()
        if one != new
    }
    pages = {*published.pages, *(f"{locale}/{new}" for locale in locales)}
    if any(page.partition("/")[2] == old for page in published.pages):
        redirects[old] = new
    anchors = {one: at for one, at in published.anchors.items() if one in redirects and one != old}
    return written(pages, redirects, anchors)
