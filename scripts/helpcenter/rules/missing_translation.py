"""A page is missing in a language.

Readers of that language are shown the text in another one, with a notice.

Wrong: `docs/zh/payments/refund.md` without `docs/en/payments/refund.md`.

Right: both.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.moved import moved_by_hand
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Pages of the default language that another language does not have."""
    default = center.settings.default.locale
    folderless = {fault.line for fault in center.faults_of("missing-folder")}
    moved = set(moved_by_hand(center).values())
    for path, locales in center.written.items():
        if default not in locales or path == "index" or path in moved:
            continue
        for language in center.settings.languages:
            if language.locale in locales or language.line in folderless:
                continue
            file = f"{center.settings.docs_dir}/{language.locale}/{path}.md"
            yield Note(
                f"{center.settings.docs_dir}/{default}/{path}.md",
                1,
                en=f"This page has no translation into “{language.name}”. Write `{file}`.",
                zh=f"这一页没有“{language.name}”的译文。写出 `{file}`。",
            )
