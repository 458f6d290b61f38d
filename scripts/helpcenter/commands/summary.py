"""`helpcenter summary`: what a pull request means, as one Markdown table for its reviewer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from helpcenter.contacts.differences import Change, changes
from helpcenter.contacts.earlier import before as contacts_before
from helpcenter.content.center import Center, read_center
from helpcenter.content.marked import read_marked
from helpcenter.content.words import read_words
from helpcenter.editing.wording import parts_said
from helpcenter.finding import quote
from helpcenter.git import file_at, fork, git
from helpcenter.search.engine import Engine
from helpcenter.search.queries import Query, file_of, parse_queries, read_queries
from helpcenter.search.results import TOP, check_queries
from helpcenter.speech import Speech
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
    base = fork(options.root, options.base)
    for line in table(center, names, contact_lines(center, base, speech), speech):
        print(line)
    for line in search_lines(center, base, speech):
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
    rows = [
        f"| `{name}` | {_what(center, name.removeprefix(docs), how, speech)} |"
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


def _what(center: Center, name: str, how: str, speech: Speech) -> str:
    """What became of the file `name`, `zh/payments/refund.md`."""
    path = name.partition("/")[2].removesuffix(".md")
    new = center.published.target(path)
    if how == "D" and new:
        return speech(en=f"moved to `{new}`", zh=f"移到 `{new}`")
    if how == "D":
        return speech(en="**removed**", zh="**删除**")
    return speech(en="new", zh="新增") if how == "A" else speech(en="changed", zh="修改")


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
    doubt = speech(en=" **No newer source.**", zh="**来源没有更新。**")
    return speech(en=one.en, zh=one.zh) + ("" if one.proven else doubt)


def search_lines(center: Center, base: str, speech: Speech) -> Iterator[str]:
    """How the expected queries fare, and which expectations were changed since `base`."""
    queries, faults = read_queries(center.settings)
    yield from ["", speech(en="### Search", zh="### 搜索"), ""]
    if faults:
        yield speech(en="The expected queries cannot be read.", zh="读不出预期搜索。")
        return
    words, _ = read_words(center.settings)
    results = list(check_queries(Engine(center, words), queries, center)) if queries else []
    fallen = [one for one in results if not one.right]
    yield speech(
        en=f"{len(results) - len(fallen)} of {len(results)} expected queries find their page.",
        zh=f"{len(results)} 个预期搜索，{len(results) - len(fallen)} 个找得到该看的页面。",
    )
    for one in fallen:
        found = ", ".join(hit.path for hit in one.answer.hits[:TOP]) or "–"
        yield speech(
            en=f"- {quote(one.query.text)} should lead to {one.query.pages[0]}, leads to {found}",
            zh=f"- {quote(one.query.text)}应该看到 {one.query.pages[0]}，看到的是 {found}",
        )
    yield from _expectations(center, base, {_key(one): one for one in queries}, speech)


def _expectations(
    center: Center, base: str, now: dict[tuple[str, str], Query], speech: Speech
) -> Iterator[str]:
    """Expected queries that were added, taken out or sent elsewhere."""
    old: dict[tuple[str, str], Query] = {}
    for language in center.settings.languages:
        file = file_of(language.locale)
        text = (file_at(center.settings.root, base, file) or b"").decode("utf-8", "replace")
        found = parse_queries(read_marked(text), language.locale, file)
        old |= {_key(one): one for one in found if isinstance(one, Query)}
    for key in sorted(old.keys() | now.keys()):
        before, after = old.get(key), now.get(key)
        shown = f"{quote(key[1])} ({key[0]})"
        if before and not after:
            page = before.pages[0]
            yield speech(
                en=f"- no longer expected: {shown} → {page}", zh=f"- 删掉：{shown} → {page}"
            )
        elif after and not before:
            page = after.pages[0]
            yield speech(en=f"- newly expected: {shown} → {page}", zh=f"- 新增：{shown} → {page}")
        elif before and after and before.pages != after.pages:
            way = f"{', '.join(before.pages)} → {', '.join(after.pages)}"
            yield speech(en=f"- now elsewhere: {shown}: {way}", zh=f"- 改了去处：{shown}：{way}")


def _key(query: Query) -> tuple[str, str]:
    return query.locale, query.text
