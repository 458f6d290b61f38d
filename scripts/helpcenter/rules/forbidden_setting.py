"""`mkdocs.yml` switches on what this site cannot bear.

Some extensions publish files of the machine, some plugins fetch from other hosts, and some replace
what the site does by itself. Some settings make `mkdocs build` and `helpcenter build` two sites.

Wrong:

    markdown_extensions:
      - pymdownx.snippets

Right: the text itself, in the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from helpcenter.content import forbidden
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Settings, extensions, plugins and theme features that are forbidden."""
    settings = center.settings
    named = [(one.detail["key"], one.line) for one in center.faults_of("forbidden-setting")]
    kinds: list[tuple[str, str, Mapping[str, forbidden.Reason], Iterable[tuple[str, int]]]] = [
        ("setting", "设置", forbidden.SETTINGS, named),
        ("extension", "扩展", forbidden.EXTENSIONS, settings.extension_lines.items()),
        ("plugin", "插件", forbidden.PLUGINS, settings.plugins),
        ("feature", "功能", forbidden.FEATURES, settings.features),
    ]
    for what, what_zh, reasons, entries in kinds:
        for name, line in entries:
            reason = reasons.get(forbidden.plain(name))
            if reason:
                yield Note(
                    "mkdocs.yml",
                    line,
                    en=f"The {what} “{name}” {reason.en}. Delete the line.",
                    zh=f"{what_zh}“{name}”{reason.zh}。删掉这一行。",
                )
