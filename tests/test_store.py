"""What is kept is believed only where it was made."""

from __future__ import annotations

import subprocess
from pathlib import Path

from helpcenter.store import FILE, FOLDER, store_of


def git(root: Path, *words: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    command = ["git", "-C", str(root), *identity, *words]
    subprocess.run(command, check=True, capture_output=True)


def filled(root: Path) -> None:
    store = store_of(root)
    store.put(b"key", b"value")
    store.save()


def test_what_was_put_is_found_again(tmp_path: Path) -> None:
    filled(tmp_path)
    assert store_of(tmp_path).get(b"key") == b"value"
    git(tmp_path, "init", "-q")
    assert store_of(tmp_path).get(b"key") == b"value"
    assert store_of(tmp_path).get(b"other") is None


def test_a_store_that_came_with_a_change_is_not_believed(tmp_path: Path) -> None:
    for project in (tmp_path, tmp_path / "inside"):
        filled(project)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-f", f"inside/{FOLDER}/{FILE}")
    assert store_of(tmp_path / "inside").get(b"key") is None
    git(tmp_path, "add", "-f", f"{FOLDER}/{FILE}")
    assert store_of(tmp_path).get(b"key") is None
    git(tmp_path, "commit", "-qm", "a")
    git(tmp_path, "worktree", "add", "-q", "other")
    filled(tmp_path / "other")
    assert store_of(tmp_path / "other").get(b"key") is None
