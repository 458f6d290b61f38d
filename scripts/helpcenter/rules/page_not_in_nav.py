"""An article is not in the navigation.

Readers find it by search alone: topic pages and the previous and next links leave it out.

Wrong: `docs/zh/payments/refund.md`, and no `payments/refund.md` under `nav`.

Right: `- payments/refund.md` under `nav` in `mkdocs.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Articles that `nav` does not list, once for all languages."""
    listed = {entry.path for entry in center.settings.nav}
    if not listed:
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
