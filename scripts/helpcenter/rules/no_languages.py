"""`mkdocs.yml` names no language.

The languages of the site are listed under the plugin `i18n`; without them there is no page.

Wrong: `plugins: [helpcenter]`

Right:

    plugins:
      - i18n:
          docs_structure: folder
          languages:
            - locale: en
              name: English
              default: true
      - helpcenter
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """A configuration without a usable language."""
    for fault in center.faults_of("no-languages"):
        yield Note(
            fault.path,
            fault.line,
            en="The site has no language. Under `plugins`, `- i18n:`, `languages:`, write "
            "`- locale: en` with `name: English` and `default: true`.",
            zh="网站没有语言。在 `plugins` 的 `- i18n:` 下面的 `languages:` 里写 `- locale: zh`、"
            "`name: 中文` 和 `default: true`。",
        )
