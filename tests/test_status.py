"""Stamping, what is stale and since when, and when a page is due for review."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from command import run
from helpcenter.checking.check import check
from helpcenter.commands import stamp as stamp_command
from helpcenter.commands import status as status_command
from helpcenter.content.center import read_center
from helpcenter.site.edition import edition_of
from helpcenter.site.view import View
from helpcenter.translation.review import due, due_within
from helpcenter.translation.state import State, standing
from helpcenter.translation.status import pieces, status
from repository import commit, git
from small_site import SITE, write_site

ZH, EN = "docs/zh/payments/refund.md", "docs/en/payments/refund.md"


def state(root: Path) -> State:
    return standing(read_center(root), "en", "payments/refund").state


def change(root: Path, old: str, new: str, file: str = ZH) -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_translation_is_fresh_until_the_source_changes(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    assert state(root) is State.FRESH
    change(root, "打开交易记录。", "打开交易记录，找到这一笔。")
    assert state(root) is State.STALE


def test_a_rewrapped_source_leaves_its_translation_fresh(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    change(root, "先问商户。\n", "先问\n商户。\n\n\n")
    assert state(root) is State.FRESH


def test_comparing_makes_a_translation_fresh_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path)
    change(root, "打开交易记录。", "打开账单。")
    assert run(stamp_command, root, EN) == 0
    assert capsys.readouterr().out == f"{EN}: compared with the source (step 1)\n"
    assert state(root) is State.FRESH


@pytest.mark.parametrize(
    "name", [EN, "en/payments/refund", "payments/refund", "payments/refund.md"]
)
def test_a_page_can_be_named_in_many_ways(tmp_path: Path, name: str) -> None:
    root = write_site(tmp_path)
    change(root, "打开交易记录。", "打开账单。")
    assert run(stamp_command, root, name) == 0
    assert state(root) is State.FRESH


def test_a_typo_in_the_source_leaves_the_translation_fresh(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    change(root, "打开交易记录。", "打开交易纪录。")
    assert run(stamp_command, root, ZH, "--significance", "typo") == 0
    assert state(root) is State.FRESH


def test_a_small_change_is_shown_to_editors_only(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    change(root, "打开交易记录。", "打开账单。")
    assert run(stamp_command, root, "payments/refund", "--significance", "minor") == 0
    checked = check(read_center(root))
    assert state(root) is State.MINOR
    assert not View(edition_of(checked.center, checked.words), "en", "payments/refund").stale
    assert [found.rule for found in checked.findings] == []


def test_readers_of_a_stale_page_are_shown_the_way_to_the_source(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    change(root, "打开交易记录。", "打开账单。")
    assert run(stamp_command, root, "payments/refund", "--significance", "major") == 0
    checked = check(read_center(root))
    edition = edition_of(checked.center, checked.words)
    view = View(edition, "en", "payments/refund")
    assert view.stale
    assert view.fresher is not None
    assert (view.fresher.lang, view.fresher.url) == ("zh-Hans", "../../../payments/refund/")
    assert not View(edition, "zh", "payments/refund").stale
    assert [found.rule for found in checked.findings] == []


def test_a_typo_does_not_hide_an_older_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path)
    commit(root)
    change(root, "打开交易记录。", "打开账单。")
    commit(root)
    change(root, "问商户。 {#ask}", "问问商户。 {#ask}")
    assert run(stamp_command, root, "payments/refund", "--significance", "typo") == 0
    assert capsys.readouterr().out == f"{EN}: only a typo (step 2); still open: step 1\n"
    assert state(root) is State.STALE


def test_without_git_every_change_is_judged(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    change(root, "打开交易记录。", "打开账单。")
    change(root, "问商户。 {#ask}", "问问商户。 {#ask}")
    assert run(stamp_command, root, "payments/refund", "--significance", "typo") == 0
    assert state(root) is State.FRESH


@pytest.mark.parametrize(
    ("words", "language", "said"),
    [
        ([], "en", "Which page? For example: helpcenter stamp payments/refund"),
        ([], "zh", "要标哪一页？例如：helpcenter stamp payments/refund"),
        (["payments/refnd"], "en", "There is no page “payments/refnd”. Did you mean "
         "“payments/refund”?"),
        (["payments/refnd"], "zh", "没有“payments/refnd”这一页。是不是“payments/refund”？"),
        ([ZH], "en", f"{ZH} is the source. Say how much it changed (--significance typo, minor or "
         f"major), or name the translation: {EN}"),
        ([ZH], "zh", f"{ZH} 是原文。写明改动的大小（--significance typo、minor 或 major），"
         f"或者写译文的文件：{EN}"),
        ([ZH, "--significance", "typo", "--since", "v9"], "en", f"Git has no {ZH} at “v9”."),
        ([ZH, "--significance", "typo", "--since", "v9"], "zh", f"Git 里没有“v9”版本的 {ZH}。"),
    ],
)  # fmt: skip
def test_what_cannot_be_stamped_is_said(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    language: str,
    said: str,
) -> None:
    root = write_site(tmp_path)
    assert run(stamp_command, root, *words, language=language) == 2
    assert capsys.readouterr().err == said + "\n"


def test_a_translation_never_compared_cannot_be_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path)
    (root / EN).write_text(SITE["docs/en/payments/index.md"].split("translated_from")[0] + "---\n")
    assert run(stamp_command, root, "payments/refund", "--significance", "minor") == 2
    assert capsys.readouterr().err == (
        f"{EN} was never compared with {ZH}. Compare them, then run `helpcenter stamp {EN}` "
        "without --significance.\n"
    )


def test_what_changed_is_shown_word_by_word_when_git_has_the_old_text(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    commit(root)
    change(root, "打开交易记录。", "打开账单。")
    commit(root)
    row = next(r for r in status(read_center(root)) if r.state is State.STALE)
    assert [(one.old, one.new) for one in row.differences] == [
        ("找订单。 打开交易记录。", "找订单。 打开账单。")
    ]
    assert list(pieces("打开交易记录。", "打开账单。")) == [
        ("same", "打开"),
        ("gone", "交易记录"),
        ("new", "账单"),
        ("same", "。"),
    ]


def test_the_old_text_is_found_after_a_rename_and_a_squash(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    commit(root)
    git(root, "mv", ZH, "docs/zh/payments/money.md")
    git(root, "mv", EN, "docs/en/payments/money.md")
    commit(root)
    change(root, "打开交易记录。", "打开账单。", "docs/zh/payments/money.md")
    commit(root)
    row = next(r for r in status(read_center(root)) if r.state is State.STALE)
    assert row.differences[0].old == "找订单。 打开交易记录。"


def test_without_git_the_table_says_that_the_old_text_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path)
    change(root, "打开交易记录。", "打开账单。")
    assert run(status_command, root) == 0
    said = capsys.readouterr()
    assert said.out == (
        "page                state  reviewed    due\n"
        "en/payments/refund  stale  2026-11-22  2027-11-22\n"
        "    step 1 (the old words are not in Git)\n"
        "      + 找订单。 打开账单。\n"
    )
    assert said.err == "3 source, 2 fresh, 1 stale; 0 due for review.\n"


def test_the_table_speaks_chinese_and_lists_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path, {EN: None})
    assert run(status_command, root, language="zh") == 0
    said = capsys.readouterr()
    assert said.out == "页面                状态  审阅  到期\nen/payments/refund  缺少  -     -\n"
    assert said.err == "3 原文，2 最新，1 缺少；0 个到期要审阅。\n"


def test_programs_get_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_site(tmp_path)
    change(root, "打开交易记录。", "打开账单。")
    assert run(status_command, root, "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    [row] = [row for row in rows if row["state"] == "stale"]
    assert row["path"] == "payments/refund"
    assert row["changes"] == [
        {
            "kind": "changed",
            "part": "step",
            "label": "1",
            "significance": None,
            "old": None,
            "new": "找订单。 打开账单。",
        }
    ]


def test_the_dashboard_shows_every_page_and_runs_nothing(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    commit(root)
    change(root, "打开交易记录。", "打开 <script>alert(1)</script> &amp; 账单。")
    assert run(status_command, root, "--html", str(tmp_path / "out/status.html")) == 0
    html = (tmp_path / "out/status.html").read_text("utf-8")
    assert html.count('scope="row"') == 3
    assert html.count("<article") == 1
    assert "<code>helpcenter stamp en/payments/refund</code>" in html
    assert "<h1>Help: status of " in html
    assert "<del>" in html
    assert "<script" not in html


def test_a_page_is_due_so_many_months_after_its_review(tmp_path: Path) -> None:
    config = SITE["mkdocs.yml"] + "extra:\n  review_after_months: 3\n"
    late = SITE[ZH].replace("2026-11-22", "2026-11-30")
    center = read_center(write_site(tmp_path, {"mkdocs.yml": config, ZH: late}))
    page = center.page("zh", "payments/refund")
    assert page is not None
    assert due(page, center.settings.review_months) == dt.date(2027, 2, 28)
    day = dt.date(2027, 2, 20)
    assert page not in due_within(center, day, 7)
    assert page in due_within(center, day, 8)


def test_a_reader_is_told_after_the_date_and_not_on_it(tmp_path: Path) -> None:
    for day, told in ((dt.date(2027, 11, 22), False), (dt.date(2027, 11, 23), True)):
        checked = check(read_center(write_site(tmp_path), day))
        view = View(edition_of(checked.center, checked.words), "zh", "payments/refund")
        assert view.review_due is told


def test_the_due_list_names_pages_with_their_dates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1826800000")  # 2027-11-21
    root = write_site(tmp_path)
    assert run(status_command, root, "--due", "1") == 0
    said = capsys.readouterr()
    assert f"{EN}: due 2027-11-22, reviewed 2026-11-22: How do I get a refund?\n" in said.out
    assert said.err == "6 reviews due within 1 days.\n"
    assert run(status_command, root, "--due", "0", language="zh") == 0
    assert capsys.readouterr().err == "0 天内有 0 个页面到期要审阅。\n"


@pytest.mark.parametrize("command", [stamp_command, status_command])
def test_a_broken_project_is_said_and_nothing_is_changed(tmp_path: Path, command: object) -> None:
    from types import ModuleType

    assert isinstance(command, ModuleType)
    write_site(tmp_path, {"mkdocs.yml": "a: [", ZH: b"\xff\xfe\x00"})
    words = ["payments/refund"] if command is stamp_command else []
    assert run(command, tmp_path, *words) == 2
    assert (tmp_path / ZH).read_bytes() == b"\xff\xfe\x00"


@pytest.mark.parametrize("file", [ZH, EN])
def test_what_is_not_written_yet_cannot_have_been_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    root = write_site(tmp_path)
    change(root, "{#ask}", "??? {#ask}", file)
    before = (root / EN).read_bytes()
    assert run(stamp_command, root, "payments/refund") == 2
    assert capsys.readouterr().err == (
        f"{file} is not written yet: it holds ???. Write it, compare both, then stamp. "
        "Nothing was changed.\n"
    )
    assert run(stamp_command, root, "payments/refund", language="zh") == 2
    assert "还没写完，里面有 ???。" in capsys.readouterr().err
    assert (root / EN).read_bytes() == before


def test_the_dashboard_says_first_what_is_to_be_done(tmp_path: Path) -> None:
    root = write_site(tmp_path, {EN: None})
    change(root, "reviewed: 2026-11-22", "reviewed: 2020-01-02")
    assert run(status_command, root, "--html", str(tmp_path / "status.html"), language="zh") == 0
    html = (tmp_path / "status.html").read_text("utf-8")
    first, rest = html.split("<h2>全部页面</h2>")
    assert first.count("<article") == 2
    assert (
        f"写出 <code>{EN}</code>，再运行 <code>helpcenter stamp en/payments/refund</code>。"
        in first
    )
    assert "上次审阅是 2020-01-02。" in first
    assert "<article" not in rest
    well = write_site(tmp_path / "well")
    assert run(status_command, well, "--html", str(tmp_path / "well.html"), language="zh") == 0
    assert "没有。每一页都是最新的。" in (tmp_path / "well.html").read_text("utf-8")
