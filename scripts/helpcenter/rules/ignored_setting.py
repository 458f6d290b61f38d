"""A setting in `mkdocs.yml` does nothing.

Pages are made from this project's own templates, so whoever waits for the effect of one of MkDocs'
or Material's other settings waits in vain.

Wrong: `copyright: © Example`

Right: the words themselves, in `overrides/partials/footer.html`.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content import forbidden
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, nearest, quote

LEVEL = Level.WARNING

EDITING = (
    "The link to edit a page comes from `edit_uri_template`.",
    "修改页面的链接由 `edit_uri_template` 决定。",
)
LOOKS = (
    "How pages look is decided by `overrides/`.",
    "页面的样子由 `overrides/` 里的模板和样式决定。",
)
STYLES = ("Styles stand in `overrides/assets/styles/`.", "样式写在 `overrides/assets/styles/` 里。")
SCRIPTS = (
    "Scripts stand in `overrides/assets/scripts/`.",
    "脚本写在 `overrides/assets/scripts/` 里。",
)
NAVIGATION = ("Every page stands in `nav`.", "每一页都要写进 `nav`。")
WORDS = (
    "Words of the interface stand in `overrides/words/`.",
    "界面用语写在 `overrides/words/` 里。",
)
PREVIEW = (
    "The preview is `helpcenter serve`, with `--port`.",
    "预览用 `helpcenter serve`，可以加 `--port`。",
)
OLD = (
    "Where old addresses lead stands in `overrides/published.yml`.",
    "旧网址通向哪里写在 `overrides/published.yml` 里。",
)
OTHER = ("`helpcenter build` runs no other plugins.", "`helpcenter build` 不运行其他插件。")
INSTEAD = {
    **dict.fromkeys(("repo_url", "repo_name", "edit_uri"), EDITING),
    **dict.fromkeys(("copyright", "site_author", "theme", "features"), LOOKS),
    **dict.fromkeys(("extra_css", "extra_templates"), STYLES),
    "extra_javascript": SCRIPTS,
    "not_in_nav": NAVIGATION,
    **dict.fromkeys(("nav_translations", "admonition_translations"), WORDS),
    **dict.fromkeys(("dev_addr", "watch"), PREVIEW),
    "redirects": OLD,
    "plugins": OTHER,
    "extra": LOOKS,
}


def check(center: Center) -> Iterator[Note]:
    """Settings, plugins and theme features that nothing reads."""
    for fault in center.faults_of("ignored-setting"):
        key, around = fault.detail["key"], fault.detail["in"]
        refused = {"plugins": forbidden.PLUGINS, "features": forbidden.FEATURES}.get(around, {})
        if forbidden.plain(key) in refused:
            continue
        near = nearest(key, fault.detail["known"].split())
        en, zh = INSTEAD.get(key) or INSTEAD.get(around, ("", ""))
        if near and key not in INSTEAD:
            remedy, remedy_zh = f"Did you mean `{near}`?", f"是不是 `{near}`？"
        else:
            remedy, remedy_zh = f"{en} Delete the line.".strip(), f"{zh}删掉这一行。"
        yield Note(
            fault.path,
            fault.line,
            en=f"Nothing reads {quote(key)}. {remedy}",
            zh=f"{quote(key)}不起作用。{remedy_zh}",
        )
