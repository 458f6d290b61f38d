"""The status of all pages as one HTML file that opens from anywhere: what to do first, then all."""

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

WELL = (State.SOURCE, State.FRESH)
STYLE = """\
:root{color-scheme:light dark;--ink:#1c2b2d;--quiet:#55676a;--line:#d5dedf;--paper:#fff;
--card:#f6f8f8;--fresh:#0b6b4b;--minor:#7a5000;--stale:#b3261e;--gone:#fbe3e1;--new:#dcf3e7}
@media(prefers-color-scheme:dark){:root{--ink:#e3eced;--quiet:#a3b4b6;--line:#34474a;
--paper:#101b1d;--card:#17262a;--fresh:#66d3a8;--minor:#f0bf5c;--stale:#ff9d94;
--gone:#4a1d1a;--new:#123d2c}}
*{box-sizing:border-box}
body{margin:2rem auto;max-width:64rem;padding:0 1rem;background:var(--paper);color:var(--ink);
font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.6rem;line-height:1.3}h2{font-size:1.2rem;margin:2rem 0 .75rem}
h3{font-size:1rem;margin:0}p{margin:.25rem 0}
code{font-size:.875em;overflow-wrap:anywhere}.quiet,.quiet code{color:var(--quiet)}
.counts{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none}
article{margin:.75rem 0;padding:.75rem 1rem;background:var(--card);border-radius:.5rem;
border-inline-start:.25rem solid var(--line)}
article.stale,article.missing,article.unstamped,article.late{border-color:var(--stale)}
article.minor{border-color:var(--minor)}
.change{margin:.75rem 0;padding-inline-start:.75rem;border-inline-start:1px solid var(--line)}
.do{margin-top:.5rem}.do code{padding:.1rem .35rem;border-radius:.25rem;background:var(--paper)}
del{background:var(--gone);color:var(--stale)}
ins{background:var(--new);color:var(--fresh);text-decoration:none}
table{border-collapse:collapse;width:100%}
th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);text-align:start;
vertical-align:top;font-weight:400}thead th{color:var(--quiet)}
td{white-space:nowrap}td::before{content:none}
.fresh,.source{color:var(--fresh)}.minor .state,td .minor{color:var(--minor)}
.bad{color:var(--stale);font-weight:600}
@media(max-width:40rem){thead{position:absolute;clip-path:inset(50%)}
tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}
th,td{display:block;padding:.1rem 0;border:0;white-space:normal}
td::before{content:attr(data-language) " ";color:var(--quiet)}}
"""


def dashboard(center: Center, rows: tuple[Row, ...], day: dt.date, speech: Speech) -> str:
    """A page with what is to be done, and a row for each article with its languages."""
    own = (one for one in center.settings.languages if one.locale.startswith(speech.language))
    name = next(own, center.settings.default).site_name
    title = speech(en=f"{name}: status of {day}", zh=f"{name}：{day} 的状态")
    lang = speech(en="en", zh="zh-Hans")
    work = [row for row in rows if row.state not in WELL or row.overdue(day)]
    todo = "\n".join(_card(center, row, day, speech) for row in work)
    nothing = speech(en="Nothing. Every page is up to date.", zh="没有。每一页都是最新的。")
    heads = [
        speech(en="page", zh="页面"),
        *(language.name for language in center.settings.languages),
    ]
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{_counts(rows, day, speech)}"
        f"<h2>{speech(en='To do', zh='要处理的')}</h2>\n"
        f"{todo or f'<p>{nothing}</p>'}\n"
        f"<h2>{speech(en='All pages', zh='全部页面')}</h2>\n<table>\n<thead><tr>"
        + "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
        + "</tr></thead>\n<tbody>\n"
        + "\n".join(_lines(center, rows, day, speech))
        + "\n</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )


def _counts(rows: tuple[Row, ...], day: dt.date, speech: Speech) -> str:
    states = Counter(row.state for row in rows)
    late = sum(row.overdue(day) for row in rows)
    counts = [
        f'<li class="{_class(state)}">{states[state]} {escape(state_said(state, speech))}</li>'
        for state in State
        if states[state]
    ]
    word = speech(en="due for review", zh="到期要审阅")
    counts.append(f'<li class="{"bad" if late else "fresh"}">{late} {word}</li>')
    return '<ul class="counts">\n' + "\n".join(counts) + "\n</ul>\n"


