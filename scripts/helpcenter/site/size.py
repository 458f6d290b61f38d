"""How large a built edition is: said after each build, and held against a budget by the tests."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from helpcenter.site.download import FOLDER


def sizes(folder: Path) -> list[tuple[str, int]]:
    """Parts of the edition in `folder` and their bytes: `pages`, `search`, each file offered."""
    found: Counter[str] = Counter()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[_part(path.relative_to(folder))] += path.stat().st_size
    return list(found.items())


def _part(name: Path) -> str:
    if name.parts[0] == FOLDER or len(name.parts) == 1:
        lone = name.suffix == ".zip" or name.name.startswith("help-center-")
        if lone and name.suffix != ".sha256":
            return name.name
    if "search" in name.parts:
        return "search"
    if "assets" in name.parts:
        return "scripts, styles, images"
    return "pages" if name.suffix == ".html" else "other"
