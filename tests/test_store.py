"""What is kept is believed only where it was made."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from helpcenter.choice import Choice
from helpcenter.contacts.registry import State
from helpcenter.finding import Level
from helpcenter.store import FILE, FOLDER, packed, store_of, unpacked
from helpcenter.translation.stamp import Significance


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


def test_one_command_leaves_alone_what_another_needs(tmp_path: Path) -> None:
    def run(command: str, count: int, first: int = 0) -> None:
        store = store_of(tmp_path, command)
        for number in range(first, first + count):
            store.put(number.to_bytes(16, "big"), b"value")
        store.save()

    def there(count: int, first: int = 0) -> int:
        store = store_of(tmp_path)
        return sum(
            store.get(n.to_bytes(16, "big")) is not None for n in range(first, first + count)
        )

    run("build", 3000)
    run("lint", 10, first=9000)
    assert there(3000) == 3000
    for turn in range(1, 6):
        run("build", 3000, first=turn * 10_000)
    # What nobody used the last time goes at last.
    assert there(3000) == 0
    assert there(3000, first=50_000) == 3000
    assert there(10, first=9000) == 10


@pytest.mark.parametrize("kind", [Level, Significance, State])
def test_a_word_of_a_few_is_kept_without_a_call(kind: type[Choice]) -> None:
    for word in kind:
        assert b"getattr" not in packed(word)
        assert unpacked(packed(word)) is word


def test_a_store_that_nobody_may_look_at_is_as_good_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)

    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "is_file", refused)
        assert store_of(tmp_path).get(b"key") is None
    assert store_of(tmp_path).get(b"key") == b"value"
