"""The links of a built site, in whatever edition it is: every address must lead to a file in it.

A site that is opened from a folder has no server: nobody adds `index.html` to a folder there, and
`/` is the root of the reader's disk.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from helpcenter.finding import Finding, Level, printable, quote
from helpcenter.links.page import Reference, SitePage, read_site_page

PAGES = (".html", ".htm", ".xhtml")
ROOT = -1
"""As many folders up as the root of the site is."""


class SiteLinks:
    """One built site."""

    def __init__(self, folder: Path, site_url: str = "", *, opened: bool = False) -> None:
        """`site_url` is where it will live, a sub-path included; `opened` from a folder."""
        self.folder = folder
        self.opened = opened
        # What is opened from a folder may lead to the site on the web, which is elsewhere.
        self.home = urlsplit("" if opened else site_url)
        self.base = self.home.path.rstrip("/") + "/"
        self.files = {
            path.relative_to(folder).as_posix(): path
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.is_symlink()
        }
        self.folders = {posixpath.dirname(name) for name in self.files} | {""}
        self.pages: dict[str, SitePage] = {}
        self._shown = {name: name for name in self.files}
        """What a browser gets for a path."""
        if not opened:
            indexes = [name for name in self.files if posixpath.basename(name) == "index.html"]
            self._shown |= {posixpath.dirname(name): name for name in indexes}
        self._addresses: dict[str, tuple[str, int, str, str]] = {}
        self._anchors: dict[str, set[str]] = {}

    def check(self) -> Iterator[Finding]:
        """Everything that is wrong, page by page."""
        for name, path in self.files.items():
            if name.lower().endswith(PAGES):
                try:
                    self.pages[name] = read_site_page(path.read_bytes().decode("utf-8"))
                except (OSError, ValueError, AssertionError) as error:
                    yield self._found(
                        name,
                        1,
                        "unreadable-file",
                        en=f"This page cannot be read ({error}). Build the site again.",
                        zh=f"这个页面读不出来（{error}）。重新生成网站。",
                    )
        for name, page in self.pages.items():
            yield from self._ids(name, page)
            starts = self._starts(posixpath.dirname(name), page.base)
            for one in page.references:
                lead = self._lead(starts, one.url)
                if lead[0] != "page" or lead[2]:
                    yield from self._reference(name, one, lead)

    def _ids(self, name: str, page: SitePage) -> Iterator[Finding]:
        known: dict[str, int] = {}
        for id, line in page.ids:
            if id in known:
                yield self._found(
                    name,
                    line,
                    "duplicate-id",
                    en=f"The id {quote(id)} is taken by line {known[id]}. Only one of the two can "
                    "be linked; rename the other.",
                    zh=f"id {quote(id)}在第 {known[id]} 行已经用过，链接只认第一个。改掉其中一个。",
                )
            known.setdefault(id, line)

    def _reference(
        self, name: str, one: Reference, lead: tuple[str, str, str]
    ) -> Iterator[Finding]:
        kind, file, fragment = lead
        if kind == "page" and self._anchor(file or name, fragment):
            return
        shown = quote(one.url)
        if kind == "elsewhere":
            if one.loaded and fragment:
                yield self._found(
                    name,
                    one.line,
                    "foreign-load",
                    en=f"The page loads {shown} from another host, which learns who reads it. Put "
                    "the file into the site.",
                    zh=f"页面从别的网站加载{shown}，对方会知道谁在看。把文件放进本站。",
                )
        elif kind == "outside":
            yield self._absolute(name, one)
        elif kind == "folder":
            en = f"{shown} leads to a folder, which shows no page without a server."
            yield self._missing(name, one, en, f"{shown}指向文件夹，不经服务器打不开页面。")
        elif kind == "nothing":
            en = f"{shown} leads to no file of the site."
            yield self._missing(name, one, en, f"{shown}指向的文件不在网站里。")
        elif kind == "broken":
            yield self._missing(name, one, f"{shown} is no address.", f"{shown}不是网址。")
        elif kind == "page":
            yield self._found(
                name,
                one.line,
                "missing-anchor",
                en=f"{shown} leads to a place that {file or name} does not have. Link to an id of "
                "that page.",
                zh=f"{shown}指向的位置在 {file or name} 里没有。链接到那一页已有的 id。",
            )

    def _starts(self, folder: str, base: str) -> list[str]:
        """The folder where relative addresses of a page in `folder` start, then those around it,
        each with a slash, and last the root, which is empty. Nothing if `base` leads away."""
        steps = [f"{one}/" for one in folder.split("/") if one]
        starts = ["".join(steps[:end]) for end in range(len(steps), -1, -1)]
        # What stands behind the last slash says nothing about where others start.
        kind, up, path, _ = self._address(f"{base}x" if base.endswith("/") else base)
        if kind == "page":
            return starts
        if kind != "path" or up >= len(starts):
            return []
        return self._starts(starts[up] + posixpath.dirname(path), "")

    def _lead(self, starts: Sequence[str], url: str) -> tuple[str, str, str]:
        """Where `url` leads from a page in the first of `starts`, the folders around it, each with
        a slash: what is there, the file, the fragment.

        Of an address elsewhere the fragment says whether it is fetched from another host; the file
        is empty for the page itself.
        """
        address = self._addresses.get(url)
        if address is None:
            # Menus stand on every page, with the same addresses.
            address = self._addresses[url] = self._address(url)
        kind, up, path, fragment = address
        if kind != "path":
            return kind, "", fragment
        if up >= len(starts):
            return "nothing", "", ""
        start = "" if up == ROOT else starts[up]
        target = start + path if path else start.rstrip("/")
        file = self._shown.get(target)
        if file is not None:
            return "page", file, fragment
        return "folder" if self.opened and target in self.folders else "nothing", "", ""

    def _address(self, url: str) -> tuple[str, int, str, str]:
        """What kind of address it is; of a path how many folders it goes up, of those around the
        page, and what follows; and the fragment."""
        try:
            parts = urlsplit(url.replace("\\", "/"))
        except ValueError:
            return "broken", 0, "", ""
        own = bool(self.home.netloc) and parts[:2] == self.home[:2]
        if (parts.scheme or parts.netloc) and not own:
            return "elsewhere", 0, "", "host" if parts.scheme in ("", "http", "https") else ""
        path = unquote(parts.path)
        absolute = own or path.startswith("/")
        if absolute and (self.opened or not f"{path}/".startswith(self.base)):
            return "outside", 0, "", ""
        if not absolute and not path:
            return "page", 0, "", parts.fragment
        steps = posixpath.normpath(path[len(self.base) :] if absolute else path).split("/")
        up = steps.count("..")
        if absolute and up:
            return "nothing", 0, "", ""
        path = "/".join(one for one in steps[up:] if one != ".")
        return "path", ROOT if absolute else up, path, parts.fragment

    def _anchor(self, file: str, fragment: str) -> bool:
        page = self.pages.get(file)
        fragment = fragment.partition(":~:")[0]
        if page is None or not fragment or fragment.lower() == "top":
            # Fragments of pictures and documents are read by their viewers.
            return True
        ids = self._anchors.get(file)
        if ids is None:
            ids = self._anchors[file] = {id for id, _ in page.ids} | page.names
        return fragment in ids or unquote(fragment) in ids

    def _missing(self, name: str, one: Reference, en: str, zh: str) -> Finding:
        en += " Mend the article or template it comes from."
        zh += "改正它所在的文章或模板。"
        return self._found(name, one.line, "missing-link", en=en, zh=zh)

    def _absolute(self, name: str, one: Reference) -> Finding:
        shown = quote(one.url)
        return self._found(
            name,
            one.line,
            "absolute-link",
            en=f"{shown} leads out of this site, which does not live there. Write a relative "
            "address.",
            zh=f"{shown}通向本站以外，本站不在那里。写相对地址。",
        )

    def _found(self, name: str, line: int, rule: str, *, en: str, zh: str) -> Finding:
        words = {"en": printable(en), "zh": printable(zh)}
        path = printable(f"{self.folder.name}/{name}")
        return Finding(rule, Level.ERROR, path, line, words)
