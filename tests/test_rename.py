"""Renaming a page takes everything along that points to it, or does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from command import run
from helpcenter.checking.check import check
from helpcenter.commands import rename as rename_command
from helpcenter.content.center import read_center
from small_site import SITE, STEPS_ZH, article, write_site

LISTED = "pages:\n  - en/payments/refund\n  - zh/payments/refund\nredirects: {}\n"
NAV = SITE["mkdocs.yml"] + "  - balance:\n      - balance/index.md  # money\n"
LINKS = "[退款](payments/refund.md#ask)，`[x](payments/refund.md)`。\n"
MORE: dict[str, str | bytes | None] = {
    "mkdocs.yml": NAV,
    "overrides/published.yml": LISTED,
    "docs/zh/balance/index.md": article(
        "余额", "看[退款](../payments/refund.md)。\n", kind="topic"
    ),
    "docs/en/balance/index.md": article("Balance", "Money.\n", kind="topic"),
    "docs/zh/index.md": article("帮助", LINKS, kind="home", more="wanted: [payments/refund]\n"),
    "docs/zh/payments/refund.md": article(
        "怎样退款？", STEPS_ZH + "\n回到[付款](index.md)，![图](refund.png)。\n"
    ),
    "docs/zh/payments/refund.png": b"\x89PNG",
    "tests/queries/zh.yml": "- ask: 退款\n  want: [payments/refund]\n",
}


def project(root: Path) -> Path:
    return write_site(root, MORE)


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def text(root: Path, name: str) -> str:
    return (root / name).read_text("utf-8")


def test_a_page_moves_with_all_its_languages_links_and_mentions(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert run(rename_command, root, "payments/refund", "balance/money-back") == 0
    assert not (root / "docs/zh/payments/refund.md").exists()
    assert not (root / "docs/en/payments/refund.md").exists()
    assert text(root, "docs/zh/balance/money-back.md").endswith(
        "\n回到[付款](../payments/index.md)，![图](../payments/refund.png)。\n"
    )
    assert "看[退款](money-back.md)。" in text(root, "docs/zh/balance/index.md")
    home = text(root, "docs/zh/index.md")
    assert "[退款](balance/money-back.md#ask)，`[x](payments/refund.md)`" in home
    assert "wanted: [balance/money-back]\n" in home
    assert text(root, "tests/queries/zh.yml") == "- ask: 退款\n  want: [balance/money-back]\n"
    assert text(root, "mkdocs.yml") == NAV.replace("      - payments/refund.md\n", "").replace(
        "# money\n", "# money\n      - balance/money-back.md\n"
    )


def test_the_old_address_leads_to_the_new_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    assert run(rename_command, root, "payments/refund", "payments/money-back") == 0
    assert capsys.readouterr().err == (
        "“payments/refund” is now “payments/money-back”. Old links keep working.\n"
    )
    assert run(rename_command, root, "payments/money-back", "payments/get-money-back") == 0
    published = read_center(root).published
    assert published.redirects == {
        "payments/refund": "payments/get-money-back",
        "payments/money-back": "payments/get-money-back",
    }
    rules = {found.rule for found in check(read_center(root)).findings}
    assert not rules & {"vanished-page", "broken-published-list", "missing-link"}


def test_translations_stay_fresh_when_a_page_moves(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    assert run(rename_command, root, "payments/refund", "payments/money-back") == 0
    assert check(read_center(root)).findings == ()


def test_going_there_and_back_changes_no_article(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = files(root)
    assert run(rename_command, root, "payments", "paying") == 0
    assert (root / "docs/zh/paying/refund.png").read_bytes() == b"\x89PNG"
    assert not (root / "docs/zh/payments").exists()
    assert "  - paying:\n      - paying/index.md\n" in text(root, "mkdocs.yml")
    assert run(rename_command, root, "paying", "payments") == 0
    after = files(root)
    before.pop("overrides/published.yml")
    after.pop("overrides/published.yml")
    assert after == before


@pytest.mark.parametrize(
    ("old", "new", "language", "said"),
    [
        ("payments/refnd", "payments/x", "en",
         "There is no page “payments/refnd”. Did you mean “payments/refund”?"),
        ("payments/refund", "payments/index", "en",
         "A topic stays a topic, and a question a question."),
        ("payments/refund", "payments/index", "zh", "话题只能改成话题，问题只能改成问题。"),
        ("payments", "balance", "en",
         "There is a page “balance/index” already. Nothing was changed."),
        ("payments", "balance", "zh", "已经有“balance/index”这一页了。没有改动任何文件。"),
        ("payments/refund", "balnce/refund", "en",
         "There is no topic “balnce”. Did you mean “balance”?"),
        ("payments/refund", "balnce/refund", "zh", "没有“balnce”这个话题。是不是“balance”？"),
        ("payments/refund", "payments/Money Back", "en",
         "“payments/Money Back” is no path of a page. Write topic/question in small English "
         "letters, digits and dashes: payments/money-back"),
        ("payments/refund", "payments/Money Back", "zh",
         "“payments/Money Back”不能用作页面路径。写成 话题/问题，只用小写英文字母、数字和连字符："
         "payments/money-back"),
    ],
)  # fmt: skip
def test_what_cannot_be_renamed_is_said_and_nothing_changes(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    language: str,
    said: str,
) -> None:
    root = project(tmp_path)
    before = files(root)
    assert run(rename_command, root, old, new, language=language) == 2
    assert capsys.readouterr().err == said + "\n"
    assert files(root) == before


def test_a_broken_page_stops_a_rename_because_its_links_are_unknown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    (root / "docs/en/index.md").write_bytes(b"---\ntitle: [\n---\n")
    before = files(root)
    assert run(rename_command, root, "payments/refund", "payments/x") == 2
    assert capsys.readouterr().err == (
        "docs/en/index.md cannot be read, so its links cannot be kept. Run `helpcenter lint` "
        "and mend it first.\n"
    )
    assert files(root) == before


def test_a_link_that_cannot_be_rewritten_stops_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    odd = article("付款", "看[退款](re&#102;und.md)。\n", kind="topic")
    (root / "docs/zh/payments/index.md").write_text(odd, "utf-8")
    before = files(root)
    assert run(rename_command, root, "payments/refund", "payments/x") == 2
    assert capsys.readouterr().err.startswith("docs/zh/payments/index.md:")
    assert files(root) == before


WORDS = st.sampled_from(
    ["[a](refund.md)", "[a](refund.md#ask 'b')", "`[a](refund.md)`", "[a]: refund.md", "\n", "\n\n",
     "[b][a]", "![c](refund.png)", "<refund.md>", "\\[a](refund.md)", "refund.md", "```", "- ",
     "    ", "(", ")", "[", "]", "付款", "[a](<refund.md>)", "[a](./refund.md)", "{#ask}", "# "]
)  # fmt: skip


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)
@example(["[a](refund.md)", "[a]: refund.md", "\n", "[a]: refund.md", "[a](refund.md#ask 'b')"])
@given(st.lists(WORDS, max_size=12))
def test_whatever_a_page_says_no_word_is_lost_and_no_link_breaks(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    root = tmp_path_factory.mktemp("any")
    body = "".join(words)
    write_site(root, {"docs/zh/payments/index.md": article("付款", body, kind="topic")})
    before = files(root)
    if run(rename_command, root, "payments/refund", "payments/money-back"):
        assert files(root) == before
        return
    after = text(root, "docs/zh/payments/index.md")
    assert after.replace("money-back.md", "refund.md").replace("./", "") == before[
        "docs/zh/payments/index.md"
    ].decode().replace("./", "")
    page = read_center(root).page("zh", "payments/index")
    assert page is not None
    assert all(link.target.partition("#")[0] != "refund.md" for link in page.links)


def by_hand(root: Path, new: str, *locales: str) -> None:
    for locale in locales:
        (root / f"docs/{locale}/{new}.md").parent.mkdir(parents=True, exist_ok=True)
        (root / f"docs/{locale}/payments/refund.md").rename(root / f"docs/{locale}/{new}.md")


@pytest.mark.parametrize("locales", [("zh", "en"), ("zh",), ("en",)])
@pytest.mark.parametrize("new", ["payments/money-back", "balance/money-back"])
def test_a_page_moved_by_hand_is_moved_to_the_end(
    tmp_path: Path, locales: tuple[str, ...], new: str
) -> None:
    root = project(tmp_path / "by-hand")
    other = project(tmp_path / "by-command")
    pages = ("index", "payments/index", "payments/refund", "balance/index")
    listed = [f"  - {locale}/{page}\n" for locale in ("en", "zh") for page in pages]
    for one in (root, other):
        (one / "overrides/published.yml").write_text(f"pages:\n{''.join(listed)}", "utf-8")
    by_hand(root, new, *locales)
    if "zh" in locales:
        said = [one.text["en"] for one in check(read_center(root)).findings]
        assert any(f"run `helpcenter rename payments/refund {new}`" in one for one in said)
    assert run(rename_command, root, "payments/refund", new) == 0
    assert run(rename_command, other, "payments/refund", new) == 0
    assert files(root) == files(other)


def test_a_page_that_somebody_also_put_into_the_navigation_stands_there_once(
    tmp_path: Path,
) -> None:
    root = project(tmp_path)
    by_hand(root, "payments/money-back", "zh", "en")
    nav = NAV.replace(
        "payments/refund.md\n", "payments/refund.md\n      - payments/money-back.md\n"
    )
    (root / "mkdocs.yml").write_text(nav, "utf-8")
    assert run(rename_command, root, "payments/refund", "payments/money-back") == 0
    wanted = NAV.replace("payments/refund.md", "payments/money-back.md")
    assert text(root, "mkdocs.yml") == wanted


def test_a_published_page_is_never_taken_for_one_that_was_moved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    listed = LISTED.replace("redirects", "  - zh/balance/index\n  - zh/payments/other\nredirects")
    (root / "overrides/published.yml").write_text(listed, "utf-8")
    (root / "docs/zh/payments/other.md").write_text(article("别的？", STEPS_ZH), "utf-8")
    assert run(rename_command, root, "payments/refund", "payments/other") == 2
    assert capsys.readouterr().err == (
        "There is a page “payments/other” already. Nothing was changed.\n"
    )
    (root / "docs/zh/payments/refund.md").unlink()
    (root / "docs/en/payments/refund.md").unlink()
    assert run(rename_command, root, "payments/refund", "payments/other") == 2


def test_renaming_back_leaves_one_redirect_and_no_circle(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert run(rename_command, root, "payments/refund", "payments/money-back") == 0
    assert run(rename_command, root, "payments/money-back", "payments/refund") == 0
    published = read_center(root).published
    assert published.redirects == {"payments/money-back": "payments/refund"}
    assert not [one for one in check(read_center(root)).findings if one.path.startswith("over")]


def test_a_page_may_take_an_address_that_led_elsewhere(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert run(rename_command, root, "payments/refund", "payments/money-back") == 0
    for locale in ("zh", "en"):
        page = root / f"docs/{locale}/balance/fees.md"
        page.write_text(
            (root / f"docs/{locale}/payments/money-back.md").read_text("utf-8"), "utf-8"
        )
    nav = text(root, "mkdocs.yml").replace("index.md  # money", "index.md\n      - balance/fees.md")
    (root / "mkdocs.yml").write_text(nav, "utf-8")
    (root / "overrides/published.yml").write_text(
        text(root, "overrides/published.yml").replace(
            "redirects:", "  - zh/balance/fees\n  - en/balance/fees\nredirects:"
        ),
        "utf-8",
    )
    assert run(rename_command, root, "balance/fees", "payments/refund") == 0
    published = read_center(root).published
    assert published.redirects == {"balance/fees": "payments/refund"}
    wrong = {"vanished-page", "broken-published-list"}
    assert not [one for one in check(read_center(root)).findings if one.rule in wrong]
