"""`mkdocs.yml` holds a tag that runs code or reads the environment.

MkDocs obeys: `!ENV` publishes secrets of the machine, and `!!python/…` runs whatever it names.

Wrong: `site_description: !ENV DESCRIPTION`

Right: `site_description: What to do when a payment fails`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Tags in the configuration."""
    for fault in center.faults_of("executable-tag"):
        tag = quote(fault.detail["detail"])
        yield Note(
            fault.path,
            fault.line,
            en=f"{tag} lets the file run code or read the environment. Delete the tag and write "
            "the value itself.",
            zh=f"{tag}会让这个文件运行代码或读取环境变量。删掉它，直接写出值。",
        )
