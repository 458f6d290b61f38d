"""`helpcenter new`: a page in every language, from templates, with its line in the navigation."""

from __future__ import annotations

import argparse
import sys

from helpcenter.content.center import Center, read_center
from helpcenter.content.meta import KINDS, PAGE_PATH, SEVERITIES, wrong_text
from helpcenter.editing.changes import ChangeFailed, Changes, recover
from helpcenter.editing.mention import mentioned
from helpcenter.editing.skeleton import NewPage, Obstacle, plan, short_of
from helpcenter.editing.wording import failed, put_back
from helpcenter.finding import nearest
from helpcenter.speech import Speech

DONE, MISUSE = 0, 2
NEW_KINDS = tuple(kind for kind in KINDS if kind not in ("home", "contacts", "message", "download"))


class _Misuse(Exception):
    """What to say to the person at the terminal."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("path", metavar="PATH", help="payments/payment-pending")
    parser.add_argument("--kind", choices=NEW_KINDS)
    parser.add_argument("--severity", choices=SEVERITIES, default="normal")
    parser.add_argument(
        "--title",
        action="append",
        default=[],
        metavar="zh=…",
        help="the reader's question, once a language / 读者的问题，每种语言一次",
    )
    parser.add_argument(
        "--short",
        action="append",
        default=[],
        metavar="zh=…",
        help="the same in a few words / 几个字的说法",
    )


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    for name in recover(options.root):
        print(put_back(name, speech), file=sys.stderr)
    center = read_center(options.root)
    changes = Changes(options.root)
    try:
        obstacle = plan(center, _page(center, options, speech), changes)
        if obstacle:
            raise _Misuse(_said(obstacle, speech))
        changes.apply()
    except _Misuse as error:
        print(error, file=sys.stderr)
        return MISUSE
    except ChangeFailed as error:
        print(failed(error, speech), file=sys.stderr)
        return MISUSE
    for name in changes.files:
        print(name)
    print(
        speech(
            en="Replace every ???, then run `helpcenter lint`. When all languages say the same: "
            f"`helpcenter stamp {_path(center, options.path, speech)}`.",
            zh="把每个 ??? 换成正文，再运行 `helpcenter lint`。各种语言说的一样了，运行 "
            f"`helpcenter stamp {_path(center, options.path, speech)}`。",
        ),
        file=sys.stderr,
    )
    return DONE


def _path(center: Center, text: str, speech: Speech) -> str:
    path = mentioned(center.settings, text).path
    if "/" not in path and path != "index":
        path += "/index"
    if not PAGE_PATH.fullmatch(path) or path == "index":
        raise _Misuse(
            speech(
                en=f"“{text}” is no path of a page. Write topic/question in small English letters, "
                "digits and dashes: payments/payment-pending",
                zh=f"“{text}”不能用作页面路径。写成 话题/问题，只用小写英文字母、数字和连字符："
                "payments/payment-pending",
            )
        )
    return path


def _page(center: Center, options: argparse.Namespace, speech: Speech) -> NewPage:
    path = _path(center, options.path, speech)
    topic = path.rpartition("/")[0]
    is_topic = path.endswith("/index")
    if not is_topic and f"{topic}/index" not in center.paths:
        topics = [one.removesuffix("/index") for one in center.paths if one.endswith("/index")]
        near = nearest(topic, topics)
        raise _Misuse(
            speech(
                en=f"There is no topic “{topic}”. "
                + (f"Did you mean “{near}”? " if near else "")
                + f"Otherwise write it first: helpcenter new {topic}",
                zh=f"没有“{topic}”这个话题。"
                + (f"是不是“{near}”？" if near else "")
                + f"要新建的话，先运行 helpcenter new {topic}",
            )
        )
    titles, shorts = _by_locale(center, options.title, speech), {}
    given = _by_locale(center, options.short, speech)
    kind = options.kind or ("topic" if is_topic else _asked_kind(speech))
    if is_topic != (kind == "topic"):
        raise _Misuse(
            speech(
                en="A topic's page is `topic/index`, and only that: helpcenter new balance",
                zh="话题页的路径是 `话题/index`，别的页面不能用：helpcenter new balance",
            )
        )
    for language in center.settings.languages:
        locale = language.locale
        if locale not in titles:
            question = speech(en=f"Title in {language.name}: ", zh=f"标题（{language.name}）：")
            missing = speech(
                en=f"The title in {language.name} is missing. Add --title {locale}=…",
                zh=f"缺少标题（{language.name}）。加上 --title {locale}=…",
            )
            titles[locale] = _ask(question, missing)
        shorts[locale] = given.get(locale) or short_of(titles[locale])
        for key, text, limit in (("title", titles[locale], 90), ("short", shorts[locale], 40)):
            if wrong_text(text, limit):
                raise _Misuse(
                    speech(
                        en=f"“{text}” cannot be the {key}: at most {limit} characters, on one "
                        'line, without < > or ".',
                        zh=f"“{text}”不能用作 {key}：不超过 {limit} 个字，写在一行，"
                        '不能有 < > 或 "。',
                    )
                )
    return NewPage(path, kind, options.severity, titles, shorts)


def _by_locale(center: Center, given: list[str], speech: Speech) -> dict[str, str]:
    locales = [language.locale for language in center.settings.languages]
    found = {}
    for one in given:
        locale, mark, text = one.partition("=")
        if not mark or locale not in locales or not text.strip():
            shown = ", ".join(f"{name}=…" for name in locales)
            raise _Misuse(
                speech(
                    en=f"“{one}” names no language. Write {shown}",
                    zh=f"“{one}”没有写明语言。写成 {shown}",
                )
            )
        found[locale] = text.strip()
    return found


def _asked_kind(speech: Speech) -> str:
    names = ", ".join(kind for kind in NEW_KINDS if kind != "topic")
    missing = speech(en=f"Say what kind: --kind {names}", zh=f"写明类型：--kind {names}")
    kind = _ask(speech(en=f"Kind ({names}): ", zh=f"类型（{names}）："), missing)
    if kind not in NEW_KINDS:
        near = nearest(kind, NEW_KINDS)
        raise _Misuse(missing + (f" ({near}?)" if near else ""))
    return kind


def _ask(question: str, otherwise: str) -> str:
    """What the person answers; at a pipe nobody is asked."""
    if not sys.stdin.isatty():
        raise _Misuse(otherwise)
    try:
        answer = input(question).strip()
    except EOFError:
        answer = ""
    if not answer:
        raise _Misuse(otherwise)
    return answer


def _said(obstacle: Obstacle, speech: Speech) -> str:
    if obstacle.kind == "template":
        return speech(
            en=f"There is no template {obstacle.file}. Write it after the one of another language. "
            "Nothing was changed.",
            zh=f"没有模板 {obstacle.file}。照别的语言的模板写一个。没有改动任何文件。",
        )
    if obstacle.kind == "broken":
        return speech(
            en=f"The template {obstacle.file} gives a broken page ({obstacle.detail}). Mend it. "
            "Nothing was changed.",
            zh=f"用模板 {obstacle.file} 写出的页面有错（{obstacle.detail}）。先改好模板。"
            "没有改动任何文件。",
        )
    return speech(
        en=f"There is no place for the page under nav in {obstacle.file}. Write one line a page, "
        "`- topic/question.md`. Nothing was changed.",
        zh=f"{obstacle.file} 的 nav 里找不到这一页的位置。一页写一行：`- topic/question.md`。"
        "没有改动任何文件。",
    )
