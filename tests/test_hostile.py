"""Trees built to hurt: the check ends in time and still finds the ordinary fault beside them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from helpcenter.cli import main
from small_site import SITE, write_site

PAGE = "docs/en/payments/refund.md"
HEAD = SITE["docs/en/payments/index.md"].encode().rpartition(b"---\n")[0] + b"---\n\n"


def body(data: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(HEAD + data) and None


def bomb(path: Path) -> None:
    rows = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30))]
    path.write_text("---\n" + "\n".join(rows) + "\n---\n\nx\n", "utf-8")


def undecodable(path: Path) -> None:
    Path(os.fsdecode(bytes(path.parent) + b"/\xff\xfe.md")).write_bytes(HEAD)


HOSTILE: dict[str, Callable[[Path], None]] = {
    "not UTF-8": body(b"\xff\xfe\xd6\xd0"),
    "GBK": body("退款".encode("gbk")),
    "UTF-16": lambda path: path.write_text("---\nx", "utf-16") and None,
    "NUL bytes": body(b"a\x00b"),
    "a line of 10 MB": body(b"x" * 10_000_000),
    "a long line": body(b"x" * 50_000),
    "20,000 brackets": body(b"[" * 20_000),
    "brackets on lines": body(b"[\n" * 20_000),
    "10,000 tags": body(b"<a href='" * 5_000),
    "stars": body(b"*a **b " * 1_200),
    "quotes in quotes": body(b"> " * 2_000 + b"x"),
    "lists in lists": body(b"".join(b"    " * n + b"- x\n" for n in range(90))),
    "backticks": body(b"`a``b" * 1_500),
    "comments": body(b"<!-- allow x" * 900),
    "a YAML bomb": bomb,
    "front matter without end": lambda path: path.write_bytes(b"---\nx: y\n") and None,
    "code in front matter": lambda path: (
        path.write_bytes(b"---\nx: !!python/name:os.system\n---\n") and None
    ),
    "an empty file": lambda path: path.write_bytes(b"") and None,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to its folder": lambda path: path.symlink_to("."),
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a pipe": lambda path: os.mkfifo(path),
    "a folder": lambda path: path.mkdir(),
    "a name nobody can read": undecodable,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_ordinary_fault_is_found_all_the_same(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, {PAGE: SITE[PAGE] + "\n[x](planted.md)\n"})
    HOSTILE[name](root / "docs/en/payments/hostile.md")
    start = time.process_time()
    assert main(["lint", "--root", str(root), "--lang", "en", "--format", "human"]) == 1
    out = capsys.readouterr().out
    assert f"{PAGE}:18:5: error missing-link: The link to “planted.md”" in out
    about = [row for row in out.splitlines() if "not-utf-8" in row or "too-large" in row]
    assert len(about) <= 1
    assert time.process_time() - start < 60
    assert main(["lint", "--root", str(root), "--lang", "en", "--diff"]) in (0, 1)
