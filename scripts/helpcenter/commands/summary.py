"""`helpcenter summary`: what a pull request means, as one Markdown table for its reviewer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from helpcenter.contacts.differences import Change, changes
from helpcenter.contacts.earlier import before as contacts_before
from helpcenter.content.center import Center, read_center
from helpcenter.editing.wording import parts_said
from helpcenter.speech import Speech
from helpcenter.translation.history import git
from helpcenter.translation.state import compare, compared, source_of

CLEAN, MISUSE = 0, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--base", required=True, metavar="REV", help="what to compare with / 和哪个版本比"
    )
    parser.add_argument(
        "--pages", action="store_true", help="only addresses of changed pages / 只列改动页面的地址"
    )


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    center = read_center(options.root)
    names = changed_files(center, options.base)
    if names is None:
        print(
            speech(
                en=f"Git cannot compare with “{options.base}”. Fetch it, or name another revision.",
                zh=f"Git 没法和“{options.base}”比较。先取回它，或者换一个版本。",
            ),
            file=sys.stderr,
        )
        return MISUSE
    if options.pages:
        for page in center.pages:
            if page.file in names:
                print(f"{page.locale}/{page.path}")
        return CLEAN
    for line in table(center, names, contact_lines(center, options.base, speech), speech):
        print(line)
    return CLEAN


def changed_files(center: Center, base: str) -> dict[str, str] | None:
    """Every file changed since `base` with Git's letter for how; nothing if Git cannot tell."""
    if base.startswith("-"):
        return None
    words = ("diff", "--name-status", "--no-renames", "--relative", "-z", f"{base}...HEAD", "--")
    out = git(center.settings.root, *words)
    if out is None:
        return None
    fields = out.decode("utf-8", "replace").split("\x00")[:-1]
    return dict(zip(fields[1::2], fields[::2], strict=True))


def table(
    center: Center, names: dict[str, str], contacts: list[str], speech: Speech
) -> Iterator[str]:
    """The lines of the summary."""
    yield speech(en="## What this change means", zh="## 这次改动意味着什么")
    yield ""
    docs = f"{center.settings.docs_dir}/"
    words = {
        "A": speech(en="new", zh="新增"),
        "D": speech(en="removed", zh="删除"),
    }
    rows = [
        f"| `{name}` | {words.get(how, speech(en='changed', zh='修改'))} |"
        for name, how in sorted(names.items())
        if name.startswith(docs)
    ]
    if rows:
        yield speech(en="| page | what |", zh="| 页面 | 改动 |")
        yield "|---|---|"
        yield from rows
    else:
        yield speech(en="No page was changed.", zh="没有改动页面。")
    yield ""
    yield from _stale(center, names, speech)
    yield speech(en="### Contacts", zh="### 联系方式")
    yield ""
    yield from contacts or [speech(en="No contact was changed.", zh="没有改动联系方式。")]


def _stale(center: Center, names: dict[str, str], speech: Speech) -> Iterator[str]:
    """Translations whose source was changed here, with the line that says they were compared."""
    for page in center.pages:
        source = source_of(center, page.path)
        if source is None or source is page or source.file not in names:
            continue
        open_changes = compare(page, source).undeclared
        if not open_changes:
            continue
        said = parts_said(open_changes, speech)
        stamp = " ".join(compared(source))
        yield speech(
            en=f"### {page.file} does not follow {source.file}",
            zh=f"### {page.file} 还没跟上 {source.file}",
        )
        yield ""
        yield speech(
            en=f"Changed: {said}. If both say the same, run `helpcenter stamp "
            f"{page.locale}/{page.path}`, or put this line in its place:",
            zh=f"改过：{said}。两边说的一样了，就运行 `helpcenter stamp "
            f"{page.locale}/{page.path}`，或者换上这一行：",
        )
        yield from ["", "```yaml", f"translated_from: {stamp}", "```", ""]


def contact_lines(center: Center, base: str, speech: Speech) -> list[str]:
    """Changed contacts, old and new in plain words."""
    old = contacts_before(center.settings, center.contacts, base)
    if old is None:
        return []
    return [f"- {_contact(one, speech)}" for one in changes(old, center.contacts)]


def _contact(one: Change, speech: Speech) -> str:
    return speech(en=one.en, zh=one.zh)
