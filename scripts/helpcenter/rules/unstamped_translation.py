"""A translation does not say which text it was translated from.

Without that, nobody notices when the source changes, and the two languages drift apart.

Wrong: a page in `docs/en/` without `translated_from`.

Right: compare it with the page in `docs/zh/`, then

    helpcenter stamp en/payments/refund
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note
from helpcenter.translation.state import source_of

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Translations without a stamp."""
    for page in center.pages:
        source = source_of(center, page.path)
        if source is None or source is page:
            continue
        if not page.meta.translated_from:
            command = f"helpcenter stamp {page.locale}/{page.path}"
            yield Note(
                page.file,
                1,
                en=f"This page does not say which text it was translated from. Compare it with "
                f"{source.file}, then run `{command}`.",
                zh=f"这一页没写明是对照哪个版本译的。和 {source.file} 对照，再运行 `{command}`。",
            )
