"""What readers take along: the same bytes each time, nothing missing, nothing superfluous."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import posixpath
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from built import Built
from conftest import ROOT
from helpcenter.checking.check import check
from helpcenter.cli import main
from helpcenter.content.center import Center
from helpcenter.links.site import SiteLinks
from helpcenter.site.archive import archive
from helpcenter.site.build import MARK
from helpcenter.site.download import Download, made_on, readable
from helpcenter.site.edition import edition_of
from helpcenter.site.editions import INSIDE, START, with_downloads
from helpcenter.site.means import Means
from helpcenter.site.one_file import inlined


@pytest.fixture(scope="session")
def downloads(built: Built) -> dict[str, bytes]:
    """The files the site offers, by name."""
    return {path.name: path.read_bytes() for path in (built.folder / "download").iterdir()}


@pytest.fixture(scope="session")
def unpacked(downloads: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The folder edition, as a reader has it after unpacking."""
    folder = tmp_path_factory.mktemp("unpacked")
    content = next(data for name, data in downloads.items() if name.endswith(".zip"))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        packed.extractall(folder)
    return Built(next(folder.iterdir()))


@pytest.fixture(scope="session")
def alone(downloads: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A folder with just the one-file edition."""
    folder = tmp_path_factory.mktemp("alone")
    name = next(name for name in downloads if name.endswith(".html"))
    (folder / "help.html").write_bytes(downloads[name])
    return Built(folder)


def test_the_same_articles_give_the_same_files(center: Center, downloads: dict[str, bytes]) -> None:
    again = with_downloads(edition_of(center, check(center).words), Means()).downloads
    assert [one.kind for one in again] == ["zip", "single"]
    assert {one.name: one.content for one in again}.items() <= downloads.items()


def test_a_checksum_lies_beside_each_file(downloads: dict[str, bytes]) -> None:
    files = [name for name in downloads if not name.endswith(".sha256")]
    assert len(files) == 2
    for name in files:
        digest = hashlib.sha256(downloads[name]).hexdigest()
        assert downloads[f"{name}.sha256"].decode() == f"{digest}  {name}\n"


def test_the_download_page_tells_size_date_and_checksum(built: Built) -> None:
    for folder, date in (("", "2026 年 11 月 22 日"), ("en/", "November 22, 2026")):
        page = built.html(f"{folder}support/take-it-along/index.html")
        text = page.one("section", class_="part downloads").text
        for path in (built.folder / "download").iterdir():
            if path.suffix != ".sha256":
                assert hashlib.sha256(path.read_bytes()).hexdigest() in text
                assert readable(path.stat().st_size) in text
        assert text.count(date) == 2


def test_every_link_of_what_is_taken_along_leads_somewhere(unpacked: Built, alone: Built) -> None:
    for folder in (unpacked.folder, alone.folder):
        site = SiteLinks(folder, opened=True)
        assert [one.say("en") for one in site.check()] == []
        assert site.pages


def test_the_zip_opens_with_one_obvious_file(unpacked: Built) -> None:
    assert sorted(path.name for path in unpacked.folder.iterdir()) == [START, INSIDE]
    start = unpacked.html(START)
    links = [tag.attributes["href"] for tag in start.all("a", class_="button")]
    assert links == ["help/index.html", "help/en/index.html"]
    assert start.one("meta", name="date").attributes["content"] == "2026-11-22"
    assert start.one("meta", name="generator").attributes["content"].startswith("helpcenter ")


def test_every_link_of_the_folder_leads_to_a_file_or_says_that_it_leaves(unpacked: Built) -> None:
    files = set(unpacked.files())
    ids = {
        name: {tag.attributes["id"] for tag in unpacked.html(name).tags if "id" in tag.attributes}
        for name in unpacked.pages()
    }
    checked = 0
    for name in unpacked.pages():
        for tag in unpacked.html(name).tags:
            target = tag.attributes.get("href") or tag.attributes.get("src") or ""
            if not target or tag.attributes.get("rel") in ("canonical", "alternate"):
                continue
            parts = urlsplit(target)
            if parts.scheme:
                assert tag.name == "a", (name, target)
                continue
            assert not target.startswith("/"), (name, target)
            found = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            found = found if parts.path else name
            asked = tag.attributes.get("data-assets")
            assert found in files or asked, (name, target)
            if parts.fragment:
                assert unquote(parts.fragment) in ids[found], (name, target)
            checked += 1
    assert checked > 2000


def named(text: str, folder: str, files: set[str]) -> set[str]:
    """The scripts of `folder` that `text` names: `"rank"` is `search-rank.js`."""
    words = set(re.findall(r'"([\w-]+)"', text))
    stems = {posixpath.basename(one).removesuffix(".js"): one for one in files}
    return {
        name
        for stem, name in stems.items()
        if posixpath.dirname(name) == folder and {stem, stem.removeprefix("search-")} & words
    }


def reached(edition: Built) -> set[str]:
    """Every file that a reader who opens `START` can come to, or whose page loads it."""
    files = set(edition.files())
    found: set[str] = set()
    todo = {START}
    while todo:
        name = todo.pop()
        found.add(name)
        folder = posixpath.dirname(name)
        text = (edition.folder / name).read_text("utf-8")
        if name.endswith(".html"):
            for tag in edition.html(name).tags:
                for target in map(tag.attributes.get, ("href", "src", "content")):
                    path = unquote(urlsplit(target or "").path)
                    todo.add(posixpath.normpath(posixpath.join(folder, path)))
                if (below := tag.attributes.get("data-assets")) is not None:
                    assets = posixpath.normpath(posixpath.join(folder, below))
                    todo.add(f"{assets}/search/{tag.attributes['data-locale']}.js")
        elif name.endswith(".js"):
            todo |= named(text, folder, files)
        todo = todo & files - found
    return found


def test_what_a_copy_calls_the_newest_version_is_on_the_web(
    unpacked: Built, alone: Built, built: Built, center: Center
) -> None:
    url = center.settings.site_url
    found = set()
    for copy in (unpacked, alone):
        for name in copy.pages():
            text = (copy.folder / name).read_text("utf-8")
            found |= set(re.findall(rf'href="{re.escape(url)}([^"#]*)', text))
    assert len(found) > len(center.paths)
    for path in found:
        file = built.folder / unquote(path)
        assert file.is_file() or (file / "index.html").is_file(), path


def test_nothing_unused_is_packed(unpacked: Built) -> None:
    assert set(unpacked.files()) - reached(unpacked) == set()
    for name in unpacked.files():
        unused = r"\.(map|xml|json|gz|md|yml)$|404|/api/|/download/|offline.js"
        assert not re.search(unused, name), name


def test_a_file_that_nothing_leads_to_would_be_found(unpacked: Built, tmp_path: Path) -> None:
    shutil.copytree(unpacked.folder, tmp_path, dirs_exist_ok=True)
    extra = {f"{INSIDE}/assets/scripts/unused.js", f"{INSIDE}/en/payments/lonely.html"}
    for name in extra:
        (tmp_path / name).write_text("", "utf-8")
    copy = Built(tmp_path)
    assert set(copy.files()) - reached(copy) == extra


def test_the_single_file_needs_nothing_else(alone: Built) -> None:
    page = alone.html("help.html")
    for tag in page.tags:
        assert tag.name not in ("link", "img", "iframe"), tag
        assert "src" not in tag.attributes, tag
        assert "style" not in tag.attributes, tag
    text = (alone.folder / "help.html").read_text("utf-8")
    assert not re.search(r"url\(|@import|fetch\(", text)
    assert text.count("</script>") == 1


def test_every_link_in_the_single_file_leads_to_a_place_in_it(alone: Built, center: Center) -> None:
    page = alone.html("help.html")
    ids = [tag.attributes["id"] for tag in page.tags if "id" in tag.attributes]
    assert len(ids) == len(set(ids))
    inner = 0
    for tag in page.all("a"):
        target = tag.attributes["href"]
        if target.startswith("#"):
            assert target[1:] in ids, target
            inner += 1
        else:
            assert urlsplit(target).scheme in ("https", "tel", "mailto"), target
    assert inner > 500
    assert len(page.all("article")) == len(center.pages)


def test_ids_and_what_points_at_them_carry_the_page() -> None:
    html = '<p id="a">id="b"</p><label for="c"></label><img src="x.png" alt="A chart"><img src="y">'
    assert inlined(html, "en/x") == (
        '<p id="en/x/a">id="b"</p><label for="en/x/c"></label><span class="image">A chart</span>'
    )


def test_a_zip_tells_nothing_about_the_machine(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("b")
    (tmp_path / "a").write_text("a")
    day = made_on(dt.date(2000, 1, 1))
    first = archive(tmp_path, "x", day)
    (tmp_path / "a").chmod(0o600)
    (tmp_path / "b").touch()
    assert archive(tmp_path, "x", day) == first
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert packed.namelist() == ["x/a", "x/b"]


def test_the_day_can_be_given(center: Center, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert made_on(center.latest) == max(page.meta.reviewed for page in center.pages)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert made_on(center.latest).isoformat() == "1970-01-01"


def test_sizes_are_told_as_people_read_them() -> None:
    assert [readable(size) for size in (1, 412_345, 1_300_000)] == ["1 kB", "412 kB", "1.3 MB"]
    assert Download("zip", "a.zip", b"ab").size == "1 kB"


@pytest.mark.parametrize("kind", ["folder", "single"])
def test_each_edition_can_be_built_alone(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], downloads: dict[str, bytes]
) -> None:
    target = tmp_path / "out"
    words = ["--root", str(ROOT), "--site-dir", str(target), "--lang", "en"]
    assert main(["build", "--edition", kind, *words]) == 0
    names = {path.name for path in target.iterdir()} - {MARK.rstrip("-")}
    if kind == "folder":
        assert names == {START, INSIDE}
    else:
        assert names < set(downloads)
    assert " kB  " in capsys.readouterr().err
