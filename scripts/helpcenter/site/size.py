"""How large a built edition is: said after each build, and held against a budget by the tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from helpcenter.site.download import FOLDER


def sizes(weights: Mapping[str, int]) -> list[tuple[str, int]]:
    """Parts of an edition and their bytes: `pages`, `search`, each file offered.

    `weights` are the bytes of its files by their names.
    """
    found: Counter[str] = Counter()
    for name, size in weights.items():
        found[_part(name)] += size
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
