"""`helpcenter stamp`: “I compared this with today's source”, or “this change is only a typo”."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace

from helpcenter.content.center import Center, read_center
from helpcenter.content.page import Page
from helpcenter.editing.changes import ChangeFailed, Changes, recover
from helpcenter.editing.manuscript import Manuscript
from helpcenter.editing.mention import Mention, mentioned, unknown
from helpcenter.editing.skeleton import TO_WRITE
from helpcenter.editing.wording import failed, parts_said, put_back
from helpcenter.speech import Speech
from helpcenter.translation.history import History
from helpcenter.translation.stamp import Significance, declared
from helpcenter.translation.state import compare, compared, source_of, translations

DONE, NOTHING, MISUSE = 0, 1, 2
JUDGED_AS = {
    None: ("compared with the source", "已和原文对照"),
    Significance.TYPO: ("only a typo", "只是错字"),
    Significance.MINOR: ("a small change", "小改动"),
    Significance.MAJOR: ("a great change", "大改动"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("page", nargs="*", help="payments/refund, docs/en/payments/refund.md …")
    parser.add_argument("--all", action="store_true", help="every translation / 所有译文")
    parser.add_argument(
        "--significance",
        choices=[one.value for one in Significance],
        help="how much the source changed; without it: compared, says the same / "
        "原文改动的大小；不写表示已对照，内容一致",
    )
    parser.add_argument(
        "--since", metavar="REV", help="the source before the change / 原文改动前的版本"
    )


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    for name in recover(options.root):
        print(put_back(name, speech), file=sys.stderr)
    center = read_center(options.root)
    if not options.page and not options.all:
        say = speech(
            en="Which page? For example: helpcenter stamp payments/refund",
            zh="要标哪一页？例如：helpcenter stamp payments/refund",
        )
        print(say, file=sys.stderr)
        return MISUSE
    mentions = [mentioned(center.settings, text) for text in options.page]
    if options.all:
        mentions += [Mention("", path) for path in center.paths]
    significance = Significance(options.significance) if options.significance else None
    changes = Changes(options.root)
    for mention in mentions:
        problem = _one(center, mention, significance, options.since, changes, speech)
        if problem:
            print(problem, file=sys.stderr)
            return MISUSE
    try:
        changes.apply()
    except ChangeFailed as error:
        print(failed(error, speech), file=sys.stderr)
        return MISUSE
    if not changes.files:
        print(speech(en="Nothing to stamp.", zh="没有要标的。"), file=sys.stderr)
    return DONE


def _one(
    center: Center,
    mention: Mention,
    significance: Significance | None,
    since: str | None,
    changes: Changes,
    speech: Speech,
) -> str:
    """Stamp the translations that `mention` means. Returns what is in the way, or nothing."""
    source = source_of(center, mention.path)
    if source is None or (mention.locale and not center.page(mention.locale, mention.path)):
        return unknown(center, mention, speech)
    found = translations(center, mention.path)
    if mention.locale and mention.locale != source.locale:
        found = tuple(page for page in found if page.locale == mention.locale)
    elif mention.locale and significance is None:
        others = " ".join(page.file for page in found) or "…"
        return speech(
            en=f"{source.file} is the source. Say how much it changed "
            f"(--significance typo, minor or major), or name the translation: {others}",
            zh=f"{source.file} 是原文。写明改动的大小（--significance typo、minor 或 major），"
            f"或者写译文的文件：{others}",
        )
    before: Sequence[str] | None = None
    if significance is not None and found:
        old = _before(center, source, since)
        if since and old is None:
            return speech(
                en=f"Git has no {source.file} at “{since}”.",
                zh=f"Git 里没有“{since}”版本的 {source.file}。",
            )
        before = compared(old) if old else None
    for page in found:
        problem = _write(page, source, significance, before, changes, speech)
        if problem:
            return problem
    return ""


def _scalar(stamp: Sequence[str]) -> str:
    """The stamp as YAML; a sign at the very beginning would mean something else there."""
    text = " ".join(stamp)
    return f'"{text}"' if text[0] in "~!" else text


def _before(center: Center, source: Page, since: str | None) -> Page | None:
    """The source before its last change; nothing if Git does not know it."""
    history = History(center.settings, source)
    if since:
        return history.at(since)
    now = compared(source)
    return next((page for page in history.pages() if compared(page) != now), None)


def _write(
    page: Page,
    source: Page,
    significance: Significance | None,
    before: Sequence[str] | None,
    changes: Changes,
    speech: Speech,
) -> str:
    old = page.meta.translated_from
    unwritten = [one.file for one in (source, page) if TO_WRITE in _said(one)]
    if significance is None and unwritten:
        return speech(
            en=f"{unwritten[0]} is not written yet: it holds {TO_WRITE}. Write it, compare both, "
            "then stamp. Nothing was changed.",
            zh=f"{unwritten[0]} 还没写完，里面有 {TO_WRITE}。写好、对照过再标记。"
            "没有改动任何文件。",
        )
    if significance is None:
        stamp = compared(source)
    elif not old:
        return speech(
            en=f"{page.file} was never compared with {source.file}. Compare them, then run "
            f"`helpcenter stamp {page.file}` without --significance.",
            zh=f"{page.file} 还没有和 {source.file} 对照过。对照以后运行 "
            f"`helpcenter stamp {page.file}`，不加 --significance。",
        )
    else:
        stamp = declared(old, compared(source), significance, before)
    if stamp == old:
        return ""
    manuscript = Manuscript(changes.read(page.file) or b"")
    if not manuscript.set_key("translated_from", _scalar(stamp)):
        return speech(
            en=f"The front matter of {page.file} cannot be read. Run `helpcenter lint`.",
            zh=f"读不出 {page.file} 开头的信息。运行 `helpcenter lint` 看看。",
        )
    changes.write(page.file, manuscript.bytes())
    print(_report(page, source, stamp, significance, speech))
    return ""


def _said(page: Page) -> str:
    """Everything a reader of the page is told."""
    head = (page.meta.title, page.meta.short, page.meta.description)
    return "\n".join((*head, *(section.text for section in page.sections)))


def _report(
    page: Page,
    source: Page,
    stamp: tuple[str, ...],
    significance: Significance | None,
    speech: Speech,
) -> str:
    """What was stamped, and what is still open."""
    after = replace(page, meta=replace(page.meta, translated_from=stamp))
    still = compare(after, source).undeclared
    judged = [one for one in compare(page, source).changes if one not in still]
    en, zh = JUDGED_AS[significance]
    text = speech(en=f"{page.file}: {en}", zh=f"{page.file}：{zh}")
    if page.meta.translated_from and judged:
        parts = parts_said(judged, speech)
        text += speech(en=f" ({parts})", zh=f"（{parts}）")
    if still:
        names = parts_said(still, speech)
        text += speech(en=f"; still open: {names}", zh=f"；还没处理：{names}")
    return text
