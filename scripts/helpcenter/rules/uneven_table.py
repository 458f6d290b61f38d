"""A row of a table has more or fewer cells than the table has columns.

What is too much is not shown at all, and what is missing leaves a hole at the end of the row: the
amount that stood there is gone, or under the wrong name.

Wrong: `| Card | 1% | 2 days |` below `| How | Fee |`

Right: `| Card | 1% |` below `| How | Fee |`; write a bar inside a cell as `\\|`.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Rows whose cells the renderer drops, or adds."""
    for fault in center.faults_of("uneven-table"):
        row = quote(fault.detail["row"], 40)
        cells, columns = int(fault.detail["cells"]), int(fault.detail["columns"])
        if cells > columns:
            en = f"has {cells} cells under {columns} column names, and what is too much is not "
            en += "shown. Take out a `|`, or write `\\|` if it is text."
            zh = f"有 {cells} 格，表头只有 {columns} 列，多出来的不会显示。"
            zh += "去掉多余的 `|`；竖线是文字就写成 `\\|`。"
        else:
            en = f"has {cells} of {columns} cells, and the rest stays empty. Add what is missing, "
            en += "`|  |` for an empty cell."
            zh = (
                f"只有 {cells} 格，表头有 {columns} 列，其余的会空着。补上缺的，空格子写成 `|  |`。"
            )
        yield Note(fault.path, fault.line, en=f"{row} {en}", zh=f"{row}{zh}")
