"""Several files change together or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.editing import changes as module
from helpcenter.editing.changes import FOLDER, ChangeFailed, Changes, put, recover


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def project(root: Path) -> dict[str, bytes]:
    (root / "a.md").write_bytes(b"one")
    (root / "docs").mkdir()
    (root / "docs/b.md").write_bytes(b"two")
    return files(root)


def plan(root: Path) -> Changes:
    changes = Changes(root)
    changes.read("a.md")
    changes.write("a.md", b"new one")
    changes.move("docs/b.md", "more/c.md", b"new two") if changes.read("docs/b.md") else None
    changes.create("d.md", b"four")
    return changes


def test_all_files_change(tmp_path: Path) -> None:
    project(tmp_path)
    plan(tmp_path).apply()
    assert files(tmp_path) == {"a.md": b"new one", "more/c.md": b"new two", "d.md": b"four"}
    assert not (tmp_path / "docs").exists()


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    project(tmp_path)
    with pytest.raises(ChangeFailed, match="exists"):
        Changes(tmp_path).create("a.md", b"")


@pytest.mark.parametrize("name", ["../a.md", "link/a.md", "docs/../../a.md"])
def test_nothing_outside_the_project_is_read_or_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project/link").symlink_to(tmp_path)
    with pytest.raises(ChangeFailed, match="outside"):
        Changes(tmp_path / "project").create(name, b"")


def test_a_file_edited_in_the_meantime_stops_everything(tmp_path: Path) -> None:
    project(tmp_path)
    changes = plan(tmp_path)
    (tmp_path / "a.md").write_bytes(b"somebody else")
    before = files(tmp_path)
    with pytest.raises(ChangeFailed, match=r"a\.md: changed"):
        changes.apply()
    assert files(tmp_path) == before


@pytest.mark.parametrize("fails_at", [1, 2, 3, 4])
def test_a_full_disk_leaves_every_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    before = project(tmp_path)
    count = 0

    def failing(path: Path, data: bytes | None) -> None:
        nonlocal count
        count += 1
        if count == fails_at:
            raise OSError(28, "No space left on device", str(path))
        put(path, data)

    changes = plan(tmp_path)
    monkeypatch.setattr(module, "put", failing)
    with pytest.raises(ChangeFailed, match="No space left"):
        changes.apply()
    assert files(tmp_path) == before


class Killed(BaseException):
    pass


@pytest.mark.parametrize("dies_at", [1, 2, 3, 4])
def test_a_command_that_was_killed_is_undone_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dies_at: int
) -> None:
    before = project(tmp_path)
    count = 0

    def dying(path: Path, data: bytes | None) -> None:
        nonlocal count
        count += 1
        if count == dies_at:
            raise Killed
        put(path, data)

    changes = plan(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(module, "put", dying)
        with pytest.raises(Killed):
            changes.apply()
    undone = recover(tmp_path)
    assert files(tmp_path) == before
    assert len(undone) == dies_at - 1
    assert recover(tmp_path) == ()


def test_what_somebody_wrote_after_the_crash_is_not_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path)
    changes = plan(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(module, "put", lambda path, data: (_ for _ in ()).throw(Killed))
        with pytest.raises(Killed):
            changes.apply()
    (tmp_path / "a.md").write_bytes(b"written by hand")
    recover(tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"written by hand"
    assert not (tmp_path / FOLDER).exists()
