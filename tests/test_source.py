"""What holds for every module: its size, and how it writes text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

MODULES = sorted((ROOT / "scripts").rglob("*.py"))
MOST = 250
"""Lines of a module; the longest of today's are split before they grow."""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [one for one in MODULES if "helpcenter" in one.parts], ids=named)
def test_a_module_fits_in_a_head(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST


def writing(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call that writes text to a file."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        modes = [one.value for one in node.args if isinstance(one, ast.Constant)]
        modes += [one.value.value for one in node.keywords if isinstance(one.value, ast.Constant)]
        texts = {"w", "a", "x", "wt", "at", "xt", "w+", "a+", "r+"}
        if name == "write_text" or (name in ("open", "fdopen") and not texts.isdisjoint(modes)):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_written_text_has_the_same_line_ends_on_every_machine(path: Path) -> None:
    for call in writing(ast.parse(path.read_bytes())):
        given = {one.arg: ast.unparse(one.value) for one in call.keywords}
        assert given.get("newline") == r"'\n'", f"{named(path)}:{call.lineno}"


def test_the_guard_sees_what_it_should() -> None:
    text = "a.write_text(b)\nopen(a, 'w')\na.open('a')\nopen(a)\nopen(a, 'rb')\nopen(a, mode='x')\n"
    assert [call.lineno for call in writing(ast.parse(text))] == [1, 2, 3, 6]
