"""A small Git repository for tests, with an identity and settings of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(root: Path, *words: str) -> str:
    """Run Git in `root`; returns what it prints."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    clean |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(root), "-c", "user.name=Editor", "-c", "user.email=e@example.org"]
    done = subprocess.run([*command, *words], env=clean, capture_output=True, text=True, check=True)
    return done.stdout


def commit(root: Path, message: str = "Change") -> None:
    """Commit everything in `root`, which becomes a repository if it is none."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)
