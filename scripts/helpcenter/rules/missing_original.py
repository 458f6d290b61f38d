"""A page exists only in translation.

Readers of the default language do not find it, and there is nothing to compare the translation
with.

Wrong: `docs/en/payments/fees.md` without `docs/zh/payments/fees.md`, if `zh` is the default.

Right: both.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.moved import moved_by_hand
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Pages that the default language does not have."""
    default = center.settings.default
    if any(fault.line == default.line for fault in center.faults_of("missing-folder")):
        return
    moved = moved_by_hand(center)
    for path, locales in center.written.items():
        if default.locale in locales or path == "index":
            continue
        file = f"{center.settings.docs_dir}/{default.locale}/{path}.md"
        if new := moved.get(path):
            yield Note(
                f"{center.settings.docs_dir}/{locales[0]}/{path}.md",
                1,
                en=f"`{file}` is gone. If it is “{new}” now, run `helpcenter rename {path} {new}`: "
                "this page moves too.",
                zh=f"`{file}` 不在了。如果它就是现在的“{new}”，运行 `helpcenter rename {path} "
                f"{new}`，这一页也会一起搬过去。",
            )
            continue
        yield Note(
            f"{center.settings.docs_dir}/{locales[0]}/{path}.md",
            1,
            en=f"This page is missing in “{default.name}”, the site’s default language. Write "
            f"`{file}`.",
            zh=f"网站的默认语言“{default.name}”没有这一页。写出 `{file}`。",
        )
