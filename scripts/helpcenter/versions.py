"""The versions of installed packages, by the names of their folders beside them.

`importlib.metadata` tells the same from what is in the folders, and loading it takes as long as
checking hundreds of pages that did not change.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

FOLDER = re.compile(r"(.+?)-([^-]+)(?:-.*)?\.(?:dist|egg)-info")
"""`mkdocs_material-9.8.1.dist-info`, `PyYAML-6.0-py3.11.egg-info`."""


def version_of(package: str) -> str:
    """The version that Python would import; empty if there is no such package."""
    return _versions().get(_plain(package), "")


@cache
def _versions() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for place in sys.path:
        with suppress(OSError), os.scandir(place or ".") as entries:
            for name in sorted(entry.name for entry in entries):
                if match := FOLDER.fullmatch(name):
                    found.setdefault(_plain(match[1]), match[2])
    return found


def _plain(package: str) -> str:
    return package.lower().replace("_", "-").replace(".", "-")
