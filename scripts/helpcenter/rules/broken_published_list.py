"""The list of published pages cannot be used as it stands.

The list keeps old links alive. A line in it that means nothing, or a redirect that leads nowhere,
leaves a reader with an error page.

Wrong:

    redirects:
      payments/money-back: payments/gone

Right:

    redirects:
      payments/money-back: payments/refund
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.published import file_of
from helpcenter.finding import Level, Note, nearest_page

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """What is wrong in the list's file, and redirects that lead nowhere."""
    for fault in center.faults_of("broken-published-list"):
        why, value = fault.detail["why"], fault.detail.get("value", "")
        en, zh = {
            "unreadable": (
                "This file cannot be read. Save it as plain UTF-8 text.",
                "这个文件读不出来。保存成 UTF-8 纯文本。",
            ),
            "invisible": (
                f"This line holds a character nobody sees: {value}. Type the line again.",
                f"这一行有看不见的字符：{value}。把这一行重新输入一遍。",
            ),
            "syntax": (
                f"The YAML is broken here ({value}). Write `- zh/payments/refund` under `pages:`.",
                f"这里的 YAML 写错了（{value}）。在 `pages:` 下面写 `- zh/payments/refund`。",
            ),
            "shape": (
                "This is not the expected list. Write `pages:` with one `- zh/payments/refund` a "
                "line, and `redirects:` with `old/page: new/page`.",
                "这里的格式不对。`pages:` 下面一行一个 `- zh/payments/refund`，"
                "`redirects:` 下面写 `old/page: new/page`。",
            ),
            "key": (
                f"Nobody knows the key “{value}”. Write `pages:` or `redirects:`.",
                f"没有“{value}”这个键。写 `pages:` 或 `redirects:`。",
            ),
            "page": (
                f"“{value}” is no page. Write language and path, `zh/payments/refund`.",
                f"“{value}”不是页面。写语言和路径，例如 `zh/payments/refund`。",
            ),
            "redirect": (
                f"“{value}” is no redirect. Write two paths, `payments/money-back: "
                "payments/refund`.",
                f"“{value}”不是跳转。写两个路径，例如 `payments/money-back: payments/refund`。",
            ),
        }[why]
        yield Note(fault.path, fault.line, en=en, zh=zh)
    published, file = center.published, file_of(center.settings)
    for old, new in published.redirects.items():
        line = published.lines[old]
        target = published.target(old)
        if target is None:
            yield Note(
                file,
                line,
                en=f"The redirect from “{old}” leads in a circle. Let it lead to a page.",
                zh=f"“{old}”的跳转绕回了自己。让它指向一个页面。",
            )
        elif target not in center.paths:
            near = nearest_page(target, center.paths)
            yield Note(
                file,
                line,
                en=f"“{old}” is redirected to “{target}”, and there is no such page. "
                + (f"Did you mean “{near}”?" if near else "Name a page that exists."),
                zh=f"“{old}”跳转到“{target}”，但没有这一页。"
                + (f"是不是“{near}”？" if near else "写一个存在的页面。"),
            )
        elif missing := _without(center, old, target):
            yield Note(
                file,
                line,
                en=f"“{old}” is redirected to “#{published.place(old)}”, which {missing} does not "
                "have. Name an id of that page, or take `#…` away.",
                zh=f"“{old}”跳转到“#{published.place(old)}”，但 {missing} 里没有这个 id。"
                "写那一页已有的 id，或者去掉 `#…`。",
            )
        elif old in center.paths:
            yield Note(
                file,
                line,
                en=f"“{old}” is a page and a redirect to “{new}”. Remove this line, or the page.",
                zh=f"“{old}”既是页面，又跳转到“{new}”。删掉这一行，或者删掉那一页。",
            )


def _without(center: Center, old: str, target: str) -> str:
    """The file of the first language that lacks the place a redirect leads to; or nothing."""
    place = center.published.place(old)
    for language in center.settings.languages:
        page = center.page(language.locale, target)
        if place and page and place not in {id for id, _ in page.ids}:
            return page.file
    return ""
