"""The plugins of `mkdocs.yml` are not in their order.

A plugin before `i18n` sees one language only: a search listed first held twenty-three English
pages and no Chinese one, and the build was content.

Wrong:

    plugins:
      - helpcenter
      - i18n

Right:

    plugins:
      - i18n
      - helpcenter
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.settings import FILE
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Plugins before `i18n`, and a missing `helpcenter`."""
    if not center.settings.usable:
        return
    names = [name for name, _ in center.settings.plugins]
    lines = dict(center.settings.plugins)
    for name in names[: names.index("i18n")]:
        yield Note(
            FILE,
            lines[name],
            en=f"The plugin “{name}” stands before “i18n” and sees one language only. Move its "
            "line below `- i18n`.",
            zh=f"插件“{name}”排在“i18n”前面，只看得到一种语言。把它移到 `- i18n` 下面。",
        )
    if "helpcenter" not in names:
        yield Note(
            FILE,
            lines["i18n"],
            en="The plugin “helpcenter” is missing, so `mkdocs build` would check nothing. Add "
            "`- helpcenter` below `- i18n`.",
            zh="缺插件“helpcenter”，`mkdocs build` 就什么也不查。在 `- i18n` 下面加一行 "
            "`- helpcenter`。",
        )
