"""The benchmark of building runs, and the project it makes up is sound and always the same."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from helpcenter.checking.check import check
from helpcenter.content.center import read_center

sys.path.insert(0, str(ROOT / "scripts"))

import bench_build
from bench_tables import Figures, growth, times
from made_up import made_up, name
from measured import Command, Cost, Failed, _path, measure, serving, until

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_the_same_number_of_pages_gives_the_same_bytes(tmp_path: Path) -> None:
    one = files(made_up(ROOT, tmp_path / "one", 30))
    assert one == files(made_up(ROOT, tmp_path / "two", 30))
    assert sum(path.startswith("docs/zh/") for path in one) == 30
    assert sum(path.startswith("docs/en/") for path in one) == 30


def test_checks_find_nothing_in_a_made_up_project(tmp_path: Path) -> None:
    center = read_center(made_up(ROOT, tmp_path / "made", 90))
    assert [str(one) for one in check(center).findings] == []
    links = [link for page in center.pages for link in page.links]
    assert len(links) > 2 * 90


def test_no_two_pages_have_the_same_name() -> None:
    for locale in ("zh", "en"):
        names = [name(number, locale) for number in range(27_000)]
        assert len(set(names)) == len(names)


@linux
def test_a_process_and_what_it_starts_are_measured(tmp_path: Path) -> None:
    work = "sum(range({}))"
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"
    few, many = (
        measure(Command([sys.executable, "-c", start.format(size)], tmp_path, {}))
        for size in (1, 20_000_000)
    )
    assert many.cpu > few.cpu + 0.1
    assert few.longest < many.longest <= many.cpu
    assert 5e6 < many.largest <= many.together
    assert few.then(many).cpu == few.cpu + many.cpu


def test_only_work_at_the_same_time_is_not_added_up() -> None:
    lives = {1: (0.0, 2.0), 2: (0.1, 2.0), 3: (3.0, 4.0), 4: (3.1, 5.0)}
    assert _path({1: 1.5, 2: 1.0, 3: 0.5, 4: 0.75}, lives) == 1.5 + 0.75
    assert _path({}, {}) == 0


@linux
def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    command = Command([sys.executable, "-c", "raise SystemExit('no bread')"], tmp_path, {})
    with pytest.raises(Failed, match="no bread"):
        measure(command)


@linux
def test_a_page_that_never_changes_is_given_up(tmp_path: Path) -> None:
    port = bench_build._free_port()
    words = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    address = f"http://127.0.0.1:{port}/"
    with serving(Command(words, tmp_path, {}), address):
        assert until(address, "Directory listing") < 60
        with pytest.raises(Failed, match="did not change"):
            until(address, "no such text", patience=0.1)
    with pytest.raises(Failed):
        until(address, "Directory listing", patience=0.1)


@linux
def test_the_benchmark_measures_ours(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_build, "SETTLE", 0.3)
    monkeypatch.setattr(bench_build, "SAVES", 1)
    bench_build.main(
        ["--pages", "12", "--rounds", "1", "--engines", "ours", "--parts", "build", "serve"]
    )
    row = re.search(r"(?m)^\| ours \|(.*)\|$", capsys.readouterr().out)
    assert row
    cells = [cell.strip() for cell in row[1].split("|")]
    ratios = {3, 6, 9}  # to stock Material, which was not asked for
    assert [place for place, cell in enumerate(cells) if cell == "–"] == sorted(ratios)
    assert all(float(cell) > 0 for place, cell in enumerate(cells) if place not in ratios)


def test_ratios_are_to_stock_material_and_to_the_size_before() -> None:
    def figures(engine: str, pages: int, longest: float) -> Figures:
        cost = Cost(longest * 2, longest * 3, longest, 50 * 2**20, 60 * 2**20)
        return Figures(engine, pages, {"cold": cost})

    few = [figures("ours", 10, 1), figures("material", 10, 4)]
    row = next(line for line in times(few).splitlines() if line.startswith("| ours"))
    assert row.startswith("| ours | 2.00 | 3.00 | 1.00 | 4.00 | – |")
    more = [figures("ours", 30, 2.5), figures("material", 30, 36)]
    rows = growth([*few, *more]).splitlines()
    assert rows[2].startswith("| ours | 10 → 30 (3.0 x) | 2.50 | – | 1.00 |")
    assert rows[3].startswith("| material | 10 → 30 (3.0 x) | 9.00 |")
