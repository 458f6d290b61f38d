"""What the commands say, in the language of the person at the terminal."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO


@dataclass(frozen=True, slots=True)
class Speech:
    """Chooses between the languages the package speaks: `speech(en="Ready.", zh="好了。")`."""

    language: str

    def __call__(self, *, en: str, zh: str) -> str:
        """The sentence in the chosen language."""
        return zh if self.language == "zh" else en


def speech_for(wanted: str | None) -> Speech:
    """The language asked for, or the one of the machine (`LC_ALL`, `LC_MESSAGES`, `LANG`)."""
    if wanted:
        return Speech(wanted)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return Speech("zh" if value.lower().startswith("zh") else "en")
    return Speech("en")


class Progress:
    """A line that counts, for work that takes longer than a second.

    On a terminal the line is rewritten in place; elsewhere nothing is printed, so logs stay short.
    """

    def __init__(self, label: str, total: int, stream: TextIO | None = None) -> None:
        self.label = label
        self.total = total
        self.done = 0
        self._stream = stream or sys.stderr
        self._shown = 0.0
        self._start = time.monotonic()
        self._open = False

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        now = time.monotonic()
        if not self._stream.isatty() or now - self._start < 1 or now - self._shown < 0.1:
            return
        self._shown = now
        self._open = True
        self._stream.write(f"\r{self.label} {self.done}/{self.total} ")
        self._stream.flush()

    def close(self) -> None:
        """Clear the line."""
        if self._open:
            self._stream.write("\r" + " " * (len(self.label) + 24) + "\r")
            self._stream.flush()
            self._open = False


def no_project(root: Path, speech: Speech) -> str:
    """What a command says in a folder that holds no project."""
    folder = root.resolve()
    return speech(
        en=f"There is no mkdocs.yml in {folder}. Go to the project's folder, or give --root.",
        zh=f"{folder} 里没有 mkdocs.yml。进入项目文件夹，或用 --root 指定。",
    )
