"""`helpcenter import`: raw articles become draft pages, and every line is accounted for."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from helpcenter.checking.check import check
from helpcenter.content.center import Center, read_center
from helpcenter.editing.changes import ChangeFailed, Changes, recover
from helpcenter.editing.importing import Imported, import_article
from helpcenter.editing.likeness import Finder
from helpcenter.editing.markup import complete
from helpcenter.editing.raw import MAX_BYTES
from helpcenter.editing.rawline import Unreadable
from helpcenter.editing.wording import failed, put_back
from helpcenter.speech import Speech

DONE, FINDINGS, MISUSE = 0, 1, 2
REASONS = {
    "hidden": ("hidden on the page", "页面上看不见"),
    "boilerplate": ("around the article", "正文以外"),
    "tags": ("empty tags", "空标签"),
    "date": ("a date", "日期"),
    "around": ("share label, author or the like", "分享、作者之类"),
    "related": ("other articles", "别的文章"),
    "promotion": ("promotion", "推广"),
    "greeting": ("a greeting", "问候"),
    "closing": ("a closing without information", "没有内容的结尾"),
    "repeated": ("stands there twice", "重复"),
    "title": ("the article's title", "文章标题"),
    "lead-in": ("leads to what follows, says nothing", "只是引出下文"),
    "part": ("a heading with nothing beneath", "下面没有内容的标题"),
    "lost": ("LOST, please report", "丢失，请报告"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=".txt .md .html .docx")
    parser.add_argument(
        "--into",
        type=Path,
        default=Path("drafts"),
        metavar="FOLDER",
        help="where drafts go (default: drafts) / 草稿放在哪里",
    )
    parser.add_argument("--language", metavar="zh", help="of the articles / 文章的语言")


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    for name in recover(options.root):
        print(put_back(name, speech), file=sys.stderr)
    center = read_center(options.root)
    into = _folder(options.root, options.into)
    locales = [language.locale for language in center.settings.languages]
    if into is None or (options.language and options.language not in locales):
        print(
            speech(
                en=f"Drafts go into a folder of the project, and languages are {locales}.",
                zh=f"草稿要放在项目的文件夹里，语言只能是 {locales}。",
            ),
            file=sys.stderr,
        )
        return MISUSE
    find = finder(center)
    changes = Changes(options.root)
    code = DONE
    try:
        for file in options.files:
            code = max(code, _one(center, file, into, options.language, find, changes, speech))
        changes.apply()
    except ChangeFailed as error:
        print(failed(error, speech), file=sys.stderr)
        return MISUSE
    return code


def _one(
    center: Center,
    file: Path,
    into: str,
    language: str | None,
    find: Finder | None,
    changes: Changes,
    speech: Speech,
) -> int:
    def taken(name: str) -> bool:
        return changes.read(f"{into}/{name}") is not None

    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        found = import_article(
            center,
            file.name,
            data,
            speech=speech,
            taken=taken,
            locale=language or "",
            find=find,
        )
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        print(speech(en=f"{file}: {why}.", zh=f"{file}：{why}。"), file=sys.stderr)
        return MISUSE
    except Unreadable as error:
        print(_unreadable(file, error, speech), file=sys.stderr)
        return MISUSE
    if file.suffix.lower() not in (".txt", ".md") and not complete():
        print(
            speech(
                en=f"{file.name}: read without mammoth and trafilatura. No word is missing, but "
                "menus and the like may be among the drafts; `pip install mammoth trafilatura` "
                "tells them apart.",
                zh=f"{file.name}：没有 mammoth 和 trafilatura，按最简单的办法读的。文字一句不少，"
                "但菜单之类可能混进草稿；装上它们（`pip install mammoth trafilatura`）就能分清。",
            ),
            file=sys.stderr,
        )
    for one in found.drafts:
        changes.create(f"{into}/{one.name}", one.text.encode("utf-8"))
        same = f" ~ {one.matches[0].path} {one.matches[0].score:.2f}" if one.matches else ""
        print(f"{into}/{one.name}: {one.title}{same}")
    name = _report_name(file, changes)
    changes.create(name, report(file.name, found, into, speech).encode("utf-8"))
    kept = found.lines - len(found.left)
    print(
        speech(
            en=f"{file.name}: {len(found.drafts)} drafts; {kept} of {found.lines} lines kept, the "
            f"others are in {name}.",
            zh=f"{file.name}：{len(found.drafts)} 篇草稿；{found.lines} 行里留下 {kept} 行，"
            f"其余见 {name}。",
        ),
        file=sys.stderr,
    )
    return FINDINGS if any(one.why == "lost" for one in found.left) else DONE


def _report_name(file: Path, changes: Changes) -> str:
    count, stem = 1, file.stem or "article"
    name = f"drafts/{stem}-report.md"
    while changes.read(name) is not None:
        count += 1
        name = f"drafts/{stem}-report-{count}.md"
    return name


def report(name: str, found: Imported, into: str, speech: Speech) -> str:
    """The account of one article: its drafts with their doubts, and every line left out."""
    rows = [f"# {name}", ""]
    for one in found.drafts:
        first, last = one.numbers
        rows.append(f"## {into}/{one.name}")
        rows += ["", speech(en=f"lines {first}-{last}: ", zh=f"第 {first}-{last} 行：") + one.title]
        rows += [""] if one.matches or one.doubts else []
        rows += [
            speech(en="- resembles ", zh="- 像 ") + f"{match.path} ({match.score:.2f})"
            for match in one.matches
        ]
        rows += [
            speech(en=f"- line {number}: {text}", zh=f"- 第 {number} 行：{text}")
            for number, text in dict.fromkeys(one.doubts)
        ]
        rows.append("")
    rows += [speech(en="## Lines in no draft", zh="## 没有放进草稿的行"), ""]
    for left in found.left:
        en, zh = REASONS[left.why]
        rows.append(f"- {left.number} ({speech(en=en, zh=zh)}): {left.text}")
    return "\n".join(rows) + "\n"


def finder(center: Center) -> Finder | None:
    """The help center's own search, if it can run here."""
    try:
        from helpcenter.search.engine import Engine

        engine = Engine(center, check(center).words)
    except Exception:  # without its interpreter or its scripts, titles are compared instead
        return None

    def find(words: str, locale: str) -> list[str]:
        return [hit.path for hit in engine.answer(words[:200], locale).hits]

    return find


