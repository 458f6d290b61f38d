"""The `helpcenter` command."""

from __future__ import annotations

import argparse
import atexit
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword
from pathlib import Path

from helpcenter import __version__
from helpcenter.checking import report
from helpcenter.checking.check import Checked, check, failing
from helpcenter.clock import part, reset, table
from helpcenter.content.center import read_center
from helpcenter.site.kinds import KINDS
from helpcenter.speech import Progress, Speech, no_project, speech_for
from helpcenter.store import NOTHING, Store, store_of

CLEAN, FINDINGS, MISUSE, BROKEN = 0, 1, 2, 3
"""Exit codes: nothing found, something to mend, wrong use or configuration, a fault of ours."""
NEW = 50_000
"""New objects after which Python looks for circles; most of ours stay until the end."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns the exit code."""
    gc.set_threshold(NEW)
    atexit.register(gc.freeze)  # nor does it look for circles when everything ends
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal without Chinese letters shows others instead of failing.
            stream.reconfigure(errors="replace")
    arguments = sys.argv[1:] if arguments is None else arguments
    options = _parser(arguments).parse_args(arguments)
    speech = speech_for(options.lang)
    try:
        code: int = options.run(options, speech)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return CLEAN
    except Exception as error:
        if options.traceback:
            raise
        kind = f"{type(error).__name__}: {error}"
        _tell(
            speech(
                en=f"helpcenter itself failed: {kind}\nNothing was changed. "
                "Run again with --traceback and report what it prints.",
                zh=f"helpcenter 自身出错：{kind}\n没有改动任何文件。加上 --traceback 再运行一次，"
                "把输出报告给维护者。",
            )
        )
        return BROKEN
    return code


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--root", type=Path, default=Path(), help="folder with mkdocs.yml / 项目文件夹"
    )
    shared.add_argument(
        "--lang", choices=("zh", "en"), help="language of messages / 提示所用的语言"
    )
    shared.add_argument("--traceback", action="store_true", help=argparse.SUPPRESS)
    parser = argparse.ArgumentParser(
        prog="helpcenter",
        description="A static help center that checks its own articles. "
        "会检查自己文章的静态帮助中心。",
    )
    parser.add_argument("--version", action="version", version=f"helpcenter {__version__}")
    commands = parser.add_subparsers(required=True, metavar="command")

    build = commands.add_parser(
        "build", parents=[shared], help="check the articles and build the site / 检查并生成网站"
    )
    build.add_argument(
        "--site-dir", type=Path, help="where to (default: site, site-folder, …) / 生成到哪里"
    )
    build.add_argument(
        "--edition",
        choices=KINDS,
        default=KINDS[0],
        help="build one alone (default: all) / 只生成其中一种",
    )
    build.add_argument(
        "--no-cache",
        action="store_true",
        help="neither use nor keep what an earlier build made / 不用缓存，全部重新生成",
    )
    build.add_argument(
        "--profile", action="store_true", help="say where the time went / 说明时间花在哪里"
    )
    build.set_defaults(run=_build)

    serve = commands.add_parser(
        "serve", parents=[shared], help="live preview in every language / 实时预览"
    )
    serve.add_argument("--port", type=_port, default=8000, help="(default: 8000)")
    serve.set_defaults(run=_serve)

    for name, help_text in _MODULES.items():
        one = commands.add_parser(name, parents=[shared], help=help_text)
        if name in arguments:
            # Only the command that runs is loaded: some bring large libraries.
            module = f"{name}_" if iskeyword(name) else name
            command = import_module(f"helpcenter.commands.{module}")
            command.add_arguments(one)
            one.set_defaults(run=command.run)
    return parser


_MODULES = {
    "check": "everything a pull request has to pass / 提交前的全部检查",
    "lint": "check the articles / 检查文章",
    "links": "ask addresses elsewhere whether they work / 检查外部网址",
    "rules": "what is checked / 检查些什么",
    "search": "ask as a reader would / 像读者那样搜索",
    "new": "begin a page in every language / 新建页面",
    "rename": "move a page, its links and its address / 移动页面",
    "stamp": "say that a translation was compared / 标记译文已核对",
    "status": "what is stale, missing or due / 哪些要更新",
    "published": "record the published addresses / 登记已发布的网址",
    "import": "turn articles into draft pages / 把文章变成草稿",
    "guide": "refresh the generated parts of the guides / 更新指南里自动生成的部分",
    "summary": "what a pull request changes / 一次修改带来的变化",
    "contacts": "the trusted contacts / 可信联系方式",
}
"""Commands with a module of their own, `commands/<name>.py`."""


def _build(options: argparse.Namespace, speech: Speech) -> int:
    from helpcenter.site.build import BuildFailed, build_site, recover
    from helpcenter.site.download import readable
    from helpcenter.site.size import sizes

    reset()
    kind = options.edition
    store = NOTHING if options.no_cache else store_of(options.root, f"build {kind}")
    checked = _checked(options, speech, store)
    if checked is None:
        return MISUSE
    settings = checked.center.settings
    name = settings.site_dir if kind in ("all", "web") else f"{settings.site_dir}-{kind}"
    target = options.site_dir or options.root / name
    recover(target)
    for line in report.lines(checked.findings, settings, options.lang, speech):
        print(line)
    if failing(checked.findings):
        _tell(report.count(checked.findings, len(checked.center.pages), speech))
        _tell(speech(en="The site was not touched.", zh="网站没有改动。"))
        return FINDINGS
    total = len(checked.center.paths) * len(settings.languages)
    progress = Progress(speech(en="Pages", zh="页面"), total)
    try:
        weights = build_site(options.root, checked, target, progress.step, kind=kind, store=store)
    except BuildFailed as error:
        progress.close()
        for line in report.lines(error.findings, settings, options.lang, speech):
            print(line)
        if not error.findings:
            _tell(speech(en=str(error), zh=error.zh))
        _tell(speech(en="The site was not touched.", zh="网站没有改动。"))
        return FINDINGS if error.findings else MISUSE
    progress.close()
    with part("cache"):
        store.save()
    _tell(speech(en=f"{total} pages in {target}", zh=f"{total} 个页面，在 {target}"))
    for name, size in sizes(weights):
        _tell(f"{readable(size):>8}  {name}")
    if options.profile:
        for line in table(speech):
            _tell(line)
    return CLEAN


def _port(text: str) -> int:
    if text.isdecimal() and int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no port; 0 to 65535 / 端口是 0 到 65535")


def _serve(options: argparse.Namespace, speech: Speech) -> int:
    from helpcenter.site.serve import serve

    if not (options.root / "mkdocs.yml").is_file():
        return _no_project(options, speech)
    return serve(options.root, speech, options.lang, options.port)


def _checked(options: argparse.Namespace, speech: Speech, store: Store) -> Checked | None:
    if not (options.root / "mkdocs.yml").is_file():
        _no_project(options, speech)
        return None
    with part("reading"):
        center = read_center(options.root, store=store)
    with part("rules"):
        return check(center, store=store)


def _no_project(options: argparse.Namespace, speech: Speech) -> int:
    _tell(no_project(options.root, speech))
    return MISUSE


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
