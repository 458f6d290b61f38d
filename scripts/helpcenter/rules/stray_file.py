"""A file or folder stands where no article belongs.

MkDocs publishes whatever lies under `docs/`: a file beside the language folders appears in every
language, untranslated, and a folder of no language appears in none.

Wrong: `docs/help/refund.md`, `docs/notes.md`, `docs/zh/payments/fees.pdf`.

Right: `docs/zh/payments/refund.md`, and images beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.tree import IMAGES
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Everything under the articles' folder that is no article, image or language."""
    docs = center.settings.docs_dir
    folders = [f"{docs}/{language.locale}/" for language in center.settings.languages]
    for fault in center.faults_of("stray-file"):
        shown = fault.path.rpartition("/")[2]
        name = quote(shown)
        kind = fault.detail["kind"]
        if kind == "folder":
            en = f"{name} is no language of this site. Move its files below {' and '.join(folders)}"
            en += ", or add the language to mkdocs.yml."
            zh = f"{name}不是本站的语言。把里面的文件移到 {' 和 '.join(folders)} 下面，"
            zh += "或者在 mkdocs.yml 里加上这种语言。"
        elif kind == "file":
            en = f"{name} stands beside the language folders. Move it to `{folders[0]}{shown}`, "
            en += "or delete it."
            zh = f"{name}放在了语言文件夹外面。移到 `{folders[0]}{shown}`，或者删掉。"
        else:
            known = " ".join((".md", *IMAGES))
            en = f"{name} is neither an article nor an image. Delete it, or write what it says as "
            en += f"an article; allowed are {known}."
            zh = f"{name}既不是文章也不是图片。删掉，或者把内容写成文章；可用的类型：{known}。"
        yield Note(fault.path, fault.line, en=en, zh=zh)
