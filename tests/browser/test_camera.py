"""Pictures show a reviewer the changed pages, before and after, on a phone and at a desk."""

from __future__ import annotations

import importlib.util
import struct
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT

from . import conftest as here

PAGE = "<!doctype html><title>x</title><body style='margin:0;height:3000px'>{}</body>"


@pytest.fixture(scope="module")
def camera() -> ModuleType:
    spec = importlib.util.spec_from_file_location("camera", ROOT / "scripts/camera.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def site(folder: Path, pages: dict[str, str]) -> Path:
    for name, words in pages.items():
        file = folder / name / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(words), "utf-8")
    return folder


def size(picture: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height


@pytest.fixture(autouse=True)
def chromium() -> None:
    if here.chromium() is None:
        pytest.skip(here.SKIPPED)


def apart(work: Callable[..., int], *words: object) -> int:
    """Do it in a thread of its own: another Playwright may be at work in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work, *words).result()


def test_each_changed_page_is_shown_whole_before_and_after(
    tmp_path: Path, camera: ModuleType
) -> None:
    old = site(tmp_path / "old", {"payments/refund": "old", "en/payments/refund": "old"})
    new = site(tmp_path / "new", {"payments/refund": "new", "payments/gift-card": "new", "": "x"})
    listed = tmp_path / "pages.txt"
    listed.write_text("zh/payments/refund\nzh/payments/gift-card\nen/payments/refund\nzh/index\n")
    assert apart(camera.main, old, new, listed, tmp_path / "pictures") == 0
    found = {path.name: path for path in (tmp_path / "pictures").iterdir()}
    assert sorted(found) == sorted(
        f"{name}-{width}-{when}.png"
        for name, when in (
            ("zh-payments-refund", "before"),
            ("zh-payments-refund", "after"),
            ("zh-payments-gift-card", "after"),
            ("en-payments-refund", "before"),
            ("zh-index", "after"),
        )
        for width in (360, 1280)
    )
    for name, path in found.items():
        assert size(path) == (int(name.rsplit("-", 2)[1]), 3000), name
    before, after = (found[f"zh-payments-refund-360-{one}.png"] for one in ("before", "after"))
    assert before.read_bytes() != after.read_bytes()


def test_a_change_without_pages_or_an_old_site_leaves_no_pictures(
    tmp_path: Path, camera: ModuleType
) -> None:
    new = site(tmp_path / "new", {"payments/refund": "new"})
    listed = tmp_path / "pages.txt"
    listed.write_text("")
    assert apart(camera.main, tmp_path / "none", new, listed, tmp_path / "pictures") == 0
    assert list((tmp_path / "pictures").iterdir()) == []


def test_of_very_many_pages_the_first_are_shown(
    tmp_path: Path, camera: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera, "MOST", 1)
    monkeypatch.setattr(camera, "WIDTHS", (360,))
    new = site(tmp_path / "new", {"payments/a": "a", "payments/b": "b"})
    listed = tmp_path / "pages.txt"
    listed.write_text("zh/payments/a\nzh/payments/b\n")
    assert apart(camera.main, tmp_path / "none", new, listed, tmp_path / "pictures") == 0
    assert [path.name for path in (tmp_path / "pictures").iterdir()] == [
        "zh-payments-a-360-after.png"
    ]


def test_without_a_browser_it_says_so_and_stops_nothing(
    tmp_path: Path,
    camera: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(camera.shutil, "which", lambda name: None)
    assert apart(camera.main, tmp_path, tmp_path, tmp_path / "x", tmp_path / "pictures") == 0
    assert capsys.readouterr().err == "No Chromium or Chrome here; no pictures.\n"
