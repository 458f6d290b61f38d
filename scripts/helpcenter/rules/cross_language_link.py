"""A link leads into another language's folder.

The reader would be thrown into a language they may not read; MkDocs silently leads such links to
the reader's own language instead, so nobody gets what is written.

Wrong: `[冻结钱包](../../en/emergency/freeze-wallet.md)` on a Chinese page.

Right: `[冻结钱包](../emergency/freeze-wallet.md)`
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.targets import inside, locale_of, read_target, written
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Relative links that end below another language's folder."""
    for page in center.pages:
        for link in page.links:
            target = read_target(page, link.target)
            locale = locale_of(center, target.file) if target.kind == "relative" else ""
            if locale in ("", page.locale):
                continue
            own = f"{center.settings.docs_dir}/{page.locale}/{inside(center, locale, target.file)}"
            better = posixpath.relpath(own, posixpath.dirname(page.file))
            exact = own in center.files
            better = written(link, better + (f"#{target.anchor}" if target.anchor else ""))
            name = quote(center.language(locale).name)
            yield Note(
                page.file,
                link.line,
                en=f"The link to {quote(link.target)} leads to the pages in {name}. Link to the "
                f"page in this language: `{better}`.",
                zh=f"链接{quote(link.target)}通向{name}的页面。链接到本语言的页面：`{better}`。",
                fix=Fix(f"]({link.target})", better[better.rindex("](") :]) if exact else None,
            )
