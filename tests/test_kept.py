"""What is kept of articles and of what rules said: found again, and only while it still holds."""

from __future__ import annotations

import datetime as dt
import gc
import os
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from edits import TEMPLATES
from helpcenter.checking.check import Checked, check
from helpcenter.checking.rule import Rule
from helpcenter.content.center import Center, read_center
from helpcenter.content.desk import Desk
from helpcenter.content.file import Files
from helpcenter.content.memory import Memory
from helpcenter.cores import spread
from helpcenter.finding import Fault, Finding
from helpcenter.store import FILE, FOLDER, NOTHING, Store, store_of
from small_site import CONFIG, write_site

REFUND = "docs/en/payments/refund.md"
SYNONYMS = "overrides/search/synonyms/en.yml"


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the rules that run, as often as they do."""
    names: list[str] = []
    real = Rule.__call__

    def call(self: Rule, center: Center) -> Iterator[Finding]:
        names.append(self.name)
        return real(self, center)

    monkeypatch.setattr(Rule, "__call__", call)
    return names


def checked(root: Path) -> Checked:
    store = store_of(root)
    found = check(read_center(root, store=store), store=store)
    store.save()
    return found


def changed(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "rules"),
    [
        (REFUND, "Ask first.", "Ask now.", {"wrong-term"}),
        (REFUND, "title: How do", "title: Why do", {"duplicate-question", "repeated-keyword"}),
        ("mkdocs.yml", "      - payments/refund.md\n", "", {"page-not-in-nav"}),
        (SYNONYMS, "money back", "cash back", {"lonely-synonym", "unknown-synonym"}),
    ],
    ids=["text", "title", "navigation", "synonyms"],
)
def test_rules_run_again_that_looked_at_what_changed(
    file: str, old: str, new: str, rules: set[str], tmp_path: Path, ran: list[str]
) -> None:
    root = write_site(tmp_path, {SYNONYMS: "groups:\n  - [refund, money back]\n"})
    checked(root)
    whole = {"page-not-in-nav", "duplicate-question", "lonely-synonym", "missing-nav-file"}
    assert whole < {*ran}
    ran.clear()
    checked(root)
    assert ran == ["unused-allowance"]
    changed(root, file, old, new)
    found = checked(root)
    assert rules <= {*ran}
    assert "missing-nav-file" not in ran or file == "mkdocs.yml"
    assert "lonely-synonym" not in ran or file in ("mkdocs.yml", SYNONYMS)
    assert "duplicate-question" not in ran or file != SYNONYMS
    assert found.findings == check(read_center(root)).findings


def test_a_new_day_asks_rules_about_pages_only_when_a_contact_expires(
    tmp_path: Path, ran: list[str]
) -> None:
    root = write_site(tmp_path)
    store = store_of(root)
    center = read_center(root, store=store)
    last = min(one.expires_on for one in center.contacts.entries if one.source_kind == "owner")
    for days, again in ((-2, True), (-1, False), (0, False), (1, True)):
        day = last + dt.timedelta(days=days)
        ran.clear()
        found = check(replace(center, today=day), store=store)
        assert ("unlisted-phone" in ran) == again
        assert found.findings == check(replace(center, today=day)).findings


def test_a_finding_about_all_pages_is_told_every_time(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"mkdocs.yml": CONFIG.replace("      - payments/refund.md\n", "")})
    for _ in range(2):
        assert [one.rule for one in checked(root).findings] == ["page-not-in-nav"]


def test_a_text_is_the_same_from_the_store(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    fresh = read_center(root)
    checked(root)
    kept = read_center(root, store=store_of(root))
    assert kept.pages == fresh.pages
    for one, other in zip(kept.pages, fresh.pages, strict=True):
        assert (one.sections, one.links, one.carried) == (
            other.sections,
            other.links,
            other.carried,
        )
        assert one.open() is one.open()


def test_what_was_looked_at_is_let_go_without_waiting_for_the_collector(tmp_path: Path) -> None:
    center = read_center(write_site(tmp_path))
    sight = Memory(center, NOTHING, b"").sight(center.pages[0])
    assert sight.pages[0].answer
    held = weakref.ref(sight.pages[0])
    gc.disable()
    try:
        sight.close()
        assert held() is None
    finally:
        gc.enable()
    assert ("text", center.pages[0].locale, center.pages[0].path) in sight.seen


def test_a_text_that_the_store_lost_is_read_again(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    checked(root)
    refund, home = (Path(REFUND), Path("docs/en/index.md"))
    lost = Lossy(root / FOLDER)
    pages = {page.file: page for page in read_center(root, store=lost).pages}
    lost.lose = True
    assert pages[refund.as_posix()].answer == "Ask first."
    changed(root, home.as_posix(), "Find", "Look for")
    with pytest.raises(RuntimeError, match=r"docs/en/index\.md was changed in the meantime"):
        pages[home.as_posix()].open()


class Lossy(Store):
    """A store that somebody empties."""

    lose = False

    def get(self, key: bytes) -> bytes | None:
        return None if self.lose else super().get(key)


def test_an_article_of_another_branch_is_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_site(tmp_path)
    checked(root)
    changed(root, REFUND, "Ask first.", "Ask now.")
    checked(root)
    changed(root, REFUND, "Ask now.", "Ask first.")
    monkeypatch.setattr(Desk, "reader", lambda self: pytest.fail("an article is read anew"))
    pages = read_center(root, store=store_of(root)).pages
    assert [page.answer for page in pages if page.file == REFUND] == ["Ask first."]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked here")
def test_forked_processes_read_what_was_put(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(b"old", b"1")
    store.save()
    store = Store(tmp_path)
    assert store.get(b"old") == b"1"
    store.put(b"new", b"2")
    store.put(b"large", b"3" * 5_000_000)
    assert (tmp_path / FILE).stat().st_size > 5_000_000
    found = spread(store.get, [b"old", b"new", b"large", b"none"] * 20, 3, 1)
    assert [value and value[:1] for _, value in found] == [b"1", b"2", b"3", None] * 20


def test_a_task_need_not_be_sent(tmp_path: Path) -> None:
    tasks: list[Callable[[], int]] = [lambda number=number: number for number in range(5)]
    assert [made for _, made in spread(lambda task: task() ** 2, tasks, 2, 1)] == [0, 1, 4, 9, 16]


def test_where_nothing_is_kept_all_is_there_all_the_same(tmp_path: Path) -> None:
    store = Store()
    store.put(b"a", b"b")
    store.save()
    assert not store.keeps
    assert store.get(b"a") is None
    assert read_center(write_site(tmp_path), store=NOTHING).pages[0].sections


def test_nothing_is_loaded_that_an_unchanged_project_does_not_need(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    program = (
        "import sys; from helpcenter.cli import main; main(['lint', '--root', sys.argv[1]]); "
        "print([name for name in sys.modules if name.startswith(('markdown', 'importlib.metadata',"
        " 'jinja2', 'opencc', 'helpcenter.rules.', 'helpcenter.contacts.asking'))])"
    )
    command = [sys.executable, "-c", program, str(root)]
    said = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(2)]
    assert "helpcenter.rules.missing_steps" in said[0].stdout
    assert said[1].stdout.splitlines()[-1] == "['helpcenter.rules.unused_allowance']"


@pytest.mark.parametrize("name", ["link.md", "folder/a.md", "pipe.md", "../a.md", "none.md", "d"])
def test_only_plain_files_of_the_project_are_opened(name: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "d").mkdir(parents=True)
    (tmp_path / "a.md").write_text("secret", "utf-8")
    (root / "link.md").symlink_to(tmp_path / "a.md")
    (root / "folder").symlink_to(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(root / "pipe.md")
    files = Files(root)
    for _ in range(2):
        found = files.read(name)
        assert isinstance(found, Fault)
        out = name in ("link.md", "folder/a.md", "../a.md")
        assert found.name == ("outside-project" if out else "unreadable-file")
    (root / "d/a.md").write_bytes(b"12345")
    assert files.read("d/a.md", 5) == b"12345"
    assert isinstance(too_large := files.read("d/a.md", 4), Fault)
    assert too_large.name == "too-large"


BUILD = """
import sys
from pathlib import Path
from helpcenter.checking.check import check
from helpcenter.content.center import read_center
from helpcenter.site.build import build_site
from helpcenter.store import store_of

root = Path(sys.argv[1])
store = store_of(root)
checked = check(read_center(root, store=store), store=store)
build_site(root, checked, root / "site", kind="web", store=store)
store.save()
"""


def test_what_one_process_kept_another_finds(tmp_path: Path) -> None:
    """Python orders sets another way in each process."""
    root = write_site(tmp_path, TEMPLATES)
    untouched = root / "site/payments/index.html"

    def build(seed: str) -> tuple[int, int]:
        command = [sys.executable, "-c", BUILD, str(root)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        return (root / "site").stat().st_ino, untouched.stat().st_ino

    built = build("1")
    assert build("2") == built, "nothing has changed, so the site stays"
    changed(root, REFUND, "Ask first.", "Ask now.")
    site, page = build("3")
    assert site != built[0]
    assert page == built[1], "a page that does not show the change is the same file"
