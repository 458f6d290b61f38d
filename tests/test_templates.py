"""Compiled templates are kept outside of projects, and only as long as they are the template's."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from helpcenter.content.settings import Settings, read_settings
from helpcenter.site.templates import environment
from small_site import write_site


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return folder


def project(root: Path, template: str) -> Settings:
    return read_settings(write_site(root, {"overrides/main.html": template}))


def said(settings: Settings) -> str:
    return environment(settings).get_template("main.html").render()


def files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


def test_a_template_is_compiled_once_until_it_changes(tmp_path: Path, kept: Path) -> None:
    settings = project(tmp_path / "project", "one {{ 1 + 1 }}")
    before = files(tmp_path / "project")
    assert said(settings) == "one 2"
    (compiled,) = files(kept)
    made = compiled.stat().st_mtime_ns
    assert said(settings) == "one 2"
    assert compiled.stat().st_mtime_ns == made
    (settings.overrides / "main.html").write_text("two", "utf-8")
    assert said(settings) == "two"
    assert files(tmp_path / "project") == before


@pytest.mark.parametrize("harm", ["cut", "noise", "empty", "folder"])
def test_one_that_is_broken_is_as_good_as_none(harm: str, tmp_path: Path, kept: Path) -> None:
    settings = project(tmp_path / "project", "one {{ 1 + 1 }}")
    assert said(settings) == "one 2"
    (compiled,) = files(kept)
    data = compiled.read_bytes()
    if harm == "folder":
        compiled.unlink()
        compiled.mkdir()
    else:
        # The first bytes say that it is one of Jinja's.
        broken = {"cut": data[:40], "noise": data[:20] + bytes(len(data) - 20), "empty": b""}
        compiled.write_bytes(broken[harm])
    assert said(settings) == "one 2"


def test_it_goes_without_where_others_can_write(tmp_path: Path, kept: Path) -> None:
    settings = project(tmp_path / "project", "one")
    assert said(settings) == "one"
    (folder,) = kept.iterdir()
    for compiled in files(kept):
        compiled.unlink()
    folder.rmdir()
    folder.symlink_to(tmp_path)
    assert said(settings) == "one"
    assert not list(tmp_path.glob("*.cache"))


def test_nothing_is_kept_where_python_keeps_nothing(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said(project(tmp_path / "project", "one")) == "one"
    assert files(kept) == []


def test_a_fault_is_told_at_its_place_both_times(tmp_path: Path, kept: Path) -> None:
    settings = project(tmp_path / "project", "one\n{{ gone }}")
    for _ in range(2):
        with pytest.raises(Exception, match="gone") as caught:
            said(settings)
        last = caught.traceback[-1]
        assert str(last.path).endswith("overrides/main.html")
        assert last.lineno == 1
    (settings.overrides / "main.html").write_text("one\n{% if %}", "utf-8")
    with pytest.raises(TemplateSyntaxError) as wrong:
        said(settings)
    assert wrong.value.lineno == 2
