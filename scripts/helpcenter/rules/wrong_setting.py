"""A setting in `mkdocs.yml` has a value the site cannot be built with.

Links, the sitemap and what search engines keep would be wrong, or `mkdocs build` would make another
site than `helpcenter build`.

Wrong: `site_url: help.example.org/?lang=en`

Right: `site_url: https://help.example.org/`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR

ADDRESSES = {
    "space": ("it holds a space", "里面有空格"),
    "letters": ("it holds letters that an address has to spell out", "里面有网址里要转写的文字"),
    "signs": ("it holds signs that no address has", "里面有网址不能有的符号"),
    "scheme": ("it does not begin with `https://`", "不是以 `https://` 开头"),
    "host": ("it names no host", "没有写清楚域名"),
    "port": ("its port is no number from 1 to 65535", "端口不是 1 到 65535 之间的数字"),
    "user": ("it holds a user’s name", "里面有用户名"),
    "path": ("its path holds `//`, `.` or `..`", "路径里有 `//`、`.` 或 `..`"),
    "query": ("it holds `?` or `#`, and pages stand below it", "里面有 `?` 或 `#`，页面放不到下面"),
    "field": ("`{path}` is the only gap that is filled", "能填的空只有 `{path}`"),
}
MODELS = {
    "site_url": "https://help.example.org/",
    "edit_uri_template": "https://github.com/example/help/edit/main/docs/{path}",
}
ONLY = {
    "use_directory_urls": (
        "pages of the web site end with `/`, and the copies for a disk have files anyway",
        "网站上的页面以 `/` 结尾，离线版本来就是文件",
    ),
    "docs_structure": ("each language has a folder of its own", "每种语言各有一个文件夹"),
    "fallback_to_default": (
        "a page that is not translated is shown in the default language",
        "没有翻译的页面会用默认语言显示",
    ),
}


def check(center: Center) -> Iterator[Note]:
    """Values that are no address, no folder, no text, or contradict each other."""
    for fault in center.faults_of("wrong-setting"):
        en, zh = _words(fault.detail)
        yield Note(fault.path, fault.line, en=en, zh=zh)


def _words(detail: Mapping[str, str]) -> tuple[str, str]:
    key, why, write = detail["key"], detail["why"], detail.get("write", "")
    value = quote(detail["value"])
    begin = (f"“{key}” cannot be {value}", f"“{key}”不能是{value}")
    if why in ADDRESSES:
        en, zh = ADDRESSES[why]
        model = write or MODELS[key]
        such, such_zh = ("", "") if write else ("an address such as ", "这样的网址：")
        return (
            f"{begin[0]}: {en}. Write {such}`{model}`.",
            f"{begin[1]}：{zh}。写{such_zh or ' '}`{model}`。",
        )
    match why:
        case "only":
            en, zh = ONLY[key]
            return (
                f"{begin[0]}: {en}. Write `{key}: {write}`, or delete the line.",
                f"{begin[1]}：{zh}。写 `{key}: {write}`，或者删掉这一行。",
            )
        case "missing":
            return (
                f"“{key}” is missing. Write `{key}: {write}`.",
                f"缺“{key}”。写上 `{key}: {write}`。",
            )
        case "not-text":
            return (
                f"The value of “{key}” is not text: programs take it for {value}. Put it in "
                "quotation marks.",
                f"“{key}”的值不是文字，程序会当成{value}。加上引号。",
            )
        case "inside":
            return (
                f"{begin[0]}: it is inside “{write}”, and the next build would take the pages for "
                "articles. Write `site_dir: site`.",
                f"{begin[1]}：它在“{write}”里面，下次会把生成的页面当成文章。写 `site_dir: site`。",
            )
        case "leaves":
            return (
                f"{begin[0]}: a build empties that folder, so it must be one inside the project. "
                "Write `site_dir: site`.",
                f"{begin[1]}：生成时会清空这个文件夹，所以只能是项目里的文件夹。"
                "写 `site_dir: site`。",
            )
        case "theme":
            en, zh = begin if detail["value"] else (f"“{key}” is missing", f"缺“{key}”")
            return (
                f"{en}: pages are made from this project’s own templates, with icons of Material. "
                "Write `theme:`, and below it `name: material` and `custom_dir: overrides`.",
                f"{zh}：页面由本项目自己的模板生成，图标来自 Material。写 `theme:`，下面写 "
                "`name: material` 和 `custom_dir: overrides`。",
            )
        case "twice":
            return (
                f"The language {value} already stands in line {write}. Keep one of the two.",
                f"第 {write} 行已经有语言{value}。只留一个。",
            )
        case "default":
            return (
                f"{begin[0]}. Write `default: true` without quotation marks, or delete the line.",
                f"{begin[1]}。写 `default: true`，不加引号；或者删掉这一行。",
            )
        case "second-default":
            return (
                f"Line {write} already makes a language the default, and only one can live at `/`. "
                "Delete one of the two lines.",
                f"第 {write} 行已经指定了默认语言，`/` 只能放一种语言。两行删掉一行。",
            )
        case "no-default":
            return (
                "No language is the default, and one must live at `/`. Write `default: true` below "
                f"`- locale: {write}`.",
                "没有默认语言，`/` 必须放一种语言。"
                f"在 `- locale: {write}` 下面写 `default: true`。",
            )
        case "months":
            return (
                f"{begin[0]}. Write a number of months from 1 to 120.",
                f"{begin[1]}。写 1 到 120 之间的月数。",
            )
        case "report":
            return (
                f"{begin[0]}. Write an address that begins with `https://` or `mailto:`; it may "
                "hold `{title}`, `{page}` and `{path}`.",
                f"{begin[1]}。写 `https://` 或 `mailto:` 开头的地址，"
                "里面可以用 `{title}`、`{page}`、`{path}`。",
            )
    return (
        f"The navigation holds {value}, which is no file. Write the path of an article, such as "
        "`- payments/refund.md`.",
        f"导航里的{value}不是文件。写文章的路径，例如 `- payments/refund.md`。",
    )
