"""`helpcenter lint`: check the articles, say what is wrong in whatever form is wanted."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from helpcenter.checking.baseline import baseline_text, without_debts
from helpcenter.checking.check import check
from helpcenter.checking.excerpt import Excerpts
from helpcenter.checking.formats import Result
from helpcenter.checking.output import CLEAN, FINDINGS, add_forms, finish, misuse
from helpcenter.checking.scope import Scope, read_scope
from helpcenter.checking.wishes import Refused, Wishes, chosen_rules, read_wishes
from helpcenter.contacts.earlier import at_fork
from helpcenter.contacts.names import NAMES as CONTACTS
from helpcenter.contacts.reading import read_contacts
from helpcenter.contacts.trust import this_day, trust_of
from helpcenter.content.settings import FILE, read_settings
from helpcenter.finding import Level, in_order
from helpcenter.foreign.door import read_project
from helpcenter.foreign.rules import judging
from helpcenter.speech import Speech, no_project
from helpcenter.store import store_of

if TYPE_CHECKING:
    from helpcenter.foreign.project import Project

CHANGED = "changed-contact"
LARGEST = 4_000_000
"""Bytes of a page of somebody else’s whose lines are still shown."""
MAX_BUILT = 50_000_000
"""Bytes of a built page whose lines are still shown."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    add = parser.add_argument
    add("paths", nargs="*", type=Path, metavar="PATH", help="show only these / 只看这些文件")
    add("--contacts", action="store_true", help="only contacts / 只查联系方式")
    add("--strict", action="store_true", help="fail on warnings too / 提醒也算失败")
    add("--select", action="append", metavar="RULES", help="only these rules / 只用这些规则")
    add("--ignore", action="append", metavar="RULES", help="all but these / 不用这些规则")
    add("--level", type=Level, choices=list(Level), help="show only from here up / 只看这一级以上")
    add("--changed", metavar="REV", help="only files changed since / 只看此版本以来改过的文件")
    add("--baseline", type=Path, metavar="FILE", help="known debts / 已知旧账")
    add("--write-baseline", action="store_true", help="know all this / 把现有问题都记为旧账")
    add("--fix", action="store_true", help="mend what is safe to mend / 修好能放心改的")
    add("--diff", action="store_true", help="show what --fix would do / 显示 --fix 会改什么")
    add("--site", type=Path, metavar="DIR", help="links, contacts of a built site / 检查生成的网站")
    add("--site-url", metavar="URL", help="where it will live / 网站将来的网址")
    add("--opened", action="store_true", help="opened from a folder / 直接从文件夹打开")
    add_forms(parser)


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    if options.site:
        return _lint_site(options, speech)
    if not (options.root / FILE).is_file():
        return misuse(no_project(options.root, speech))
    try:
        wishes = _wishes(options)
        scope = read_scope(options.root, options.paths, options.changed, options.level)
        return _lint(options, speech, wishes, scope)
    except Refused as error:
        return misuse(speech(en=error.en, zh=error.zh))


def _lint(options: argparse.Namespace, speech: Speech, wishes: Wishes, scope: Scope) -> int:
    """Check, mend if that is wanted, and say what is left. Raises Refused."""
    store = store_of(options.root, "lint")
    center = read_project(options.root, store=store)
    if center.foreign:
        _introduce(center.foreign, len(judging(center, wishes).select), speech)
    if options.fix or options.diff:
        # Loaded only when wanted, here and below: most runs mend nothing and see no built site.
        from helpcenter.checking.fixes import diff_text, fixes

        new = fixes(center, wishes, scope.holds)
        if options.diff:
            sys.stdout.write(diff_text(options.root, new))
            return FINDINGS if new else CLEAN
        _mend(options.root, new)
        center = read_project(options.root, store=store)
        text = speech(en=f"{len(new)} files mended.", zh=f"修好了 {len(new)} 个文件。")
        print(text, file=sys.stderr)
    if CHANGED in wishes.select:
        old = at_fork(center.settings, center.contacts, options.changed)
        center = center if old is None else center.compared_with(old)
    checked = check(center, wishes, store)
    store.save()
    findings = [one for one in checked.findings if scope.holds(one)]
    excerpts = Excerpts(options.root, LARGEST) if center.foreign else Excerpts(options.root)
    file = options.baseline or (options.root / wishes.baseline if wishes.baseline else None)
    if options.write_baseline:
        return _write_baseline(file, baseline_text(findings, excerpts), speech)
    if file:
        findings, paid = without_debts(findings, file, excerpts)
        if paid:
            text = speech(
                en=f"{paid} old debts are paid; `--write-baseline` forgets them.",
                zh=f"{paid} 笔旧账已经还清，用 `--write-baseline` 更新基线。",
            )
            print(text, file=sys.stderr)
    pages = len(center.pages)
    result = Result(findings, pages, center.settings, excerpts, speech, options.lang)
    return finish(options, speech, result)


