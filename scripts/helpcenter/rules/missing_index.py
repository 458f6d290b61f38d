"""A topic or a language has no page of its own.

The address above its questions would show nothing, and the topic is missing from the home page.

Wrong: `docs/zh/payments/refund.md` without `docs/zh/payments/index.md`.

Right: both.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Languages without home page, topics without `index.md` in any language."""
    settings = center.settings
    folderless = {fault.line for fault in center.faults_of("missing-folder")}
    if not settings.usable or any(
        one.name == "outside-project" and one.path == settings.docs_dir for one in center.faults
    ):
        return
    for language in settings.languages:
        if not center.has(language.locale, "index") and language.line not in folderless:
            yield Note(
                f"{settings.docs_dir}/{language.locale}/index.md",
                1,
                en=f"“{language.name}” has no home page. Write this file, with `kind: home`.",
                zh=f"“{language.name}”没有首页。写出这个文件，用 `kind: home`。",
            )
    topics = {path.rpartition("/")[0] for path in center.written if "/" in path}
    for topic in sorted(topics):
        if f"{topic}/index" not in center.written:
            yield Note(
                f"{settings.docs_dir}/{settings.default.locale}/{topic}/index.md",
                1,
                en=f"The topic “{topic}” has no page of its own. Write this file, with "
                "`kind: topic`.",
                zh=f"专题“{topic}”没有自己的页面。写出这个文件，用 `kind: topic`。",
            )
