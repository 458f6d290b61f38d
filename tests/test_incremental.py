"""A site built after an edit is the one that would have been built from nothing, byte for byte."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from pathlib import Path

import pytest

from built import Built
from conftest import ROOT
from edits import Project
from helpcenter.checking.check import Checked, check
from helpcenter.content.center import read_center
from helpcenter.site.before import Before
from helpcenter.site.build import MARK, BuildFailed, build_site
from helpcenter.store import FILE, FOLDER, NOTHING, Store, store_of

EDITS = 60
"""With each of the seeds below: more than two hundred in all."""


def built(root: Path, target: Path, store: Store, kind: str, day: dt.date) -> tuple[Checked, dict]:
    checked = check(read_center(root, day, store), store=store)
    build_site(root, checked, target, kind=kind, store=store)
    store.save()
    return checked, Built(target).files()


@pytest.mark.parametrize(
    ("seed", "kind"), [(1, "web"), (2, "web"), (3, "web"), (4, "folder")], ids=str
)
def test_any_edits_give_the_bytes_of_a_cold_build(seed: int, kind: str, tmp_path: Path) -> None:
    dice = random.Random(seed)
    project = Project(tmp_path / "project", dice)
    day = dt.date(2026, 11, 22)
    done: list[str] = []
    for _ in range(EDITS):
        done.append(project.edit())
        if dice.random() < 0.05:
            day += dt.timedelta(days=dice.randrange(400))
        store = store_of(project.root)
        warm, ours = built(project.root, tmp_path / "warm", store, kind, day)
        cold, theirs = built(project.root, tmp_path / "cold", NOTHING, kind, day)
        assert warm.findings == cold.findings, done
        assert ours == theirs, done


@pytest.mark.parametrize("processes", [1, 3])
def test_processes_change_nothing(processes: int, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", random.Random(5))
    center = read_center(project.root, processes=processes)
    checked = check(center, processes=processes)
    build_site(project.root, checked, tmp_path / "out", processes=processes, kind="web")
    alone = check(read_center(project.root, processes=1), processes=1)
    build_site(project.root, alone, tmp_path / "alone", processes=1, kind="web")
    assert checked.findings == alone.findings
    assert Built(tmp_path / "out").files() == Built(tmp_path / "alone").files()


def test_nothing_is_made_again_that_did_not_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "project", random.Random(6))
    day = dt.date(2026, 11, 22)
    built(project.root, tmp_path / "site", store_of(project.root), "web", day)
    page = project.root / "docs/en/payments/page-1.md"
    page.write_text(page.read_text("utf-8") + "\nMore.\n", "utf-8")
    made: list[str] = []
    from helpcenter.site import render

    makers = {
        name: lambda edition, templates, job, maker=maker: (
            made.append(job.file) or maker(edition, templates, job)
        )
        for name, maker in render.MAKERS.items()
    }
    monkeypatch.setattr(render, "MAKERS", makers)
    built(project.root, tmp_path / "site", store_of(project.root), "web", day)
    assert set(made) == {
        "payments/page-1/index.html",  # shows its twin beside itself
        "en/payments/page-1/index.html",
        "en/payments/print.html",
        "en/payments/page-1.md",
        "api/v1/en/payments/page-1.json",
    }


@pytest.mark.parametrize("harm", ["cut", "noise", "folder", "empty"])
def test_a_broken_store_is_as_good_as_none(harm: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", random.Random(7))
    day = dt.date(2026, 11, 22)
    _, before = built(project.root, tmp_path / "site", store_of(project.root), "web", day)
    file = project.root / FOLDER / FILE
    data = file.read_bytes()
    if harm == "cut":
        file.write_bytes(data[: len(data) // 2])
    elif harm == "noise":
        noise = bytearray(data)
        dice = random.Random(8)
        for _ in range(len(data) // 50):
            noise[dice.randrange(100, len(data))] ^= 0xFF
        file.write_bytes(noise)
    elif harm == "folder":
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes(b"")
    _, after = built(project.root, tmp_path / "site", store_of(project.root), "web", day)
    assert after == before
    _, again = built(project.root, tmp_path / "site", store_of(project.root), "web", day)
    assert again == before


def test_a_file_that_was_touched_is_written_again(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", random.Random(9))
    day = dt.date(2026, 11, 22)
    site = tmp_path / "site"
    _, before = built(project.root, site, store_of(project.root), "web", day)
    for name in ("index.html", "en/payments/index.html", "llms.txt"):
        (site / name).write_bytes(b"x" * (site / name).stat().st_size)
    (site / "payments/index.html").unlink()
    _, after = built(project.root, site, store_of(project.root), "web", day)
    assert after == before


def test_a_build_that_fails_at_last_leaves_the_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where files of both sites are links to the same: nothing is written into one."""
    project = Project(tmp_path / "project", random.Random(10))
    day = dt.date(2026, 11, 22)
    site = tmp_path / "site"
    real = Before.keep

    def fail(self: Before, folder: Path, whole: bytes) -> None:
        real(self, folder, whole)
        raise OSError(28, "No space left on device", str(folder))

    failed = 0
    for _ in range(EDITS):
        _, before = built(project.root, site, store_of(project.root), "web", day)
        project.edit()
        with monkeypatch.context() as broken:
            broken.setattr(Before, "keep", fail)
            store = NOTHING if failed % 5 == 4 else store_of(project.root)
            try:
                built(project.root, site, store, "web", day)
            except BuildFailed:
                failed += 1
        assert Built(site).files() == before
    assert failed > EDITS / 2


