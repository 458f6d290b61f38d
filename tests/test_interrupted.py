"""A build killed at any moment leaves the old edition or the new one, never half of one."""

from __future__ import annotations

import random
import shutil
import time
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from built import Built
from conftest import ROOT
from helpcenter.cli import main
from helpcenter.search.engine import SCRIPTS
from helpcenter.site.build import MARK, recover
from small_site import CONFIG, write_site

TEMPLATES = {
    "overrides/main.html": "<!doctype html><title>{{ view.title|e }}</title>{{ view.answer }}",
    "overrides/404.html": "<!doctype html>lost",
    "overrides/sitemap.xml": "{% for view in entries %}{{ view.canonical }} {% endfor %}",
    "overrides/start.html": "{% for view in views %}{{ view.site_name }}{% endfor %}",
    "overrides/single.html": "<!doctype html>{% for one in languages %}{{ one[0].site_name }}"
    "{% for view in one %}{{ inlined(view.answer, view.path) }}{% endfor %}{% endfor %}"
    "<script>{{ script }}</script>",
    **{
        f"overrides/{name}": (ROOT / "overrides" / name).read_text("utf-8")
        for name in (
            *("single/single.css", "single/single.js"),
            *(f"assets/scripts/{one}" for one in SCRIPTS),
        )
    },
}


TIMES = 20
"""How often a build of each edition is killed: at any moment, while it writes, and while the new
edition takes the place of the old one."""


@pytest.fixture(scope="module")
def builder() -> BaseContext:
    """Starts processes that have read our modules already, so that a kill hits the build."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["helpcenter.cli", "helpcenter.site.build", "pypinyin"])
    return context


@pytest.mark.parametrize("kind", ["all", "folder", "zip", "single"])
def test_a_killed_build_leaves_a_whole_edition(
    kind: str, builder: BaseContext, tmp_path: Path
) -> None:
    roots = [
        write_site(
            tmp_path / name,
            {**TEMPLATES, "mkdocs.yml": CONFIG.replace("site_name: 帮助", f"site_name: {name}")},
        )
        for name in ("one", "two")
    ]
    target = tmp_path / "out" / "site"

    def start(root: Path) -> BaseProcess:
        words = ["build", "--root", str(root), "--site-dir", str(target), "--edition", kind]
        build = builder.Process(target=main, args=(words,))
        build.start()
        return build

    def finish(build: BaseProcess) -> int:
        build.join()
        code = build.exitcode
        build.close()
        assert code is not None
        return code

    def until(build: BaseProcess, sign: str) -> None:
        """Wait for a folder whose name begins with `sign`, or for the end of the build."""
        while build.is_alive() and not list(target.parent.glob(f"{MARK}{sign}*")):
            time.sleep(0.0002)

    whole = []
    spent = writing = 0.0
    for root in (*roots, *roots):  # the second time much comes from the store
        begun = time.monotonic()
        build = start(root)
        until(build, "new")
        seen = time.monotonic()
        assert finish(build) == 0
        spent, writing = time.monotonic() - begun, time.monotonic() - seen
        whole.append(Built(target).files())
    assert whole[0] == whole[2] != whole[1] == whole[3]

    dice = random.Random(7)
    killed = turn = 0
    while killed < TIMES:
        turn += 1
        assert turn < 8 * TIMES, "most builds end before they are killed"
        build = start(roots[turn % 2])
        sign = ("", "new", "old")[turn % 3]
        if sign:
            until(build, sign)
        time.sleep(dice.uniform(0, {"": spent, "new": writing, "old": 0.004}[sign]))
        build.kill()
        killed += finish(build) != 0
        if target.exists():
            assert Built(target).files() in whole
        recover(target)
        assert Built(target).files() in whole
        assert not list(target.parent.glob(f"{MARK}[on]*")), "folders of unfinished builds"
    shutil.rmtree(target)
    assert finish(start(roots[0])) == 0
    assert Built(target).files() == whole[0]
