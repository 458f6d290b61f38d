"""How large a built edition is: said after each build, and held against a budget by the tests."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from helpcenter.site.download import FOLDER
from helpcenter.site.files import listed


def sizes(folder: Path) -> list[tuple[str, int]]:
    """Parts of the edition in `folder` and their bytes: `pages`, `search`, each file offered."""
    found: Counter[str] = Counter()
    for name, state in listed(folder).files.items():
        found[_part(name)] += state.st_size
    return sorted(found.items())


def _part(file: str) -> str:
    *folders, name = file.split("/")
    if folders in ([], [FOLDER]):
        lone = name.endswith(".zip") or name.startswith("help-center-")
        if lone and not name.endswith(".sha256"):
            return name
    if "search" in folders:
        return "search"
    if "assets" in folders:
        return "scripts, styles, images"
    return "pages" if name.endswith(".html") else "other"
