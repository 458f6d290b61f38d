"""A link does something else than open a page, write a mail or make a call.

`javascript:` and `data:` run what an attacker wrote, on a page that people trust; a picture from
another host tells that host who reads about stolen money.

Wrong: `[Check](javascript:alert(1))`, `![](https://example.com/pixel.png)`

Right: `[Check](../safety/phishing-links.md)`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.targets import read_target
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


SAFE = ("https", "http", "mailto", "tel")
"""`http` has a rule of its own."""


def check(center: Center) -> Iterator[Note]:
    """Schemes that are not allowed, however disguised, and pictures from other hosts."""
    for page in center.pages:
        for link in page.links:
            target = read_target(page, link.target)
            if target.kind not in ("scheme", "host"):
                continue
            shown = quote(link.target)
            if link.image:
                en = f"The image {shown} would be fetched from elsewhere. Put it beside the "
                en += "article and write `![…](name.png)`."
                zh = f"图片{shown}要从别处取。把它放到文章旁边，写成 `![…](name.png)`。"
            elif target.kind == "host":
                en = f"{shown} does not say how to get there. Write `https:` before it."
                zh = f"{shown}没有写明怎样打开。在前面加上 `https:`。"
            elif target.scheme not in SAFE:
                en = f"{shown} is a link of the kind “{target.scheme}:”, which does not simply "
                en += "open a page. Link to an article or an address with `https://`, or take it "
                en += "out."
                zh = f"{shown}是“{target.scheme}:”一类的链接，不只是打开页面。"
                zh += "改成文章或 `https://` 开头的网址，或者去掉。"
            else:
                continue
            yield Note(page.file, link.line, en=en, zh=zh)
