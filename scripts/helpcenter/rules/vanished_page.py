"""A published page is gone and nothing stands at its address.

Somebody kept the link, printed it or sent it to a friend in trouble. It must lead somewhere.

Wrong: `docs/zh/payments/refund.md` is deleted or moved by hand.

Right:

    helpcenter rename payments/refund payments/money-back

or, in `overrides/published.yml`,

    redirects:
      payments/refund: payments/payment-failed
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.published import file_of
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Pages of the list that are neither there nor redirected."""
    if not center.pages:
        return
    locales = {language.locale for language in center.settings.languages}
    # A page that cannot be read is not gone; other rules tell what is wrong with it.
    unread = {fault.path for fault in center.faults} - {page.file for page in center.pages}
    for page, line in center.published.pages.items():
        locale, _, path = page.partition("/")
        file = f"{center.settings.docs_dir}/{locale}/{path}.md"
        if file in unread or center.published.target(path) in center.paths:
            continue
        if locale in locales and center.shown(locale, path) is not None:
            continue
        default = f"{center.settings.docs_dir}/{center.settings.default.locale}/{path}.md"
        if locale in locales and default in unread:
            continue
        yield Note(
            file_of(center.settings),
            line,
            en=f"“{page}” was published, and there is no such page any more. Restore {file}, or "
            f"write under `redirects:` where readers find it now: `{path}: …`.",
            zh=f"“{page}”发布过，现在没有这一页了。恢复 {file}，"
            f"或者在 `redirects:` 下面写明现在去哪里看：`{path}: …`。",
        )