def test_what_stays_of_the_site_before_are_links_to_the_one_that_stands(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", random.Random(11))
    day = dt.date(2026, 11, 22)
    site, folders = tmp_path / "site", tmp_path / f"{MARK}folders-site"
    shared = 0
    for kind in ("web", "web", "zip", "folder", "web", "all", "all", "web"):
        page = project.root / "docs/en/payments/page-1.md"
        page.write_text(page.read_text("utf-8") + f"\nAlso {kind}.\n", "utf-8")
        built(project.root, site, store_of(project.root), kind, day)
        for path in folders.rglob("*") if folders.exists() else ():
            if path.is_file():
                assert path.samefile(site / path.relative_to(folders))
                shared += 1
        _, cold = built(project.root, tmp_path / "cold" / kind, NOTHING, kind, day)
        assert Built(site).files() == cold
    assert shared > 20


EXTENSION = """\
from pathlib import Path
from markdown import Extension
from markdown.preprocessors import Preprocessor

class More(Preprocessor):
    def run(self, lines):
        return [*lines, "", Path(__file__).with_name("more.txt").read_text("utf-8")]

def makeExtension(**options):
    found = Extension(**options)
    found.extendMarkdown = lambda md: md.preprocessors.register(More(md), "more", 0)
    return found
"""


def test_an_extension_that_reads_more_than_the_article_is_asked_every_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "moreofit.py").write_text(EXTENSION, "utf-8")
    project = Project(tmp_path / "project", random.Random(12))
    settings = project.root / "mkdocs.yml"
    project.change(settings, "^  - attr_list$", "  - attr_list\n  - moreofit")
    day = dt.date(2026, 11, 22)
    for words in ("First it says this.", "Then it says that."):
        (tmp_path / "more.txt").write_text(words, "utf-8")
        _, files = built(project.root, tmp_path / "site", store_of(project.root), "web", day)
        assert words.encode() in files["en/payments/page-1/index.html"]


def test_a_site_that_would_be_the_same_is_left_alone(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", random.Random(10))
    day = dt.date(2026, 11, 22)
    site = tmp_path / "site"

    def number() -> int:
        built(project.root, site, store_of(project.root), "web", day)
        return site.stat().st_ino

    first = number()
    assert number() == first
    (site / "index.html").touch()
    second = number()
    assert second != first
    (site / "more.html").write_text("<p>", "utf-8")
    third = number()
    assert third != second
    assert not (site / "more.html").exists()
    (project.root / "overrides/assets/styles/site.css").write_text("p { color: red }", "utf-8")
    assert number() != third
    day += dt.timedelta(days=1)
    fourth = site.stat().st_ino
    assert number() != fourth


def test_no_folder_is_left_empty_by_what_has_gone(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", random.Random(11))
    day = dt.date(2026, 11, 22)
    for kind in ("web", "folder", "web"):
        for page in project.twins()[1]:
            page.unlink()
        store = store_of(project.root)
        built(project.root, tmp_path / "site", store, kind, day)
        folders = [one for one in (tmp_path / "site").rglob("*") if one.is_dir()]
        assert folders
        assert all(any(one.iterdir()) for one in folders)
        # Nothing of the old site stays beside the new one.
        beside = [one for one in tmp_path.iterdir() if one.name.startswith(".helpcenter-")]
        assert not [one for folder in beside for one in folder.rglob("*") if one.is_file()]


def test_the_real_articles_too(tmp_path: Path) -> None:
    for part in ("docs", "overrides"):
        shutil.copytree(ROOT / part, tmp_path / "project" / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "project")
    day = dt.date(2026, 11, 22)
    root = tmp_path / "project"
    built(root, tmp_path / "warm", store_of(root), "all", day)
    for name in ("en/payments/refund.md", "zh/index.md"):
        with (root / "docs" / name).open("a", encoding="utf-8") as file:
            file.write("\nAsk again 明天。\n")
    _, ours = built(root, tmp_path / "warm", store_of(root), "all", day)
    _, theirs = built(root, tmp_path / "cold", NOTHING, "all", day)
    assert ours == theirs
