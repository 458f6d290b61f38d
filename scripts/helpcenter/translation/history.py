"""What a page used to say, read from Git if there is any.

Where Git tells nothing, the old words cannot be shown, and that is all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helpcenter.content.markdown import Renderer
from helpcenter.content.page import Page
from helpcenter.content.reading import read_page
from helpcenter.content.settings import Settings
from helpcenter.git import file_at, git
from helpcenter.translation.parts import Part, parts

MAX_REVISIONS = 300


class History:
    """The older texts of one page."""

    def __init__(self, settings: Settings, page: Page) -> None:
        """`page` as it is today."""
        self.settings = settings
        self.page = page
        self._renderer = Renderer(settings.markdown_extensions)

    def read(self, data: bytes) -> Page | None:
        """One older text as a page; nothing if it was broken then."""
        page, _ = read_page(data, self.page.locale, self.page.path, self.page.file, self._renderer)
        return page

    def at(self, revision: str) -> Page | None:
        """The page as it was at `revision`; nothing if Git or the page did not exist."""
        data = file_at(self.settings.root, revision, self.page.file)
        return self.read(data) if data is not None else None

    def texts(self, marks: set[str]) -> Mapping[str, Part]:
        """The old parts with these marks, as far as Git has them."""
        found: dict[str, Part] = {}
        for page in self.pages():
            for part in parts(page):
                if part.mark in marks:
                    found.setdefault(part.mark, part)
            if marks <= set(found):
                break
        return found

    def pages(self) -> Iterator[Page]:
        """The page as it was, newest first; through renames, as far as the clone reaches."""
        log = git(
            self.settings.root,
            "log",
            f"--max-count={MAX_REVISIONS}",
            "--follow",
            "--relative",
            "--name-only",
            "--format=%x00%H",
            "--",
            self.page.file,
        )
        for entry in (log or b"").decode("utf-8", "replace").split("\x00")[1:]:
            revision, *names = entry.split()
            data = file_at(self.settings.root, revision, names[0]) if names else None
            page = self.read(data) if data is not None else None
            if page is not None:
                yield page
