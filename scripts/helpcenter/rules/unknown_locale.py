"""A language in `mkdocs.yml` has no proper code.

The code is the language's folder and address, and tells browsers and screen readers how to read.

Wrong: `- locale: english`

Right: `- locale: en`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Languages whose code is not `xx`, `xx-Xxxx` or `xx-XX`."""
    for fault in center.faults_of("unknown-locale"):
        locale = fault.detail["locale"]
        proper = locale[:2].lower() if locale[:2].isascii() and locale[:2].isalpha() else "en"
        if fault.detail["bare"]:
            yield Note(
                fault.path,
                fault.line,
                en=f"The language {quote(locale)} has no key before it. Write "
                f"`- locale: {proper}`, and `name: …` below it.",
                zh=f"语言{quote(locale)}前面没有键。写成 `- locale: {proper}`，"
                "下面再写 `name: …`。",
            )
            continue
        yield Note(
            fault.path,
            fault.line,
            en=f"{quote(locale)} is no language code. Write two small letters, such as "
            f"`locale: {proper}`, and name the folder the same.",
            zh=f"{quote(locale)}不是语言代码。写两个小写字母，例如 `locale: {proper}`，"
            "文件夹也用这个名字。",
        )
