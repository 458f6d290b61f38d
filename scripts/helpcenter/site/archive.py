"""A zip with the same bytes for the same files, on any day and on any machine with this zlib."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path


def archive(folder: Path, inside: str, day: dt.date) -> bytes:
    """Everything below `folder` as a zip, in one folder named `inside`, dated `day`.

    Nothing of the machine is kept: names are sorted, times and rights are fixed.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        files = (path for path in folder.rglob("*") if path.is_file())
        for path in sorted(files, key=lambda one: one.relative_to(folder).as_posix()):
            name = f"{inside}/{path.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # the same on Windows
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes(), compresslevel=9)
    return held.getvalue()
