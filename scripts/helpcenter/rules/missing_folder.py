"""A language of the site has no folder.

MkDocs then publishes a full copy of another language under its address.

Wrong: `- locale: fr` in `mkdocs.yml`, and no `docs/fr/`.

Right: `docs/fr/index.md` and the other articles.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Languages in the configuration without a folder for their articles."""
    for fault in center.faults_of("missing-folder"):
        folder = fault.detail["folder"]
        yield Note(
            fault.path,
            fault.line,
            en=f"This language has no folder `{folder}/`. Create it with an `index.md`, or take "
            "the language out here.",
            zh=f"这种语言没有文件夹 `{folder}/`。建好文件夹，放进 `index.md`；不要这种语言，"
            "就在这里删掉。",
        )
