"""The front matter cannot be understood.

MkDocs publishes it as text then, and the page loses its title and its description.

Wrong:

    title: Refund: how long does it take?

Right:

    title: "Refund: how long does it take?"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.meta import KEYS
from helpcenter.finding import Fault, Level, Note, quote

LEVEL = Level.ERROR


NO_COLON = re.compile(rf"\s*({'|'.join(KEYS)})\s*[：:=＝]?\s*(\S.*?)\s*")
"""A known key and its value with something else between them than a colon and a space."""
PAIR = re.compile(r"(\s*[\w-]+):\s+(.*\S)\s*")


def check(center: Center) -> Iterator[Note]:
    """Front matter that is no YAML of keys and values."""
    for fault in center.faults_of("broken-front-matter"):
        en, zh = _words(fault)
        yield Note(fault.path, fault.line, en=en, zh=zh)


def _words(fault: Fault) -> tuple[str, str]:
    kind, detail = fault.detail["kind"], fault.detail["detail"]
    text = fault.detail.get("text", "")
    line = quote(text)
    match kind:
        case "open":
            return (
                "The front matter is not closed. Write `---` on a line of its own below its last "
                "key.",
                "文件开头的信息没有收尾。在最后一项下面另起一行写 `---`。",
            )
        case "shape":
            return (
                f"The front matter holds no keys. Write lines such as `{KEYS[0]}: …` between the "
                "two `---`.",
                f"文件开头的信息里没有“键: 值”。在两行 `---` 之间写 `{KEYS[0]}: …` 这样的行。",
            )
        case "alias":
            return (
                f"{quote(detail)} repeats a value that stands elsewhere. Write the value itself.",
                f"{quote(detail)}引用了别处的值。直接写出这个值。",
            )
        case "tag":
            return (
                f"{quote(detail)} is a command for a program, not a value. Take it away, and put "
                "the value in quotation marks if it begins with `!`.",
                f"{quote(detail)}是给程序的指令，不是值。删掉它；值本身以 `!` 开头，就加上引号。",
            )
        case "repeated-key":
            return (
                f"The key {quote(detail)} is there twice. Keep one of the two lines.",
                f"{quote(detail)}这个键写了两次。两行里只留一行。",
            )
        case "key":
            return (
                f"{line} has a key that is not a word. Write `key: value`, with a word before the "
                "colon.",
                f"{line}的键不是单词。写成 `键: 值`，冒号前面是单词。",
            )
        case "depth":
            return (
                f"{line} opens too many brackets. Write lists as `[one, two]`.",
                f"{line}的括号套得太深。列表写成 `[一, 二]`。",
            )
    return _syntax(detail, text, line)


def _syntax(problem: str, text: str, line: str) -> tuple[str, str]:
    pair = PAIR.fullmatch(text)
    mark = "'" if pair and '"' in pair[2] else '"'
    quoted = f"{pair[1]}: {mark}{pair[2]}{mark}" if pair else 'key: "value"'
    if "expected ',' or" in problem:
        return (
            f"{line} opens a bracket that is not closed. Write `[one, two]`, or put the value in "
            f"quotation marks: `{quoted}`.",
            f"{line}的括号只开不关。写成 `[一, 二]`；不是列表，就给值加引号：`{quoted}`。",
        )
    if "mapping values" in problem:
        return (
            f"{line} has a second colon, so it is not clear what the value is. Put it in quotation "
            f"marks: `{quoted}`.",
            f"{line}里还有一个冒号，分不清值从哪里开始。给值加引号：`{quoted}`。",
        )
    if "end of stream" in problem:
        return (
            f"{line} opens a quotation mark that is not closed. Write `{_closed(text)}`.",
            f"{line}的引号只开不关。写成 `{_closed(text)}`。",
        )
    if "\\t" in problem:
        return (
            f"{line} holds a tab. Replace it by spaces.",
            f"{line}里有制表符。换成空格。",
        )
    if "start any token" in problem:
        return (
            f"{line} begins its value with a sign that means something else here. Put the value in "
            f"quotation marks: `{quoted}`.",
            f"{line}的值开头是有特殊含义的符号。给值加引号：`{quoted}`。",
        )
    if match := NO_COLON.fullmatch(text):
        better = f"{match[1]}: {match[2]}"
        return (
            f"{line} has no colon with a space after it. Write `{better}`.",
            f"{line}缺少英文冒号和空格。写成 `{better}`。",
        )
    return (
        f"{line} is not a line `key: value`, or the line above is not finished. Write "
        f"`{KEYS[0]}: …`, one key a line, without spaces before it.",
        f"{line}不是“键: 值”，或者上一行没写完。写成 `{KEYS[0]}: …`，一行一个键，前面不留空格。",
    )


def _closed(text: str) -> str:
    """The line with the quotation mark at its end that is missing."""
    pair = PAIR.fullmatch(text)
    return f"{text.strip()}{pair[2][0]}" if pair else 'key: "value"'
