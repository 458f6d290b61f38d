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
            en = f"and the last {cells - columns} not shown. Take out a `|`, or write it as `\\|`."
            zh = f"后面 {cells - columns} 格不会显示。去掉多余的 `|`；格子里的竖线写成 `\\|`。"
        else:
            en = "and the rest stays empty. Add the missing cells; an empty one is `|  |`."
            zh = "其余的会空着。补上缺的格子，空格子写成 `|  |`。"
        yield Note(
            fault.path,
            fault.line,
            en=f"{row} has {cells} cells under {columns} column names, {en}",
            zh=f"{row}有 {cells} 格，表头只有 {columns} 列，{zh}"
            if cells > columns
            else f"{row}只有 {cells} 格，表头有 {columns} 列，{zh}",
        )
