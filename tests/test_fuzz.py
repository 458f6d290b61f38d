"""Whatever an editor types, the check ends, names lines that exist, and repairs settle."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpcenter.checking.check import check
from helpcenter.checking.fixes import fixed, fixes
from helpcenter.checking.wishes import Wishes
from helpcenter.content.center import read_center
from helpcenter.finding import Finding
from small_site import SITE, write_site

PAGE = "docs/zh/payments/refund.md"
PIECES = st.sampled_from(
    [
        *(
            "[",
            "]",
            "(",
            ")",
            "](",
            "（",
            "）",
            "【",
            "】",
            "![",
            "<",
            ">",
            "`",
            "```",
            "~~~",
            "{#a}",
        ),
        *(
            "\n",
            "\n\n",
            "    ",
            "- ",
            "1. ",
            "3. ",
            "# ",
            "## ",
            "| a | b |\n|---|---|\n",
            "***",
            "**",
        ),
        *(
            "[a]: b.md",
            "[a][b]",
            "[^1]",
            "<!-- allow ",
            "vague-link",
            ": x -->",
            "-->",
            "<a href='",
        ),
        *("refund.md", "../x.md", "http://[::1", "\\", "&amp;", "\u200b", "\u2028", "\u3000", "\t"),
        *(
            "打开App",
            "等24小时",
            "钱,包",
            "...",
            "。。。",
            "--",
            "的的",
            "the the",
            "点击这里",
            "???",
            "13800138000",
        ),
        *("!!! note", '=== "A"', "    x", "\r\n", "\ufeff", "{open}", "😀", "{: #b .c }", "> "),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=25).map("".join)
SOON = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def findings(folder: str, body: str) -> tuple[Finding, ...]:
    root = Path(folder)
    text = SITE[PAGE] + "\n" + body
    write_site(root, {PAGE: text.encode("utf-8", "replace")})
    return check(read_center(root)).findings


@SOON
@given(TEXTS)
def test_every_finding_names_a_line_that_exists(body: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = findings(folder, body)
        lines = {
            path.relative_to(folder).as_posix(): len(path.read_bytes().splitlines()) + 1
            for path in Path(folder).rglob("*.*")
        }
        for one in found:
            assert 1 <= one.line <= lines[one.path], one


@SOON
@given(TEXTS)
def test_repairs_settle_and_never_add_findings(body: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        before = findings(folder, body)
        root = Path(folder)
        new = fixes(read_center(root), Wishes(), lambda _: True)
        for name, data in new.items():
            (root / name).write_bytes(data)
        after = check(read_center(root)).findings
        assert len(after) <= len(before) + 1  # A translation falls behind its original.
        assert fixes(read_center(root), Wishes(), lambda _: True) == {}


@given(st.binary(max_size=200))
def test_a_file_without_repairs_stays_as_it_is(data: bytes) -> None:
    assert fixed(data, []) == data
