"""Versions read from the names of folders are those that Python knows."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import pytest

from helpcenter import __version__, versions
from helpcenter.store import PACKAGES
from helpcenter.versions import version_of


@pytest.mark.parametrize("package", ["helpcenter", *PACKAGES])
def test_a_version_is_the_one_that_is_installed(package: str) -> None:
    assert version_of(package) == metadata.version(package)


def test_a_package_that_is_not_there_has_no_version() -> None:
    assert version_of("no-such-package") == ""
    assert __version__


def test_the_first_folder_on_the_path_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/Some_Pack.age-2.0-py3.11.egg-info", "b/some_pack_age-1.0.dist-info"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path / one) for one in ("none", "a", "b")])
    versions._versions.cache_clear()
    try:
        assert version_of("some-pack-age") == "2.0"
    finally:
        versions._versions.cache_clear()