def _introduce(project: Project, rules: int, speech: Speech) -> None:
    """Say by what somebody else's project is judged."""
    text = speech(
        en=f"A project without the plugin “helpcenter”: {rules} rules that hold for any MkDocs "
        "site, judged by its own mkdocs.yml.",
        zh=f"这个项目没有用插件“helpcenter”：只用适用于任何 MkDocs 网站的 {rules} 条规则，"
        "按它自己的 mkdocs.yml 判断。",
    )
    print(text, file=sys.stderr)
    if project.unloaded:
        names = ", ".join(project.unloaded)
        text = speech(
            en=f"Not installed here, so pages were read without: {names}.",
            zh=f"这里没有装这些扩展，读的时候没有用上：{names}。",
        )
        print(text, file=sys.stderr)


def _lint_site(options: argparse.Namespace, speech: Speech) -> int:
    """Check links and contacts of a built site; without a project around it, links alone."""
    from helpcenter.contacts.site import check_site
    from helpcenter.links.site import SiteLinks

    settings = read_settings(options.root)
    # A copy on a disk lives nowhere: its links to the web lead elsewhere.
    known = "" if options.opened else settings.site_url
    url = known if options.site_url is None else options.site_url
    site = SiteLinks(options.site, url, opened=options.opened)
    found = [*site.check()]
    if (options.root / FILE).is_file():
        contacts, _ = read_contacts(settings)
        trust = trust_of(contacts, this_day(), url or settings.site_url, settings.edit_url)
        found += check_site(options.site, trust)
    findings = in_order(found)
    excerpts = Excerpts(options.site.parent, MAX_BUILT)
    pages = len(site.pages)
    return finish(
        options, speech, Result(findings, pages, settings, excerpts, speech, options.lang)
    )


def _wishes(options: argparse.Namespace) -> Wishes:
    """What the project wants, and of that what the command line asks for."""
    wishes = read_wishes(options.root)
    if options.contacts:
        # Whoever may edit the settings may not turn these off: no level, no known debts.
        wishes = Wishes(frozenset(CONTACTS))
    select, ignore = (
        [name for words in chosen or () for name in words.split(",") if name]
        for chosen in (options.select, options.ignore)
    )
    asked = chosen_rules(select, ignore)
    # Somebody who names a rule wants it, whatever the project leaves out.
    chosen = asked if select else asked & wishes.select
    return Wishes(chosen, wishes.levels, wishes.options, wishes.baseline)


def _mend(root: Path, new: Mapping[str, bytes]) -> None:
    """Write all of it or nothing. Raises Refused."""
    from helpcenter.editing.changes import ChangeFailed, Changes
    from helpcenter.editing.wording import failed

    changes = Changes(root)
    try:
        for name, data in new.items():
            changes.write(name, data)
        changes.apply()
    except ChangeFailed as error:
        raise Refused(en=failed(error, Speech("en")), zh=failed(error, Speech("zh"))) from error


def _write_baseline(file: Path | None, text: str, speech: Speech) -> int:
    if file is None:
        return misuse(
            speech(
                en="Where to? Give --baseline FILE, or set `baseline` in pyproject.toml.",
                zh="写到哪里？用 --baseline 指定文件，或在 pyproject.toml 里设 `baseline`。",
            )
        )
    try:
        file.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        why = error.strerror
        return misuse(
            speech(en=f"{file} cannot be written: {why}.", zh=f"{file} 写不进去：{why}。")
        )
    return CLEAN
