"""An article is not in the navigation.

Readers find it by search alone: topic pages and the previous and next links leave it out.

Wrong: `docs/zh/payments/refund.md`, and no `payments/refund.md` under `nav`.

Right: `- payments/refund.md` under `nav` in `mkdocs.yml`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.finding import Level, Note
from helpcenter.foreign.project import Project

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Articles that `nav` does not list, once for all languages."""
    listed = {entry.path for entry in center.settings.nav}
    if not listed:
        return
    if center.foreign:
        yield from _unlisted(center.foreign, listed, center.pages)
        return
    for path, locales in center.written.items():
        if f"{path}.md" not in listed:
            default = center.settings.default.locale
            locale = default if default in locales else locales[0]
            yield Note(
                f"{center.settings.docs_dir}/{locale}/{path}.md",
                1,
                en="This page is not in the navigation. Add `- "
                f"{path}.md` under `nav` in mkdocs.yml, where readers should meet it.",
                zh=f"导航里没有这一页。在 mkdocs.yml 的 `nav` 里加上 `- {path}.md`，"
                "放在读者该看到的位置。",
            )


def _unlisted(project: Project, listed: set[str], pages: Iterable[Page]) -> Iterator[Note]:
    """Pages of somebody else's project, each language on its own."""
    named = {posixpath.normpath(one) for one in listed}
    for page in pages if project.nav else ():
        source = project.source(page.file)
        if source in project.unlisted or {source, project.languages.bare(source)} & named:
            continue
        yield Note(
            page.file,
            1,
            en=f"This page is not in the navigation. Add `- {source}` under `nav` in mkdocs.yml, "
            "or name it under `not_in_nav`.",
            zh=f"导航里没有这一页。在 mkdocs.yml 的 `nav` 里加上 `- {source}`，"
            "或者写进 `not_in_nav`。",
        )
