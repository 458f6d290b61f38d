"""`helpcenter search "没到账"`: what readers get for a query. `--check` asks all expected ones."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from helpcenter.content.center import Center, read_center
from helpcenter.content.words import read_words
from helpcenter.search.engine import Answer, Engine
from helpcenter.search.queries import FOLDER, KINDS
from helpcenter.search.results import TOP, Result, check_queries
from helpcenter.speech import Progress, Speech

CLEAN, FINDINGS, MISUSE = 0, 1, 2
MOST = 5
FIELDS = {
    "title": ("title", "标题"),
    "short": ("short title", "短标题"),
    "keywords": ("keywords", "关键词"),
    "description": ("description", "一句话说明"),
    "answer": ("answer", "开头的回答"),
    "headings": ("headings", "小标题"),
    "steps": ("steps", "步骤"),
    "body": ("text", "正文"),
    "alias": ("other languages", "其他语言"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("query", nargs="*", help="what a reader types / 读者输入的话")
    parser.add_argument(
        "--in", dest="locale", metavar="LOCALE", help="language of the site / 搜哪种语言的网站"
    )
    parser.add_argument(
        "--check", action="store_true", help="ask all expected queries / 检查全部预期搜索"
    )


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Answer one query, or check all expected ones. Returns the exit code."""
    center = read_center(options.root)
    known = [language.locale for language in center.settings.languages]
    if not center.pages:
        _tell(speech(en="There are no articles to search.", zh="没有文章可搜。"))
        return MISUSE
    if options.locale and options.locale not in known:
        shown = ", ".join(known)
        _tell(
            speech(
                en=f"This site has no language “{options.locale}”. Choose one of: {shown}",
                zh=f"这个网站没有“{options.locale}”。可选：{shown}",
            )
        )
        return MISUSE
    text = " ".join(options.query).strip()
    if bool(text) == options.check:
        _tell(
            speech(
                en='Write what a reader types, helpcenter search "charged twice", or --check.',
                zh='写读者会输入的话，例如 helpcenter search "没到账"，或者写 --check。',
            )
        )
        return MISUSE
    words, _ = read_words(center.settings)
    engine = Engine(center, words)
    locales = [options.locale] if options.locale else known
    if options.check:
        return _check(engine, center, locales, speech)
    answers = [engine.answer(text, locale, most=MOST) for locale in locales]
    for answer in answers:
        for line in _answer_lines(answer, center, speech):
            print(line)
    return CLEAN if any(answer.hits for answer in answers) else FINDINGS


def _answer_lines(answer: Answer, center: Center, speech: Speech) -> Iterator[str]:
    yield f"[{answer.locale}]"
    if answer.suggestion:
        yield speech(en="  Did you mean: ", zh="  是不是要找：") + answer.suggestion
    if not answer.hits:
        yield speech(en="  Nothing found.", zh="  没有找到。")
    for number, hit in enumerate(answer.hits, 1):
        page = center.shown(answer.locale, hit.path)
        yield f"  {number}. {hit.title}  ({page.file if page else hit.path}, {hit.score:.1f})"
        yield f"     {hit.text}" + (f"  #{hit.step}" if hit.step else "")


@dataclass(slots=True)
class _Count:
    all: int = 0
    first: int = 0
    top: int = 0
    empty: int = 0

    def add(self, result: Result) -> None:
        self.all += 1
        self.first += result.place == 0
        self.top += result.right
        self.empty += not result.answer.hits

    def cells(self) -> str:
        whole = self.all or 1
        return f"{self.all:5} {self.first / whole:7.3f} {self.top / whole:7.3f} {self.empty:6}"


def _check(engine: Engine, center: Center, locales: list[str], speech: Speech) -> int:
    faults = any(one.path.startswith(FOLDER) for one in center.search_faults)
    queries = tuple(query for query in center.queries if query.locale in locales)
    if faults or not queries:
        _tell(
            speech(
                en="The expected queries cannot be read. Run `helpcenter lint`."
                if faults
                else "There are no expected queries. Write them to tests/queries/<language>.yml.",
                zh="读不出预期搜索。运行 `helpcenter lint` 看看。"
                if faults
                else "还没有预期搜索。写在 tests/queries/<语言>.yml 里。",
            )
        )
        return MISUSE
    progress = Progress(speech(en="Searching", zh="搜索"), len(queries))
    results = []
    for result in check_queries(engine, queries, center):
        results.append(result)
        progress.step()
    progress.close()
    fallen = [result for result in results if not result.right]
    for result in fallen:
        for line in _fallen_lines(result, engine, speech):
            print(line)
    for line in table(results, speech):
        print(line)
    _tell(
        speech(
            en=f"{len(fallen)} of {len(results)} queries miss their page.",
            zh=f"{len(results)} 个预期搜索，{len(fallen)} 个没找到该看的页面。",
        )
    )
    return FINDINGS if fallen else CLEAN


def table(results: Iterable[Result], speech: Speech) -> Iterator[str]:
    """How often a right page comes first, and among the first three, by way of asking."""
    counts: dict[tuple[str, str], _Count] = {}
    for result in results:
        for kind in (result.query.kind, ""):
            counts.setdefault((result.query.locale, kind), _Count()).add(result)
    width = max(len(kind) for kind in KINDS)
    yield f"{'':{width + 3}} {'n':>5} {'@1':>7} {f'@{TOP}':>7} {'none':>6}"
    for locale in dict.fromkeys(locale for locale, _ in counts):
        for kind in (*KINDS, ""):
            if (locale, kind) in counts:
                name = kind or speech(en="all", zh="全部")
                cells = counts[locale, kind].cells()
                yield f"{locale:3}{name:{width - (len(name) if not name.isascii() else 0)}} {cells}"


def _fallen_lines(result: Result, engine: Engine, speech: Speech) -> Iterator[str]:
    query, hits = result.query, result.answer.hits
    wanted = ", ".join(query.pages)
    yield f"{query.file}:{query.line}: " + speech(
        en=f"“{query.text}” should lead to {wanted}",
        zh=f"“{query.text}”应该先看到 {wanted}",
    )
    places = {hit.path: number for number, hit in enumerate(hits, 1)}
    shown = list(dict.fromkeys([*(hit.path for hit in hits[:TOP]), query.pages[0]]))
    for path in shown:
        known = any(one.page.path == path for one in engine.indexes[query.locale].entries)
        shares = engine.shares(query.text, query.locale, path) if known else {}
        why = ", ".join(
            f"{speech(en=FIELDS[field][0], zh=FIELDS[field][1])} {score:.1f}"
            for field, score in shares.items()
            if score >= 0.05
        )
        nothing = speech(en="says nothing of it", zh="没有写到")
        yield f"  {places.get(path, '–'):>2} {path}: {why or nothing}"


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
