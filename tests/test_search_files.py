"""The index as files: small, the same every time, and only what the browser needs."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from helpcenter.content.address import Addresses
from helpcenter.content.center import Center, read_center
from helpcenter.content.words import read_words
from helpcenter.search import files as files_module
from helpcenter.search.files import BLOCK, search_files, write_search
from helpcenter.search.index import SMALL, prepare, read_indexes
from helpcenter.store import Store
from small_site import article, write_site

ROOT = Path(__file__).parent.parent
CALL = re.compile(r'helpcenterSearch\.add\("([a-z]*)","([a-z0-9-]+)",(.*)\);\n', re.DOTALL)


def files_of(center: Center) -> dict[str, str]:
    words, _ = read_words(center.settings)
    return search_files(center, words, Addresses("zh"), read_indexes(center))


@pytest.fixture(scope="module")
def files(center: Center) -> dict[str, str]:
    return files_of(center)


def packed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def test_every_file_is_one_call_with_plain_data(files: dict[str, str]) -> None:
    for name, text in files.items():
        match = CALL.fullmatch(text)
        assert match, name
        json.loads(match[3])
        assert name in (f"{match[1]}.js", f"{match[2]}.js")


def test_the_same_pages_give_the_same_bytes(files: dict[str, str], center: Center) -> None:
    assert files_of(center) == files


def test_two_processes_give_the_same_bytes(files: dict[str, str], center: Center) -> None:
    words, _ = read_words(center.settings)
    indexes = read_indexes(center, processes=2)
    prepare(indexes.values(), processes=2)
    assert search_files(center, words, Addresses("zh"), indexes) == files


def test_a_file_is_named_by_its_content(files: dict[str, str]) -> None:
    for name in files:
        assert re.fullmatch(r"(zh|en|tables-[0-9a-f]{8}|(zh|en)-[tp]\d+-[0-9a-f]{8})\.js", name)


def test_every_file_is_asked_for_by_a_list(files: dict[str, str]) -> None:
    known = set()
    for locale in ("zh", "en"):
        match = CALL.fullmatch(files[f"{locale}.js"])
        assert match
        data = json.loads(match[3])
        known |= {f"{locale}.js", f"{data['tables']}.js"}
        known |= {f"{name}.js" for name in (*data["terms"]["shards"], *data["blocks"])}
    assert known == set(files)


def test_an_old_index_is_replaced(tmp_path: Path, center: Center) -> None:
    words, _ = read_words(center.settings)
    folder = tmp_path / "assets/search"
    folder.mkdir(parents=True)
    (folder / "zh-t0-00000000.js").write_text("old")
    write_search(center, words, tmp_path, Addresses("zh"), read_indexes(center))
    assert not (folder / "zh-t0-00000000.js").exists()
    assert (folder / "zh.js").exists()


class OldSite:
    """A site that has every file."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def take(self, file: str, key: bytes, folder: Path) -> bool:
        self.asked.append(file)
        (folder / file).write_text("old")
        return True

    def note(self, file: str, key: bytes) -> None:
        raise AssertionError(file)


def test_only_the_language_that_changed_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_site(tmp_path / "project")
    store = Store(tmp_path / "store")
    words, _ = read_words(read_center(root).settings)

    def written() -> OldSite:
        center, old = read_center(root), OldSite()
        indexes = read_indexes(center, store)
        write_search(center, words, tmp_path / "site", Addresses("zh"), indexes, store, old)
        return old

    made: list[str] = []
    files_of = files_module._files_of
    monkeypatch.setattr(
        files_module,
        "_files_of",
        lambda index, *about: made.append(index.locale) or files_of(index, *about),
    )
    first = written()
    assert made == ["zh", "en"]
    page = root / "docs/en/payments/index.md"
    page.write_text(page.read_text("utf-8") + "\nMore of it.\n", "utf-8")
    second = written()
    assert made == ["zh", "en", "en"]
    assert "assets/search/zh.js" in second.asked
    written()
    assert made == ["zh", "en", "en"]
    assert set(first.asked) - set(second.asked)


def test_the_index_of_these_articles_is_small(files: dict[str, str]) -> None:
    for locale in ("zh", "en"):
        assert sum(packed(text) for name, text in files.items() if name.startswith(locale)) < 52_000


def test_engine_and_tables_are_small(files: dict[str, str]) -> None:
    scripts = (ROOT / "overrides/assets/scripts").glob("search-*.js")
    engine = sum(packed(path.read_text("utf-8")) for path in scripts)
    tables = sum(packed(text) for name, text in files.items() if name.startswith("tables"))
    assert engine + tables <= 40_000


def test_a_large_site_is_cut_into_small_files(tmp_path: Path) -> None:
    signs = [chr(code) for code in range(0x4E00, 0x4E00 + 400)]
    pages = {
        f"docs/zh/payments/p{number}.md": article(
            f"{''.join(signs[number % 380 : number % 380 + 9])}怎么办？", "先看。\n"
        )
        for number in range(SMALL + 40)
    }
    files = files_of(read_center(write_site(tmp_path, pages)))
    terms = [text for name, text in files.items() if name.startswith("zh-t")]
    records = [text for name, text in files.items() if name.startswith("zh-p")]
    assert len(terms) > 1
    assert max(packed(text) for text in terms) < 10_000
    assert len(records) == -(-(SMALL + 40 + 2) // BLOCK)