def _class(state: State) -> str:
    return state.value if state in (*WELL, State.MINOR) else "bad"


def _card(center: Center, row: Row, day: dt.date, speech: Speech) -> str:
    """One page that needs somebody: what is the matter, what changed, what to do."""
    file = f"{center.settings.docs_dir}/{row.locale}/{row.path}.md"
    bad = row.state not in WELL
    matters = [state_said(row.state, speech)] if bad else []
    todo = [_todo(row, file, speech)] if bad else []
    if row.overdue(day):
        reviewed, due = row.reviewed, row.due
        matters.append(speech(en=f"due for review since {due}", zh=f"{due} 起该审阅"))
        todo.append(
            speech(
                en=f"Last reviewed on {reviewed}. Compare it with how things are today, then write "
                f"<code>reviewed: {day}</code>.",
                zh=f"上次审阅是 {reviewed}。核对现在是否还属实，"
                f"再写上 <code>reviewed: {day}</code>。",
            )
        )
    kind = row.state.value if bad else "late"
    mark = "state" if row.state is State.MINOR else "bad"
    said = escape(speech(en=", ", zh="，").join(matters))
    changes = "".join(_difference(one, speech) for one in row.differences)
    return (
        f'<article class="{kind}">\n<h3>{escape(row.title)}</h3>\n'
        f'<p><span class="{mark}">{said}</span> <span class="quiet"><code>{escape(file)}</code>'
        f"</span></p>\n{changes}"
        + "".join(f'<p class="do">{one}</p>\n' for one in todo)
        + "</article>"
    )


def _todo(row: Row, file: str, speech: Speech) -> str:
    page = escape(f"{row.locale}/{row.path}")
    stamp = f"<code>helpcenter stamp {page}</code>"
    if row.state is State.MISSING:
        return speech(
            en=f"Write <code>{escape(file)}</code>, then run {stamp}.",
            zh=f"写出 <code>{escape(file)}</code>，再运行 {stamp}。",
        )
    if row.state is State.UNSTAMPED:
        return speech(
            en=f"Compare it with the source, then run {stamp}.", zh=f"和原文对照，再运行 {stamp}。"
        )
    return speech(
        en=f"Bring the translation up to date, then run {stamp}.",
        zh=f"照着改译文，再运行 {stamp}。",
    )


def _lines(center: Center, rows: tuple[Row, ...], day: dt.date, speech: Speech) -> Iterator[str]:
    columns = len(center.settings.languages)
    for start in range(0, len(rows), columns):
        group = rows[start : start + columns]
        first = group[0]
        cells = "".join(
            _cell(row, language.name, day, speech)
            for row, language in zip(group, center.settings.languages, strict=False)
        )
        yield (
            f'<tr><th scope="row">{escape(first.title)} '
            f'<span class="quiet"><code>{escape(first.path)}</code></span></th>{cells}</tr>'
        )


def _cell(row: Row, language: str, day: dt.date, speech: Speech) -> str:
    text = f'<span class="{_class(row.state)}">{escape(state_said(row.state, speech))}</span>'
    if row.reviewed:
        late = row.overdue(day)
        words = speech(en="reviewed", zh="审阅于")
        text += f' <span class="{"bad" if late else "quiet"}">{words} {row.reviewed}</span>'
    return f'<td data-language="{escape(language)}">{text}</td>'


def _difference(one: Difference, speech: Speech) -> str:
    name = escape(change_said(one.change, speech))
    if one.old is None:
        lost = speech(en=" (the old words are not in Git)", zh="（Git 里找不到旧的文字）")
        return f'<div class="change"><b>{name}</b>{lost}<br>{escape(one.new)}</div>\n'
    tags = {"same": ("", ""), "gone": ("<del>", "</del>"), "new": ("<ins>", "</ins>")}
    words = "".join(
        tags[kind][0] + escape(text) + tags[kind][1] for kind, text in pieces(one.old, one.new)
    )
    return f'<div class="change"><b>{name}</b><br>{words}</div>\n'
