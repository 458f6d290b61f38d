"""The line of the file a finding is about, and where on it.

Rules name a line and quote the editor's words; the words are looked up on that line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from helpcenter.content.file import MAX_BYTES, read_file
from helpcenter.finding import Fault, Finding, printable

QUOTED = re.compile("“([^”]+)”")
WIDEST = 160
"""Longest piece of a line that is shown."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Where on its line a finding is; columns count characters from 1."""

    text: str
    """The line as it stands; empty if there is none."""
    column: int = 1
    end: int = 1
    """The column after the last character."""

    @property
    def shown(self) -> str:
        """The line for a terminal, cut to what a reader can take in."""
        start = max(self.column - 60, 0) if len(self.text) > WIDEST else 0
        piece = printable(self.text[start : start + WIDEST])
        return ("…" if start else "") + piece + ("…" if start + WIDEST < len(self.text) else "")


class Excerpts:
    """The lines of a project's files, each file read once."""

    def __init__(self, root: Path, limit: int = MAX_BYTES) -> None:
        """Files below `root`; of those with more bytes than `limit`, no lines are shown."""
        self._root = root
        self._limit = limit
        self._files: dict[str, list[str]] = {}

    def of(self, finding: Finding) -> Excerpt:
        """The line that `finding` is about."""
        lines = self._lines(finding.path)
        if not 1 <= finding.line <= len(lines):
            return Excerpt("")
        text = lines[finding.line - 1]
        for words in QUOTED.findall(finding.text["en"]):
            # A long quotation was shortened.
            wanted = words.removesuffix("…")
            place = text.find(wanted)
            if place >= 0:
                return Excerpt(text, place + 1, place + 1 + len(wanted))
        indent = len(text) - len(text.lstrip())
        return Excerpt(text, indent + 1, len(text.rstrip()) + 1 if text.strip() else 1)

    def _lines(self, path: str) -> list[str]:
        if path not in self._files:
            data = read_file(self._root, path, self._limit)
            text = "" if isinstance(data, Fault) else data.decode("utf-8-sig", "replace")
            # Only line feeds end a line: other signs that Python splits at would shift the rest.
            self._files[path] = re.split("\r\n|\r|\n", text)
        return self._files[path]
