"""A link to this site is written as an address instead of a file.

An address such as `/payments/refund/` breaks as soon as the site lives under a sub-path or is
opened from a folder on a disk.

Wrong: `[Refunds](/payments/refund/)`

Right: `[Refunds](../payments/refund.md)`
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.targets import Target, meant, read_target, written
from helpcenter.finding import Fix, Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Links that begin with `/`, or with this site's own address."""
    site = center.settings.site_url
    for page in center.pages:
        for link in page.links:
            target = read_target(page, link.target)
            if target.kind == "absolute":
                way = target.path
            elif site and f"{link.target}/".startswith(site):
                way = f"{link.target}/".removeprefix(site)
            else:
                continue
            path, _, anchor = way.partition("#")
            path, anchor = path.strip("/"), anchor.rstrip("/")
            first, _, rest = path.partition("/")
            if first in (one.locale for one in center.settings.languages):
                path = rest
            file = posixpath.join(center.settings.docs_dir, page.locale, path or "index")
            meaning = Target("relative", path=path, file=file, anchor=anchor)
            better = meant(center, page, meaning, image=link.image)
            if better:
                en, zh = f" Write `{written(link, better)}`.", f"写成 `{written(link, better)}`。"
            else:
                en = " Write the path of the file from this one, such as `../payments/refund.md`."
                zh = "写从这一篇到那个文件的路径，例如 `../payments/refund.md`。"
            # Only what names a page just as it is published; the rest is a guess.
            exact = {f"{file}.md", posixpath.join(file, "index.md"), file} & center.files
            fix = Fix(f"]({link.target})", f"]({better})") if better and exact else None
            yield Note(
                page.file,
                link.line,
                en=f"{quote(link.target)} is an address that only works where the site lives today."
                + en,
                zh=f"{quote(link.target)}是网址，网站换个位置或从文件夹打开就失效。{zh}",
                fix=fix,
            )
