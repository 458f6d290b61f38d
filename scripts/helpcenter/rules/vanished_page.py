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
from helpcenter.content.moved import moved_by_hand
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
    moved = moved_by_hand(center)
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
        en, zh = _words(center, page, file, moved.get(path), known=locale in locales)
        yield Note(file_of(center.settings), line, en=en, zh=zh)


def _words(
    center: Center, page: str, file: str, new: str | None, *, known: bool
) -> tuple[str, str]:
    """What to say of a page that is gone: moved by hand, deleted, or its language given up."""
    locale, _, path = page.partition("/")
    if not known:
        return (
            f"“{page}” was published, and the site has no language “{locale}” any more. Its "
            "readers keep links that end in an error page. Restore the language, or, if it is "
            f"given up for good, delete every line `- {locale}/…` here.",
            f"“{page}”发布过，网站现在没有“{locale}”这种语言了，存着链接的读者会看到错误页面。"
            f"恢复这种语言；确定不再提供，就把这里的 `- {locale}/…` 各行都删掉。",
        )
    if new:
        return (
            f"“{page}” was published, and {file} is gone. If it is “{new}” now, run `helpcenter "
            f"rename {path} {new}`: it mends links, navigation and the old address.",
            f"“{page}”发布过，{file} 却不在了。如果它就是现在的“{new}”，运行 `helpcenter "
            f"rename {path} {new}`，链接、导航和旧网址会一起改好。",
        )
    topic = f"{path.rpartition('/')[0]}/index"
    other = topic if topic in center.paths and topic != path else "payments/payment-failed"
    return (
        f"“{page}” was published, and there is no such page any more. Restore {file}; or, if it is "
        f"no longer needed, write under `redirects:` which page helps instead: `{path}: {other}`.",
        f"“{page}”发布过，现在没有这一页了。恢复 {file}；"
        f"确实不再需要，就在 `redirects:` 下面写明改看哪一页：`{path}: {other}`。",
    )
