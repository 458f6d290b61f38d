"""The parts of `helpcenter check`: what a pull request has to pass, each as one function.

All of them speak in findings, so everything that is wrong is told in one way, with file and line.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from helpcenter.checking.baseline import without_debts
from helpcenter.checking.check import Checked, failing
from helpcenter.checking.excerpt import Excerpts
from helpcenter.checking.wishes import Wishes
from helpcenter.contacts.differences import changes
from helpcenter.contacts.registry import Contacts
from helpcenter.content.center import Center
from helpcenter.editing.changes import ChangeFailed
from helpcenter.editing.generated import behind
from helpcenter.finding import Finding, Level, printable, quote
from helpcenter.links.site import SiteLinks
from helpcenter.rules import RULES
from helpcenter.search.engine import Engine
from helpcenter.search.queries import read_queries
from helpcenter.search.results import TOP, check_queries
from helpcenter.site.build import BuildFailed, build_site

EDITIONS = (("all", False), ("folder", True))
"""The editions that are built and looked at, and whether they are opened from a folder."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one part found."""

    findings: tuple[Finding, ...] = ()
    en: str = ""
    """How it went, in a few words."""
    zh: str = ""
    skipped: bool = False
    """Whether there was nothing to look at, or no use in looking."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the parts look at."""

    root: Path
    checked: Checked
    """The articles, and what the rules found."""
    wishes: Wishes
    base: str = ""
    """The revision that contacts are compared with; empty if there is none."""
    before: Contacts | None = None
    """The registry at `base`."""

    @property
    def center(self) -> Center:
        """Everything that was read."""
        return self.checked.center


def articles(case: Case) -> Outcome:
    """All rules over all articles."""
    found = case.checked.findings
    if case.wishes.baseline:
        file = case.root / case.wishes.baseline
        found = tuple(without_debts(found, file, Excerpts(case.root))[0])
    pages = len(case.center.pages)
    return Outcome(found, f"{pages} pages", f"{pages} 个页面")


def searches(case: Case) -> Outcome:
    """The expected queries lead to their pages."""
    queries, faults = read_queries(case.center.settings)
    if faults or not case.center.pages:
        return Outcome(en="the lists cannot be read", zh="读不出预期搜索", skipped=True)
    if not queries:
        return Outcome(en="no expected queries", zh="没有预期搜索", skipped=True)
    try:
        engine = Engine(case.center, case.checked.words)
    except OSError as error:
        name = str(error.filename).removeprefix(f"{case.center.settings.root}/")
        en = f"The search cannot run: {error.strerror}. Restore this file from Git."
        zh = f"搜索没法运行：{error.strerror}。从 Git 里恢复这个文件。"
        return Outcome((_error("failed-search", name, 1, en, zh),), "cannot run", "没法运行")
    results = list(check_queries(engine, queries, case.center))
    found = []
    for one in results:
        if one.right:
            continue
        page = case.center.shown(one.query.locale, one.query.pages[0])
        file = page.file if page else one.query.pages[0]
        first = ", ".join(hit.path for hit in one.answer.hits[:TOP])
        words = quote(one.query.text)
        en = (
            f"{words} should lead to {one.query.pages[0]}; readers see {first or 'nothing'}. "
            f"Add their words to `keywords` in {file}, or name the page that answers now."
        )
        zh = (
            f"搜{words}应该先看到 {one.query.pages[0]}，"
            + (f"现在先看到的是 {first}。" if first else "现在什么都找不到。")
            + f"把读者的说法加进 {file} 的 `keywords`；如果该看的是别的页面，就改这一行。"
        )
        found.append(_error("missed-query", one.query.file, one.query.line, en, zh))
    total = len(results)
    if not found:
        return Outcome((), f"{total} queries find their page", f"{total} 个搜索都找得到")
    return Outcome(
        tuple(found),
        f"{len(found)} of {total} queries miss their page",
        f"{total} 个搜索里有 {len(found)} 个没找到该看的页面",
    )


def contacts(case: Case) -> Outcome:
    """Trusted contacts are those of the base, or changed with proof."""
    if case.before is None:
        return Outcome(en="nothing to compare with", zh="没有可以比较的版本", skipped=True)
    center = case.center.compared_with(case.before)
    changed = list(changes(case.before, center.contacts))
    [rule] = [one for one in RULES if one.name == "changed-contact"]
    level = case.wishes.levels.get(rule.name, rule.level)
    wanted = rule.name in case.wishes.select
    found = tuple(replace(one, level=level) for one in rule(center)) if wanted else ()
    if not changed:
        return Outcome(found, f"as at {case.base}", f"和 {case.base} 一样")
    many = len(changed)
    return Outcome(found, f"{many} changed since {case.base}", f"比 {case.base} 改了 {many} 条")


def guide(case: Case) -> Outcome:
    """What is generated for editors is up to date."""
    try:
        names = behind(case.root)
    except ChangeFailed as error:
        en = f"It cannot be read ({error.why}). Restore it, then run `helpcenter guide`."
        zh = f"读不出来（{error.why}）。恢复它，再运行 `helpcenter guide`。"
        return Outcome((_error("stale-guide", error.path, 1, en, zh),), "not read", "读不出来")
    if names is None:
        return Outcome(en="no guide with rules", zh="没有列出规则的指南", skipped=True)
    found = tuple(
        _error(
            "stale-guide",
            name,
            1,
            f"Its generated part is behind the code. Run `helpcenter guide` and commit {name}.",
            f"自动生成的部分落后于代码。运行 `helpcenter guide`，再提交 {name}。",
        )
        for name in names
    )
    return Outcome(found, *(("behind", "落后") if found else ("up to date", "最新")))


def site(case: Case) -> Outcome:
    """The site builds, and every link in it leads somewhere, on the web and on a disk."""
    if failing(case.checked.findings):
        return Outcome(en="mend the articles first", zh="先改好文章", skipped=True)
    found: list[Finding] = []
    pages = 0
    with tempfile.TemporaryDirectory(prefix="helpcenter-check-") as held:
        for kind, opened in EDITIONS:
            target = Path(held) / f"built-{kind}"
            try:
                build_site(case.root, case.checked, target, kind=kind)
            except BuildFailed as error:
                words = printable(str(error).removesuffix("."))
                en = f"The site cannot be built: {words}. Mend the template it names."
                zh = f"网站生成不了：{words}。改好它提到的模板。"
                return Outcome((_error("failed-build", "overrides", 1, en, zh),), "fails", "失败")
            url = "" if opened else case.center.settings.site_url
            links = SiteLinks(target, url, opened=opened)
            found += links.check()
            pages += len(links.pages)
    return Outcome(tuple(found), f"{pages} built pages", f"生成了 {pages} 个页面")


PARTS: Mapping[str, Callable[[Case], Outcome]] = {
    "articles": articles,
    "searches": searches,
    "contacts": contacts,
    "guide": guide,
    "site": site,
}
"""Every part by its name on the command line, in the order in which they run."""
NAMES = {
    "articles": "文章",
    "searches": "搜索",
    "contacts": "联系方式",
    "guide": "指南",
    "site": "网站",
}


def outcomes(case: Case, wanted: tuple[str, ...]) -> Iterator[tuple[str, Outcome]]:
    """The wanted parts, one after the other."""
    for name, part in PARTS.items():
        if name in wanted:
            yield name, part(case)


def _error(rule: str, path: str, line: int, en: str, zh: str) -> Finding:
    return Finding(rule, Level.ERROR, path, line, {"en": printable(en), "zh": printable(zh)})
