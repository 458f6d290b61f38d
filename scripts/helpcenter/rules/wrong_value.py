"""A key of the front matter has a value it cannot have.

Result lists, links and warnings are made from these values. A date that is no date or a page that
is no page would be wrong on every page that shows it.

Wrong: `reviewed: last week`

Right: `reviewed: 2026-11-22`
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Fault, Level, Note, nearest, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Values of the wrong type, too long, unsafe or unknown."""
    for fault in center.faults_of("wrong-value"):
        en, zh = _words(fault)
        yield Note(fault.path, fault.line, en=en, zh=zh)
    for page in center.pages:
        day = page.meta.reviewed
        # It may be tomorrow already where the editor sits.
        if day > center.today + dt.timedelta(days=1) and center.today > dt.date.min:
            yield Note(
                page.file,
                page.marked.line("reviewed"),
                en=f"“reviewed” is a day to come: “{day}”. Write the day on which the page was "
                f"last found true, at the latest `reviewed: {center.today}`.",
                zh=f"“reviewed”写的“{day}”还没到。写上次核对属实的那一天，"
                f"最晚是今天：`reviewed: {center.today}`。",
            )


def _words(fault: Fault) -> tuple[str, str]:
    key, wrong = fault.detail["key"], fault.detail["wrong"]
    bare = fault.detail["value"]
    value = quote(bare)
    if wrong.startswith("longer-than-"):
        limit = wrong.removeprefix("longer-than-")
        return (
            f"“{key}” has more than {limit} characters: {value}. Shorten it.",
            f"“{key}”超过 {limit} 个字符：{value}。改短一些。",
        )
    if wrong.startswith("one-of-"):
        allowed = wrong.removeprefix("one-of-").split("|")
        close = nearest(bare, allowed)
        mean = (f" Did you mean `{key}: {close}`?", f"是不是想写 `{key}: {close}`？")
        list_en = f" Write one of {', '.join(f'`{one}`' for one in allowed)}."
        list_zh = f"从这些里选一个：{'、'.join(f'`{one}`' for one in allowed)}。"
        return (
            f"“{key}” cannot be {value}." + (mean[0] if close else list_en),
            f"“{key}”不能是{value}。" + (mean[1] if close else list_zh),
        )
    match wrong:
        case "empty" if bare.strip():
            return (
                f"“{key}” is {value}, which programs take for nothing. If it is meant, put it in "
                f'quotation marks: `"{bare}"`.',
                f'“{key}”的值{value}会被程序当成没有。真要这么写，就加上引号：`"{bare}"`。',
            )
        case "empty":
            return (
                f"“{key}” has no value. Write one after the colon.",
                f"“{key}”没有值。在冒号后面写上。",
            )
        case "not-text" if bare[:1] in ("[", "{"):
            return (
                f"“{key}” is not text but a list: {value}. Write words without brackets.",
                f"“{key}”的值{value}是列表，不是文字。写文字，不用括号。",
            )
        case "not-text":
            return (
                f"“{key}” is not text but {value}, which programs take for a number, a date, or "
                "yes or no. "
                f'Put it in quotation marks: `"{bare}"`.',
                f'“{key}”的值{value}不是文字，程序会当成数字、日期或是否。加上引号：`"{bare}"`。',
            )
        case "unsafe":
            return (
                f'“{key}” holds a sign that can break the page, `<`, `>`, `"` or a line end: '
                f"{value}. Use “ ” for quotation marks and words for the other signs.",
                f'“{key}”里有会弄坏页面的符号（`<`、`>`、`"` 或换行）：{value}。'
                "引号用“”，其他符号改用文字。",
            )
        case "not-a-date":
            return (
                f"“{key}” is no date: {value}. Write year-month-day, `{key}: 2026-11-22`.",
                f"“{key}”不是日期：{value}。按年-月-日写，例如 `{key}: 2026-11-22`。",
            )
        case "not-a-list":
            return (
                f"“{key}” is no list: {value}. Write `{key}: [{bare}]`.",
                f"“{key}”不是列表：{value}。写成 `{key}: [{bare}]`。",
            )
        case "not-a-page-path":
            path = bare.removesuffix(".md").strip("/.").lower()
            return (
                f"“{key}” names {value}, which is no page. Write folder and name without language "
                f"and ending, such as `{path if '/' in path else 'payments/refund'}`.",
                f"“{key}”里的{value}不是页面。写文件夹和文件名，不带语言和后缀，"
                f"例如 `{path if '/' in path else 'payments/refund'}`。",
            )
        case "not-a-source":
            return (
                f"“{key}” names {value} without lines. Write the source and its lines, "
                '`"001:45-55"`.',
                f'“{key}”里的{value}没有行号。写来源和行号：`"001:45-55"`。',
            )
        case "not-a-stamp":
            return (
                f"“{key}” cannot be {value}. Delete the line and run `helpcenter stamp`, which "
                "writes it.",
                f"“{key}”不能是{value}。删掉这一行，运行 `helpcenter stamp` 由它来写。",
            )
        case "repeated":
            return (
                f"“{key}” has {value} twice. Delete one of the two.",
                f"“{key}”里{value}写了两次。删掉一个。",
            )
    return (
        f"“{key}” cannot be {value} ({wrong}). Write another value.",
        f"“{key}”不能是{value}（{wrong}）。换一个值。",
    )
