"""`helpcenter links`: ask every address elsewhere whether it still works. Only when asked to."""

from __future__ import annotations

import argparse
import json
import queue
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from helpcenter.checking.excerpt import Excerpts
from helpcenter.checking.formats import Result
from helpcenter.checking.output import add_forms, finish
from helpcenter.content.center import Center
from helpcenter.editing.changes import ChangeFailed, Changes
from helpcenter.editing.wording import failed
from helpcenter.finding import Finding, Level, in_order, printable
from helpcenter.foreign.door import read_project
from helpcenter.links.external import LONGEST_WAIT, Verdict, judge
from helpcenter.links.fetching import Limits
from helpcenter.links.moving import followed
from helpcenter.speech import Progress, Speech

AT_ONCE = 16
A_HOST = 2
WEEK = 7 * 86_400
CACHE = ".helpcenter-links.json"
RULES: Mapping[str, tuple[str, Level, str, str]] = {
    "dead": (
        "dead-link",
        Level.ERROR,
        "does not work ({}). Find the page’s new address, or take the link out.",
        "打不开（{}）。找到新网址，或者去掉链接。",
    ),
    "anchor": (
        "dead-link",
        Level.ERROR,
        "works, but the page has no place “#{}”. Link to another place, or to the page.",
        "能打开，但那一页没有“#{}”这个位置。换一个位置，或者只链接到那一页。",
    ),
    "unsafe": (
        "dead-link",
        Level.ERROR,
        "leads into a private network ({}), where no reader gets. Take the link out.",
        "通向内部网络（{}），读者打不开。去掉链接。",
    ),
    "moved": (
        "moved-link",
        Level.WARNING,
        "has moved for good. Write {}",
        "已经永久搬走。改成 {}",
    ),
    "unsure": (
        "unsure-link",
        Level.WARNING,
        "does not answer programs ({}). Open it in a browser and see for yourself.",
        "不回答程序（{}）。用浏览器打开看一看。",
    ),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    add = parser.add_argument
    add("--timeout", type=float, default=15, metavar="SECONDS", help="(15) / 每个网址最多等多久")
    add("--wait", type=float, default=LONGEST_WAIT, metavar="SECONDS", help="(30) / 重试最多等多久")
    add("--allow-private", action="store_true", help="ask this network too / 也检查内部网络")
    add("--fresh", action="store_true", help="forget good answers / 不用上次的结果")
    add("--fix", action="store_true", help="follow pages that moved / 改成搬走后的网址")
    add_forms(parser)


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    center = read_project(options.root)
    wanted = addresses(center)
    limits = Limits(seconds=options.timeout, private=options.allow_private)
    file = options.root / CACHE
    known = {} if options.fresh else _known(file)
    verdicts = {url: Verdict("good") for url in wanted if _key(url, wanted[url]) in known}
    ask = {url: frozenset(at) for url, at in wanted.items() if url not in verdicts}
    progress = Progress(speech(en="Links", zh="链接"), len(ask))
    verdicts |= judged(ask, limits, options.wait, progress.step)
    progress.close()
    now = time.time()
    good = [_key(url, wanted[url]) for url, one in verdicts.items() if one.kind == "good"]
    _remember(file, {key: known.get(key, now) for key in good})
    if options.fix:
        center, changed = _followed(center, verdicts, speech)
        text = speech(en=f"{changed} files mended.", zh=f"修好了 {changed} 个文件。")
        print(text, file=sys.stderr)
    findings = in_order(_findings(center, verdicts))
    pages = len(center.pages)
    result = Result(findings, pages, center.settings, Excerpts(options.root), speech, options.lang)
    options.strict = False
    print(speech(en=f"{len(wanted)} addresses.", zh=f"{len(wanted)} 个网址。"), file=sys.stderr)
    return finish(options, speech, result)


def _followed(
    center: Center, verdicts: Mapping[str, Verdict], speech: Speech
) -> tuple[Center, int]:
    """Rewrite what moved for good; returns the center as it is then, and how many files changed."""
    moved = {url: one.detail for url, one in verdicts.items() if one.kind == "moved"}
    root = center.settings.root
    changes = Changes(root)
    try:
        for page in center.pages:
            mine = {urldefrag(link.target).url for link in page.links} & moved.keys()
            # A page with pieces of other files has other lines than its file.
            pieces = center.foreign and page.file in center.foreign.origins
            before = changes.read(page.file) if mine and not pieces else None
            if before is not None:
                after = followed(before.decode("utf-8", "surrogateescape"), page, moved)
                changes.write(page.file, after.encode("utf-8", "surrogateescape"))
        changed = len(changes.files)
        changes.apply()
    except ChangeFailed as error:
        print(failed(error, speech), file=sys.stderr)
        return center, 0
    return read_project(root), changed


def addresses(center: Center) -> dict[str, set[str]]:
    """Every address elsewhere, without its fragment, and the fragments that are linked."""
    wanted: dict[str, set[str]] = {}
    for page in center.pages:
        for link in page.links:
            if link.target.lower().startswith(("http://", "https://")):
                url, fragment = urldefrag(link.target)
                wanted.setdefault(url, set()).update({fragment} - {""})
    return wanted


def judged(
    wanted: Mapping[str, frozenset[str]],
    limits: Limits,
    longest: float,
    step: Callable[[], None],
) -> dict[str, Verdict]:
    """The verdict on every address: many at once, few of one host."""
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    hosts: dict[str, list[str]] = {}
    for url in wanted:
        hosts.setdefault(_host(url), []).append(url)
    for urls in hosts.values():
        for start in range(min(A_HOST, len(urls))):
            waiting.put(urls[start::A_HOST])
    found: dict[str, Verdict] = {}
    lock = threading.Lock()

    def work() -> None:
        while True:
            try:
                urls = waiting.get_nowait()
            except queue.Empty:
                return
            for url in urls:
                verdict = judge(url, wanted[url], limits, longest=longest)
                with lock:
                    found[url] = verdict
                    step()

    # Daemons, so that a person who has had enough can leave.
    threads = [threading.Thread(target=work, daemon=True) for _ in range(AT_ONCE)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return found


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def _findings(center: Center, verdicts: Mapping[str, Verdict]) -> list[Finding]:
    found = []
    for page in center.pages:
        for link in page.links:
            url, fragment = urldefrag(link.target)
            verdict = verdicts.get(url)
            if verdict is None or verdict.kind == "good":
                continue
            missing = verdict.detail.split(", ")
            if verdict.kind == "anchor" and fragment not in missing:
                continue
            detail = fragment if verdict.kind == "anchor" else verdict.detail
            name, level, en, zh = RULES[verdict.kind]
            text = {
                "en": printable(f"“{link.target}” {en.format(detail)}"),
                "zh": printable(f"“{link.target}”{zh.format(detail)}"),
            }
            found.append(Finding(name, level, page.file, link.line, text))
    return found


def _key(url: str, anchors: set[str]) -> str:
    return " ".join([url, *sorted(anchors)])


def _known(file: Path) -> dict[str, float]:
    """Good answers of the last seven days."""
    try:
        data = json.loads(file.read_text("utf-8"))
        now = time.time()
        return {str(url): float(at) for url, at in data.items() if now - WEEK < float(at) <= now}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _remember(file: Path, good: Mapping[str, float]) -> None:
    try:
        text = json.dumps(dict(sorted(good.items())), indent=0) + "\n"
        file.write_text(text, "utf-8", newline="\n")
    except OSError:
        print(f"{file}: not written", file=sys.stderr)
