"""The links of built sites: on a server, under a sub-path, opened from a folder."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

import pytest

from built import Built
from conftest import ROOT
from helpcenter.checking.check import check
from helpcenter.cli import main
from helpcenter.content.center import read_center
from helpcenter.links.page import read_site_page
from helpcenter.links.site import SiteLinks
from helpcenter.site.build import build_site

HOME = "https://help.example.org/"
GOOD = '<h1 id="top-up">x</h1><a name="old"></a><a href="sub/">s</a>'


def found(
    root: Path, pages: dict[str, str], url: str = HOME, *, opened: bool = False
) -> list[tuple[str, int]]:
    """Rule and line of every finding in a site of these files."""
    site = root / "site"
    for name, text in pages.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    return [(one.rule, one.line) for one in SiteLinks(site, url, opened=opened).check()]


SOUND = [
    '<a href="sub/">',
    '<a href="sub">',
    '<a href="./sub/index.html#part">',
    '<a href="#part"><p id="part">',
    '<a href="#top"><a href="#">',
    '<a href="#old"><a name="old">',
    '<a href="sub/#%E5%B8%B8">',
    '<a href="sub/#常">',
    '<a href="sub/#part:~:text=x">',
    '<a href="sub/#:~:text=x">',
    '<a href="/sub/"><a href="https://help.example.org/sub/#part">',
    '<a href="https://elsewhere.example/x#y">',
    '<a href="mailto:a@b.example"><a href="tel:110">',
    '<a href="a.pdf#page=2">',
    '<img src="data:image/png;base64,AA=="><img src="a.pdf?v=1" srcset="a.pdf 1x, a.pdf 2x">',
    '<img srcset="data:image/png;base64,AA== 1x, a.pdf?w=1,2 2x, a.pdf">',
    '<!-- <a href="gone"> --><template><a href="gone"></template>',
    '<script>"<a href=gone>"</script><pre>&lt;a href="gone"&gt;</pre>',
    '<link rel="canonical" href="https://elsewhere.example/">',
    '<meta http-equiv="refresh" content="0; url=sub/">',
    '<svg><use href="#part"></use></svg><b id=part>',
]
BROKEN = [
    ('<a href="gone/">', "missing-link"),
    ('<a href="../x.html">', "missing-link"),
    ('<a href="sub/#gone">', "missing-anchor"),
    ('<a href="#gone">', "missing-anchor"),
    ('<a href="#Part"><p id="part">', "missing-anchor"),
    ('<a href="Sub/">', "missing-link"),
    ('<a href="http://[::1">', "missing-link"),
    ('<a href="https://help.example.org/gone/">', "missing-link"),
    ('<a href="sub/index.md">', "missing-link"),
    ('<img src="gone.png">', "missing-link"),
    ('<img src="a.pdf" srcset="a.pdf 1x, gone.png 2x">', "missing-link"),
    ('<video poster="gone.png">', "missing-link"),
    ('<img src="a.pdf" srcset="a.pdf 1x,gone.png 2x">', "missing-link"),
    ('<picture><source srcset="gone.webp" media="(min-width: 9em)"></picture>', "missing-link"),
    ('<video><source src="gone.webm"><track src="a.pdf"></video>', "missing-link"),
    ('<audio src="gone.mp3"></audio>', "missing-link"),
    ('<iframe src="gone/"></iframe>', "missing-link"),
    ('<object data="gone.pdf"></object>', "missing-link"),
    ('<embed src="gone.svg">', "missing-link"),
    ('<link rel="preload" imagesrcset="a.pdf, gone.png 2x">', "missing-link"),
    ('<link rel="stylesheet" href="gone.css">', "missing-link"),
    ('<meta http-equiv="refresh" content="0;URL=gone/">', "missing-link"),
    ('<b id="x"></b><b id="x">', "duplicate-id"),
    ('<img src="https://elsewhere.example/x.png">', "foreign-load"),
    ('<script src="//elsewhere.example/x.js"></script>', "foreign-load"),
    ('<link rel="preload" href="https://elsewhere.example/x">', "foreign-load"),
]
REST = {"sub/index.html": '<b id="part"><b id="常">', "a.pdf": ""}


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_page_has_no_findings(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, {"index.html": f"\n{text}", **REST}) == []


@pytest.mark.parametrize(("text", "rule"), BROKEN)
def test_a_broken_page_has_one_finding_on_its_line(tmp_path: Path, text: str, rule: str) -> None:
    assert found(tmp_path, {"index.html": f"\n\u2028\f\n{text}", **REST}) == [(rule, 3)]


def test_a_sub_path_is_left_by_an_absolute_address(tmp_path: Path) -> None:
    pages = {"index.html": '<a href="/sub/">\n<a href="/help/sub/">\n<a href="/helpx/">', **REST}
    expected = [("absolute-link", 1), ("absolute-link", 3)]
    assert found(tmp_path, pages, f"{HOME}help/") == expected


def test_without_a_server_folders_show_nothing(tmp_path: Path) -> None:
    pages = {"index.html": '<a href="sub/">\n<a href="sub/index.html">\n<a href="/sub/">', **REST}
    expected = [("missing-link", 1), ("absolute-link", 3)]
    assert found(tmp_path, pages, opened=True) == expected


def test_our_own_site_leads_nowhere_wrong(built: Built) -> None:
    assert [one.say("en") for one in SiteLinks(built.folder, HOME).check()] == []


SUB = "https://example.org/a/help/"


@pytest.mark.parametrize("kind", ["web", "folder", "single"])
def test_every_edition_holds_under_a_sub_path(tmp_path: Path, kind: str) -> None:
    root = tmp_path / "root"
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = re.sub(r"(?m)^site_url: .*$", f"site_url: {SUB}", config)
    (root / "mkdocs.yml").write_text(config, "utf-8")
    build_site(root, check(read_center(root)), tmp_path / "site", kind=kind)
    opened = kind != "web"
    site = SiteLinks(tmp_path / "site", SUB, opened=opened)
    assert [one.say("en") for one in site.check()] == []
    page = tmp_path / "site" / next(iter(site.pages))
    page.write_text(page.read_text("utf-8") + '<a href="/payments/">x</a>', "utf-8")
    again = SiteLinks(tmp_path / "site", SUB, opened=opened)
    assert [one.rule for one in again.check()] == ["absolute-link"]


def test_addresses_start_where_the_page_says(tmp_path: Path) -> None:
    def lead(base: str) -> list[tuple[str, int]]:
        text = f'<base href="{base}">\n<a href="sub/">\n<a href="../index.html">\n<a href="#x">'
        pages = {"index.html": "x", "b/index.html": text, "b/sub/index.html": "x"}
        return found(tmp_path, pages, f"{HOME}help/")

    anchor = [("missing-anchor", 4)]
    assert lead("") == lead("./") == lead("x.html") == lead("/help/b/") == lead("../b/c") == anchor
    assert lead("../") == [("missing-link", 2), ("missing-link", 3), *anchor]
    assert lead("https://elsewhere.example/") == lead("/b/") == lead("../")


HARD = """<!doctype html><html><head><title><a href="t"></title><base href="/b/">
<!--> <a href="c1"> --><!-- <a href="c2"> --!><a href="c3"><!---><a href="c4">
<script>if (a < b) "<a href='s1'>"</script><SCRIPT SRC=s2></SCRIPT ><style>a>b{}</style>
<a title="a > b" href='&amp;q=1' id=one><p title=don't id="two">it's</p><A HREF = "up" /><a href>
<textarea><a href="x1"></textarea><template id="no"><b id="in"></b></template><noscript><img src=n>
</noscript><img alt="id=&quot;x&quot; href=y" srcset="p.png 1x, q.png 2x" data-src=z id='three'>
<a name="old" name="second" href="first" href="second"><div data-id="x" id = four></div>
<svg><use xlink:href="#i"/></svg><meta http-equiv=Refresh content="0; url='r.html'"><a href="end"
"""


def test_hard_html_is_read_as_browsers_do() -> None:
    page = read_site_page(HARD)
    assert [id for id, _ in page.ids] == ["one", "two", "three", "four"]
    assert [(one.url, one.line) for one in page.references] == [
        *[("c1", 2), ("c3", 2), ("c4", 2), ("s2", 3), ("&q=1", 4), ("up", 4), ("", 4)],
        *[("p.png", 6), ("q.png", 6), ("first", 7), ("#i", 8), ("r.html", 8)],
    ]
    assert page.names == {"old"}
    assert page.base == "/b/"


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<a href='", "<", "<script>", "<a b="])
def test_no_page_takes_long_to_read(piece: str) -> None:
    start = time.process_time()
    read_site_page(piece * 20_000)
    assert time.process_time() - start < 5


def test_the_command_checks_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found(tmp_path, {"index.html": '<a href="gone">', **REST})
    words = ["lint", "--root", str(tmp_path), "--lang", "en", "--site", str(tmp_path / "site")]
    assert main([*words, "--site-url", HOME, "--format", "human"]) == 1
    assert capsys.readouterr().out == (
        "site/index.html:1:10: error missing-link: “gone” leads to no file of the site. Mend the "
        'article or template it comes from.\n    | <a href="gone">\n'
    )
    assert main([*words[:-1], str(tmp_path / "nowhere")]) == 2
