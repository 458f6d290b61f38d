"""`mkdocs.yml` cannot be read.

Without it nobody knows which languages and pages the site has, so nothing else is checked.

Wrong:

    site_name: Help: wallet

Right:

    site_name: "Help: wallet"
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Fault, Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """A configuration that is missing, broken or not plain YAML."""
    for fault in center.faults_of("unreadable-settings"):
        en, zh = _words(fault)
        yield Note(fault.path, fault.line, en=en, zh=zh)


def _words(fault: Fault) -> tuple[str, str]:
    sign = fault.detail["detail"]
    detail = quote(sign)
    line = quote(fault.detail.get("text", ""))
    match fault.detail["why"]:
        case "missing":
            return (
                "There is no mkdocs.yml here. Run the command in the project’s folder, or name it "
                "with `--root FOLDER`.",
                "这里没有 mkdocs.yml。到项目文件夹里运行，或者用 `--root 文件夹` 指明。",
            )
        case "unreadable":
            return (
                f"mkdocs.yml cannot be read: {detail}. Put an ordinary file that may be opened in "
                "its place.",
                f"读不了 mkdocs.yml：{detail}。换成一个有权限打开的普通文件。",
            )
        case "encoding":
            return (
                "mkdocs.yml is not UTF-8. Save it again with encoding UTF-8.",
                "mkdocs.yml 不是 UTF-8 编码。用 UTF-8 编码重新保存。",
            )
        case "invisible":
            return (
                f"This line holds a character nobody sees: {sign}. Type the line again.",
                f"这一行有看不见的字符：{sign}。把这一行重新输入一遍。",
            )
        case "shape":
            return (
                "mkdocs.yml holds no settings. Write lines such as `site_name: Help`.",
                "mkdocs.yml 里没有设置。写 `site_name: 帮助` 这样的行。",
            )
        case "alias":
            return (
                f"{detail} repeats a value that stands elsewhere. Write the value itself.",
                f"{detail}引用了别处的值。直接写出这个值。",
            )
        case "repeated-key":
            return (
                f"The key {detail} is there twice. Keep one of the two.",
                f"{detail}这个键写了两次。只留一个。",
            )
        case "extension":
            why = quote(fault.detail["error"])
            return (
                f"The Markdown extension {detail} cannot be loaded: {why}. Mend its name or "
                "options, or delete the line.",
                f"Markdown 扩展{detail}加载不了：{why}。改正名字或选项，或者删掉这一行。",
            )
        case "outside-project":
            return (
                "mkdocs.yml is a link, or leads out of the project; it was not opened. Put the "
                "file itself here.",
                "mkdocs.yml 是链接，或者通向项目之外，没有打开。把文件本身放到这里。",
            )
        case "too-large":
            return (
                "mkdocs.yml is larger than a configuration can be, and was not read. Take out what "
                "is no setting.",
                "mkdocs.yml 太大，不像是设置，没有读。去掉不是设置的内容。",
            )
        case "depth":
            return (
                f"{line} opens too many brackets. Write lists as `[one, two]`.",
                f"{line}的括号套得太深。列表写成 `[一, 二]`。",
            )
    return (
        f"mkdocs.yml cannot be understood from {line} on. Put values that hold `: `, `#` or "
        "brackets in quotation marks, and close every bracket.",
        f"mkdocs.yml 从{line}起读不懂。值里有 `: `、`#` 或括号的，加上引号；括号要成对。",
    )
