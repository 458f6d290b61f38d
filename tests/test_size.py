"""The editions stay small, and the build says how large they are."""

from __future__ import annotations

import gzip

from built import Built
from conftest import ROOT
from helpcenter.content.marked import Problem, read_marked
from helpcenter.site.installed import KEEP
from helpcenter.site.size import sizes


def budget() -> dict[str, int]:
    marked = read_marked((ROOT / "tests/size_budget.yml").read_text("utf-8"))
    assert not isinstance(marked, Problem)
    return dict(marked.data)


def test_every_edition_keeps_to_its_budget(built: Built) -> None:
    parts = dict(sizes({name: len(content) for name, content in built.files().items()}))
    single = next(path for path in (built.folder / "download").glob("*.html"))
    archive = next(path for path in (built.folder / "download").glob("*.zip"))
    # 404.html names every language, and a page for paper a whole topic.
    pages = [name for name in built.pages() if name.endswith("index.html")]
    found = {
        "page": max((built.folder / name).stat().st_size for name in pages),
        "pages": parts["pages"],
        "search": parts["search"],
        "scripts, styles, images": parts["scripts, styles, images"],
        "zip": archive.stat().st_size,
        "single": single.stat().st_size,
        "single compressed": len(gzip.compress(single.read_bytes(), mtime=0)),
        "worker": (built.folder / "sw.js").stat().st_size,
        "kept for one language": KEEP,
    }
    allowed = budget()
    assert found.keys() == allowed.keys()
    assert {name: size for name, size in found.items() if size > allowed[name]} == {}


def test_sizes_add_up_and_name_each_file_that_is_offered() -> None:
    weights = {
        "index.html": 10,
        "en/index.html": 5,
        "assets/search/en.js": 7,
        "assets/styles/site.css": 3,
        "download/help-center-2026-11-22.zip": 100,
        "download/help-center-2026-11-22.zip.sha256": 2,
    }
    assert dict(sizes(weights)) == {
        "pages": 15,
        "search": 7,
        "scripts, styles, images": 3,
        "help-center-2026-11-22.zip": 100,
        "other": 2,
    }
