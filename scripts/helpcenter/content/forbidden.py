"""What `mkdocs.yml` may not switch on, each with its reason in English and in Chinese.

The extensions read files or let HTML through, and are not even loaded to check a page; the
plugins and features are replaced by this site's own, or break one of its promises.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Reason(NamedTuple):
    """Why something is forbidden; the end of a sentence that names it."""

    en: str
    zh: str


FILES = Reason(
    "puts files of the machine on pages, secrets included",
    "会把这台电脑上的文件（包括密钥）放进页面",
)
HTML = Reason("lets raw HTML through, and with it scripts", "会放行 HTML，脚本也就进来了")
META = Reason("swallows the first lines of an article", "会吞掉文章开头的几行")
TOC = Reason(
    "gives headings ids that change with their words", "会给标题编随文字变化的 id，链接跟着失效"
)
OTHER_HOST = Reason("fetches files from other hosts", "会从别的网站取文件")
OWN_SEARCH = Reason("is replaced by this site’s own search", "已由本站自己的搜索代替")
OWN_OFFLINE = Reason("is replaced by this site’s own offline edition", "已由本站自己的离线版代替")
OWN_PAGES = Reason(
    "makes pages that exist in no language’s folder", "会生成任何语言文件夹里都没有的页面"
)
OWN_NAV = Reason(
    "decides on a navigation of its own; here `nav` does", "会另定导航；这里由 `nav` 决定"
)
ADDRESSES = Reason("changes the addresses of pages", "会改动页面的地址")
CODE = Reason("runs code that stands in articles", "会运行写在文章里的代码")
INSTANT = Reason(
    "keeps the language switch on the first page’s addresses", "会让语言切换停在第一页的地址上"
)
SCRIPT = Reason("adds a link that runs a script", "会加上运行脚本的链接")

EXTENSIONS: Mapping[str, Reason] = {
    "pymdownx.snippets": FILES,
    "pymdownx.b64": FILES,
    "markdown_include.include": FILES,
    "mdx_include.mdx_include": FILES,
    "md_in_html": HTML,
    "extra": HTML,
    "pymdownx.extra": HTML,
    "pymdownx.blocks.html": HTML,
    "pymdownx.striphtml": HTML,
    "meta": META,
    "full_yaml_metadata": META,
    "toc": TOC,
    "pymdownx.emoji": OTHER_HOST,
    "pymdownx.pathconverter": ADDRESSES,
    "markdown_exec": CODE,
}
PLUGINS: Mapping[str, Reason] = {
    "search": OWN_SEARCH,
    "offline": OWN_OFFLINE,
    "privacy": OTHER_HOST,
    "social": OTHER_HOST,
    "tags": OWN_PAGES,
    "blog": OWN_PAGES,
    "gen-files": OWN_PAGES,
    "mike": ADDRESSES,
    "projects": ADDRESSES,
    "meta": META,
    "macros": CODE,
    "markdown-exec": CODE,
    "include-markdown": FILES,
    "awesome-pages": OWN_NAV,
    "awesome-nav": OWN_NAV,
    "literate-nav": OWN_NAV,
}
FEATURES: Mapping[str, Reason] = {
    "navigation.instant": INSTANT,
    "navigation.instant.prefetch": INSTANT,
    "navigation.instant.preview": INSTANT,
    "navigation.instant.progress": INSTANT,
    "search.share": SCRIPT,
}
SETTINGS: Mapping[str, Reason] = {
    "INHERIT": Reason(
        "takes settings from another file, which nobody checks", "会引入另一个没人检查的设置文件"
    ),
    "hooks": Reason(
        "runs code in `mkdocs build` only, which then makes another site",
        "只在 `mkdocs build` 里运行代码，生成的网站就不一样了",
    ),
    "exclude_docs": Reason(
        "hides pages in `mkdocs build` only; a page that nobody should see is not in the folder",
        "只在 `mkdocs build` 里藏起页面；不该给人看的页面不要放在文件夹里",
    ),
    "draft_docs": Reason(
        "hides pages in `mkdocs build` only; drafts stand in `drafts/`",
        "只在 `mkdocs build` 里藏起页面；草稿放在 `drafts/` 里",
    ),
}


def plain(name: str) -> str:
    """The name of an extension or plugin as it stands above, however it is spelled."""
    name = name.split(":")[0].removeprefix("material/").removeprefix("markdown.extensions.")
    return "markdown_exec" if name.startswith("markdown_exec") else name