def _folder(root: Path, into: Path) -> str | None:
    """`into` below `root`, or nothing if it is elsewhere."""
    base = root.resolve()
    full = (into if into.is_absolute() else base / into).resolve()
    if not full.is_relative_to(base) or full == base:
        return None
    return full.relative_to(base).as_posix()


def _unreadable(file: Path, error: Unreadable, speech: Speech) -> str:
    detail = f" ({error.detail})" if error.detail else ""
    en, zh = {
        "too-large": (
            "is larger than an article can be. Split it.",
            "太大了，不像一篇文章。拆开再导入。",
        ),
        "long-line": (
            "has a paragraph that is longer than an article can be. Break it up. Line",
            "有一段太长，不像文章。分成几段再导入。行号",
        ),
        "encoding": (
            "is in an encoding nobody knows. Save it as UTF-8.",
            "认不出编码。保存成 UTF-8 再导入。",
        ),
        "word": (
            "cannot be read as a Word document. Save it again as .docx.",
            "读不出 Word 文档。重新保存成 .docx。",
        ),
        "html": (
            "cannot be read as HTML. Copy the text into a .txt file.",
            "读不出网页。把文字复制到 .txt 文件里。",
        ),
    }[error.why]
    return speech(en=f"{file} {en}{detail}", zh=f"{file} {zh}{detail}")
