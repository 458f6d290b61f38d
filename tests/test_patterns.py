"""Regular expressions that are kept are those that `re` makes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from conftest import ROOT
from helpcenter import patterns
from helpcenter.patterns import kept

INSIDE: Any = getattr(re, "_compiler")  # noqa: B009 - a private name, of which types know nothing
TEXTS: list[tuple[str | bytes, int]] = [
    ("a|b", 0),
    ("a|b", re.IGNORECASE),
    (b"[a-z]+", 0),
    (r"(?P<day>\d+) (?P<month>[一-鿿]+)(?P=day)?", 0),
    (r"a  # not b", re.VERBOSE | re.DOTALL),
    (r"(?i:ß)[^\W\d_]*(?<=x)", re.MULTILINE),
]


@pytest.fixture(autouse=True)
def _as_at_a_start(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """`re` itself remembers some expressions as long as a process lives."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    re.purge()
    yield
    re.purge()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with `TEXTS`."""
    with kept(tmp_path / "patterns"):
        compiled(TEXTS)
    re.purge()
    return tmp_path / "patterns"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What `re` compiles."""
    texts: list[object] = []
    real = INSIDE.compile

    def compile_(text: Any, flags: int = 0) -> Any:
        texts.append(text)
        return real(text, flags)

    monkeypatch.setattr(INSIDE, "compile", compile_)
    return texts


def compiled(texts: list[tuple[str | bytes, int]]) -> list[re.Pattern[Any]]:
    return [re.compile(text, flags) for text, flags in texts]


def test_nothing_is_compiled_twice(file: Path, asked: list[object]) -> None:
    with kept(file):
        found = compiled(TEXTS)
    assert asked == []
    re.purge()
    fresh = compiled(TEXTS)
    assert found == fresh
    assert [one.groupindex for one in found] == [one.groupindex for one in fresh]
    assert [one.groups for one in found] == [one.groups for one in fresh]
    match = found[3].search("am 22 月22")
    assert match is not None
    assert match.groupdict() == {"day": "22", "month": "月"}


def test_every_expression_of_ours_can_be_kept(tmp_path: Path, asked: list[object]) -> None:
    folder = ROOT / "scripts"
    names = [
        ".".join(path.relative_to(folder).with_suffix("").parts)
        for path in (folder / "helpcenter").rglob("*.py")
    ]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    ours = {
        (one.pattern, one.flags)
        for module in modules
        for one in vars(module).values()
        if isinstance(one, re.Pattern)
    }
    assert len(ours) > 200
    fresh = compiled([*ours])
    for _ in range(2):
        re.purge()
        asked.clear()
        with kept(tmp_path / "patterns"):
            assert compiled([*ours]) == fresh
    assert asked == []


def test_afterwards_re_is_as_it_was(file: Path) -> None:
    before = INSIDE.compile, INSIDE._sre
    with kept(file):
        assert INSIDE.compile != before[0]
    assert (INSIDE.compile, INSIDE._sre) == before
    with pytest.raises(re.error), kept(file):
        re.compile("(")
    assert (INSIDE.compile, INSIDE._sre) == before


@pytest.mark.parametrize("harm", ["cut", "changed", "empty", "folder", "other interpreter"])
def test_a_broken_file_is_as_good_as_none(
    harm: str, file: Path, asked: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = file.read_bytes()
    if harm == "cut":
        file.write_bytes(data[:-9])
    elif harm == "changed":
        file.write_bytes(data[:50] + bytes([data[50] ^ 1]) + data[51:])
    elif harm == "empty":
        file.write_bytes(b"")
    elif harm == "folder":
        file.unlink()
        file.mkdir()
    else:
        monkeypatch.setattr(sys, "version", f"{sys.version} more")
    with kept(file):
        compiled(TEXTS)
    assert len(asked) == len(TEXTS)


def test_whoever_wants_no_compiled_modules_gets_none_of_this(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    with kept(tmp_path / "patterns"):
        compiled(TEXTS)
    assert not [*tmp_path.iterdir()]


def test_the_file_does_not_grow_for_ever(
    file: Path, asked: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "MOST", 10)
    for number in range(20):
        with kept(file):
            compiled([(f"made of {number}", 0), *TEXTS[:3]])
    size = file.stat().st_size
    for number in range(20, 40):
        with kept(file):
            compiled([(f"made of {number}", 0), *TEXTS[:3]])
    assert file.stat().st_size < 2 * size
    assert not set(asked) & {text for text, _ in TEXTS[:3]}


def test_threads_do_not_mix_them_up(tmp_path: Path) -> None:
    texts: list[list[tuple[str | bytes, int]]] = [
        [(f"(?P<a{thread}>{thread} {number})", 0) for number in range(200)] for thread in range(4)
    ]
    with kept(tmp_path / "patterns"):
        threads = [Thread(target=compiled, args=(some,)) for some in texts]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    every = [one for some in texts for one in some]
    re.purge()
    with kept(tmp_path / "patterns"):
        found = compiled(every)
    re.purge()
    assert [(one, one.groupindex) for one in found] == [
        (one, one.groupindex) for one in compiled(every)
    ]
