"""What many tests share: this repository's own site, built once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from built import Built
from helpcenter.checking.check import check
from helpcenter.content.center import Center, read_center
from helpcenter.site.build import build_site

# Machines are shared and slow at times: a test is about what happens, not how fast.
# And what it tries is the same everywhere, so that it is red for a change or not at all.
settings.register_profile("calm", deadline=None, derandomize=True)
settings.load_profile("calm")

# Trust in contacts and reviews ends on known days; tests may not turn red by the calendar.
os.environ["SOURCE_DATE_EPOCH"] = "1795305600"  # 2026-11-22

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True, scope="session")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What builds leave among the temporary files, compiled templates, goes with the tests."""
    folder = str(tmp_path_factory.mktemp("temporary"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", folder)
        patch.setattr(tempfile, "tempdir", folder)
        yield


@pytest.fixture(scope="session")
def center() -> Center:
    """This repository's articles."""
    return read_center(ROOT)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, center: Center) -> Built:
    """This repository's site."""
    target = tmp_path_factory.mktemp("built") / "site"
    build_site(ROOT, check(center), target)
    return Built(target)
