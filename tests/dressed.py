"""The small site in this repository's own templates, words and scripts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from built import Built
from conftest import ROOT
from helpcenter.checking.check import check, failing
from helpcenter.content.center import read_center
from helpcenter.site.build import build_site
from small_site import write_site

Changes = Mapping[str, str | bytes | None]
OWN = ("contacts.yml", "published.yml", "new", "search")
"""What in the overrides is about this repository's articles."""


def templates() -> dict[str, str | bytes | None]:
    """Every template, script, style and word, by its name below the root."""
    overrides = ROOT / "overrides"
    files = (path for path in sorted(overrides.rglob("*")) if path.is_file())
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in files
        if path.relative_to(overrides).parts[0] not in OWN
    }


def dressed(root: Path, changes: Changes) -> Path:
    """Write the small site with `changes` and the templates below `root`; returns `root`."""
    return write_site(root, {**templates(), **changes})


def build(root: Path, kind: str = "all") -> Built:
    """Build the project in `root`, which must be sound, beside it."""
    checked = check(read_center(root))
    assert [one.say("en") for one in failing(checked.findings)] == []
    target = root.with_name(f"{root.name}-{kind}")
    build_site(root, checked, target, kind=kind)
    return Built(target)
