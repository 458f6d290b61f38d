"""What readers can take along: files made of the whole site, and the day they stand for."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FOLDER = "download"
"""Where the files lie on the web site."""
NAME = "help-center"


@dataclass(frozen=True)
class Download:
    """A file to take along."""

    kind: str
    """`zip` or `single`; the words `download_zip`, `download_single` tell readers what it is."""
    name: str
    """`help-center-2026-11-22.zip`"""
    content: bytes

    @property
    def size(self) -> str:
        """For people: `412 kB`, `1.3 MB`."""
        return readable(len(self.content))

    @cached_property
    def sha256(self) -> str:
        """Checksum, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def checksum_file(self) -> str:
        """What `sha256sum --check` reads."""
        return f"{self.sha256}  {self.name}\n"


def write_downloads(downloads: Iterable[Download], site_dir: Path, below: str = FOLDER) -> None:
    """Write the files and the checksum beside each."""
    for one in downloads:
        (site_dir / below).mkdir(exist_ok=True)
        (site_dir / below / one.name).write_bytes(one.content)
        (site_dir / below / f"{one.name}.sha256").write_text(
            one.checksum_file, "utf-8", newline="\n"
        )


def readable(size: int) -> str:
    """A number of bytes for people."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"


def made_on(latest: dt.date) -> dt.date:
    """The day an edition stands for: `SOURCE_DATE_EPOCH`, or `latest`, the last review of a page.

    Never the clock. The day that trust in contacts and due reviews are judged by is another one:
    the same articles give the same bytes only on the same day (`trust.this_day`).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return latest
