"""The status of all pages as one HTML file that opens from anywhere."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from html import escape

from helpcenter.content.center import Center
from helpcenter.editing.wording import change_said, state_said
from helpcenter.speech import Speech
from helpcenter.translation.state import State
from helpcenter.translation.status import Difference, Row, pieces

STYLE = """\
:root{color-scheme:light dark;--ink:#1c2b2d;--quiet:#5a6b6d;--line:#d5dedf;--paper:#fff;
--fresh:#0b6b4b;--minor:#8a5a00;--stale:#b3261e}
@media(prefers-color-scheme:dark){:root{--ink:#e3eced;--quiet:#9fb0b2;--line:#34474a;
--paper:#101b1d;--fresh:#66d3a8;--minor:#f0bf5c;--stale:#ff9d94}}
body{margin:2rem auto;max-width:72rem;padding:0 1rem;background:var(--paper);color:var(--ink);
font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
table{border-collapse:collapse;width:100%}caption{text-align:start;color:var(--quiet)}
th,td{padding:.5rem .75rem;border-bottom:1px solid var(--line);text-align:start;
vertical-align:top}
td code{color:var(--quiet);font-size:.85em}.late{color:var(--stale);font-weight:600}
.fresh,.source{color:var(--fresh)}.minor{color:var(--minor)}
.stale,.missing,.unstamped{color:var(--stale);font-weight:600}
details p{margin:.4rem 0;max-width:60ch}del{color:var(--stale)}ins{color:var(--fresh)}
ul{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding:0;list-style:none}
"""


def dashboard(center: Center, rows: tuple[Row, ...], day: dt.date, speech: Speech) -> str:
    """A page with a row for each article and a column for each language."""
    name = center.settings.default.site_name
    title = speech(en=f"{name}: status of {day}", zh=f"{name}：{day} 的状态")
    heads = [
        speech(en="page", zh="页面"),
        *(language.name for language in center.settings.languages),
    ]
    lang = speech(en="en", zh="zh-Hans")
    states = Counter(row.state for row in rows)
    late = sum(row.overdue(day) for row in rows)
    counts = [
        f'<li class="{state.value}">{states[state]} {escape(state_said(state, speech))}</li>'
        for state in State
        if states[state]
    ]
    word = speech(en="due for review", zh="到期要审阅")
    counts.append(f'<li class="{"late" if late else "fresh"}">{late} {word}</li>')
    body = "\n".join(_lines(center, rows, day, speech))
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n<ul>\n"
        + "\n".join(counts)
        + "\n</ul>\n<table>\n<thead><tr>"
        + "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
        + f"</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</body>\n</html>\n"
    )


def _lines(center: Center, rows: tuple[Row, ...], day: dt.date, speech: Speech) -> Iterator[str]:
    columns = len(center.settings.languages)
    for start in range(0, len(rows), columns):
        group = rows[start : start + columns]
        first = group[0]
        cells = "".join(_cell(row, day, speech) for row in group)
        yield (
            f'<tr><th scope="row">{escape(first.title)}<br><code>{escape(first.path)}</code></th>'
            f"{cells}</tr>"
        )


def _cell(row: Row, day: dt.date, speech: Speech) -> str:
    text = f'<span class="{row.state.value}">{escape(state_said(row.state, speech))}</span>'
    if row.reviewed:
        reviewed = speech(en="reviewed", zh="审阅于")
        until = speech(en="due", zh="到期")
        late = ' class="late"' if row.overdue(day) else ""
        text += f"<br>{reviewed} {row.reviewed}<br><span{late}>{until} {row.due}</span>"
    if row.differences:
        summary = speech(
            en=f"what changed ({len(row.differences)})", zh=f"改了什么（{len(row.differences)} 处）"
        )
        changes = "".join(_difference(one, speech) for one in row.differences)
        text += f"<details><summary>{summary}</summary>{changes}</details>"
    return f"<td>{text}</td>"


def _difference(one: Difference, speech: Speech) -> str:
    name = escape(change_said(one.change, speech))
    if one.old is None:
        lost = speech(en=" (the old words are not in Git)", zh="（Git 里找不到旧的文字）")
        return f"<p><b>{name}</b>{lost}<br>{escape(one.new)}</p>"
    tags = {"same": ("", ""), "gone": ("<del>", "</del>"), "new": ("<ins>", "</ins>")}
    words = "".join(
        tags[kind][0] + escape(text) + tags[kind][1] for kind, text in pieces(one.old, one.new)
    )
    return f"<p><b>{name}</b><br>{words}</p>"
