"""Where the time went."""

from __future__ import annotations

from pathlib import Path

import pytest

from edits import TEMPLATES
from helpcenter import clock
from helpcenter.cli import main
from helpcenter.speech import Speech
from small_site import write_site


def test_parts_inside_others_count_once() -> None:
    clock.reset()
    with clock.part("outer"), clock.part("inner"):
        sum(range(300_000))
    rows = [line.split() for line in clock.table(Speech("en"))]
    spent = {row[-1]: float(row[0]) for row in rows[1:-1]}
    assert set(spent) == {"outer", "inner"}
    assert spent["outer"] <= spent["inner"]


def test_a_build_says_where_its_time_went(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, TEMPLATES)
    words = ["build", "--root", str(root), "--edition", "web", "--profile", "--lang", "en"]
    assert main(words) == 0
    told = capsys.readouterr().err
    for part in ("reading", "rules", "pages", "search", "together"):
        assert part in told
