"""A build killed at any moment leaves the old edition or the new one, never half of one."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from built import Built
from helpcenter.site.build import MARK, recover
from small_site import CONFIG, write_site

TEMPLATES = {
    "overrides/main.html": "<!doctype html><title>{{ view.title|e }}</title>{{ view.answer }}",
    "overrides/404.html": "<!doctype html>lost",
    "overrides/sitemap.xml": "{% for view in entries %}{{ view.canonical }} {% endfor %}",
    "overrides/start.html": "{% for view in views %}{{ view.site_name }}{% endfor %}",
}


@pytest.mark.parametrize(("kind", "times"), [("all", 20), ("folder", 8)])
def test_a_killed_build_leaves_a_whole_edition(kind: str, times: int, tmp_path: Path) -> None:
    roots = [
        write_site(
            tmp_path / name,
            {**TEMPLATES, "mkdocs.yml": CONFIG.replace("site_name: 帮助", f"site_name: {name}")},
        )
        for name in ("one", "two")
    ]
    target = tmp_path / "out" / "site"

    def start(root: Path) -> subprocess.Popen[bytes]:
        words = ["build", "--root", str(root), "--site-dir", str(target), "--edition", kind]
        command = [sys.executable, "-m", "helpcenter", *words]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    whole = []
    spent = 0.0
    for root in (*roots, *roots):
        begun = time.monotonic()
        assert start(root).wait() == 0
        spent = time.monotonic() - begun  # in the end, as fast as with everything kept
        whole.append(Built(target).files())
    assert whole[:2] == whole[2:]
    assert whole[0] != whole[1]

    dice = random.Random(7)
    killed = 0
    for turn in range(times):
        build = start(roots[turn % 2])
        time.sleep(spent * dice.uniform(0.35, 1.05))
        build.kill()
        killed += build.wait() != 0
        if target.exists():
            assert Built(target).files() in whole
        recover(target)
        assert Built(target).files() in whole
        assert not list(target.parent.glob(f"{MARK}[on]*")), "folders of unfinished builds"
    assert killed >= times // 2
    shutil.rmtree(target)
    assert start(roots[0]).wait() == 0
    assert Built(target).files() == whole[0]
