"""The source has changed since a page was translated.

A reader of the translation follows steps that the other language has corrected. Nobody notices:
the page looks as good as ever. Until somebody says how much the change matters, it counts as a
great one, and readers of the translation are shown the way to the source.

Wrong: a third step is added to `docs/zh/payments/refund.md`, and nothing else is done.

Right: the step is added to `docs/en/payments/refund.md` too, then

    helpcenter stamp en/payments/refund

or, if only a typo was mended,

    helpcenter stamp payments/refund --significance typo
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.editing.wording import EN, ZH, parts_said
from helpcenter.finding import Level, Note
from helpcenter.translation.state import compare, source_of

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Translations that do not follow a change of their source nobody has judged."""
    for page in center.pages:
        source = source_of(center, page.path)
        if source is None or source is page:
            continue
        changes = compare(page, source).undeclared
        if not changes:
            continue
        command = f"helpcenter stamp {page.locale}/{page.path}"
        en, zh = parts_said(changes, EN), parts_said(changes, ZH)
        yield Note(
            page.file,
            page.marked.line("translated_from"),
            en=f"{source.file} has changed since this page was compared with it: {en}. Bring the "
            f"page up to date and run `{command}`; if the change was small, add "
            "`--significance typo` or `minor`, if it must wait, `major`.",
            zh=f"这一页对照之后，{source.file} 又改过：{zh}。照着改好，运行 `{command}`；"
            "改动很小，就加上 `--significance typo` 或 `minor`；要以后再译，加上 `major`。",
        )
