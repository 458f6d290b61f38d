"""Pages stay light: the first view of a page, gzipped, against `budget.yml`."""

from __future__ import annotations

import gzip
import posixpath
import shutil
from pathlib import Path

import pytest
import yaml

from built import Built
from conftest import ROOT
from helpcenter.checking.check import check
from helpcenter.content.center import read_center
from helpcenter.site.build import build_site
from helpcenter.site.frame import MAIN
from small_site import CONFIG, STEPS_EN, STEPS_ZH, article, write_site

BUDGET: dict[str, int] = yaml.safe_load((ROOT / "tests/budget.yml").read_text("utf-8"))
PICTURES = (".png", ".jpg", ".webp", ".avif", ".gif", ".svg")


def packed(data: bytes) -> int:
    """Its size on the way to the reader."""
    return len(gzip.compress(data, 9, mtime=0))


def first_view(built: Built, name: str) -> dict[str, int]:
    """The files that the page `name` loads by itself, and their sizes."""
    files = built.files()
    found = {name: packed(files[name])}
    for tag in built.html(name).tags:
        target = tag.attributes.get("src") or (
            tag.attributes.get("href")
            if tag.name == "link" and tag.attributes.get("rel") in ("stylesheet", "icon")
            else None
        )
        if target and not tag.spare and not target.endswith(PICTURES):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target)).lstrip("/")
            found[path] = packed(files[path])
    return found


@pytest.mark.parametrize("folder", ["", "en/"], ids=["zh", "en"])
def test_an_article_is_light(built: Built, folder: str) -> None:
    files = built.files()
    articles = [
        name
        for name in built.pages()
        if name.count("/") == (3 if folder else 2) and name.startswith(folder)
    ]
    heaviest = max(articles, key=lambda name: packed(files[name]))
    view = first_view(built, heaviest)
    print("\n".join(f"{size:7} {name}" for name, size in view.items()))
    print(f"{sum(view.values()):7} first view of the heaviest article")
    assert len(articles) > 40
    assert sum(view.values()) <= BUDGET["article"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("home", "index.html"),
        ("home", "en/index.html"),
        ("message", "support/write-to-support/index.html"),
    ],
)
def test_other_pages_are_light(built: Built, kind: str, name: str) -> None:
    view = first_view(built, name)
    print(f"{sum(view.values()):7} first view of {name}")
    assert sum(view.values()) <= BUDGET[kind]


def test_no_script_and_no_style_outgrows_the_others(built: Built) -> None:
    sizes = {
        name: packed(data) for name, data in built.files().items() if name.startswith("assets/")
    }
    scripts = {name: size for name, size in sizes.items() if name.startswith("assets/scripts/")}
    print(
        "\n".join(
            f"{size:7} {name}" for name, size in sorted(sizes.items()) if "search/" not in name
        )
    )
    assert max(scripts.values()) <= BUDGET["script"]
    assert sum(size for name, size in sizes.items() if name.endswith(".css")) <= BUDGET["styles"]


def test_the_search_waits_until_it_is_asked(built: Built) -> None:
    for name in built.pages():
        for loaded in first_view(built, name) if name.endswith("index.html") else ():
            assert not loaded.startswith("assets/search/"), name


def large(root: Path, pages: int, topics: int = 0) -> Built:
    """A site with this repository's templates, one topic of so many questions and other topics."""
    shutil.copytree(ROOT / "overrides", root / "overrides")
    (root / "overrides/published.yml").unlink()
    changes: dict[str, str | bytes | None] = {
        f"overrides/words/{one}.yml": (ROOT / f"overrides/words/{one}.yml").read_bytes()
        for one in ("zh", "en")
    }
    others = [f"topic-{place:03}" for place in range(topics)]
    for name in others:
        changes[f"docs/zh/{name}/index.md"] = article("话题", "说明。\n", kind="topic")
        changes[f"docs/en/{name}/index.md"] = article("Topic", "About.\n", kind="topic")
    names = [
        *(f"payments/number-{place:03}" for place in range(pages)),
        *(f"{other}/number-{place:03}" for other in others for place in range(4)),
    ]
    for name in names:
        changes[f"docs/zh/{name}.md"] = article(f"第 {name[-3:]} 个问题？", STEPS_ZH)
        changes[f"docs/en/{name}.md"] = article(f"Question {name[-3:]}?", STEPS_EN)
    paths = [*(f"{other}/index" for other in others), *names]
    listed = "".join(f"      - {path}.md\n" for path in paths)
    changes["mkdocs.yml"] = CONFIG.rstrip() + "\n" + listed
    checked = check(read_center(write_site(root, changes)))
    build_site(root, checked, root / "site", kind="web")
    return Built(root / "site")


def test_an_article_weighs_the_same_on_a_large_site(tmp_path: Path) -> None:
    small, many = (large(tmp_path / str(pages), pages) for pages in (15, 60))
    name = "en/payments/number-010/index.html"
    grown = sum(first_view(many, name).values()) - sum(first_view(small, name).values())
    assert abs(grown) < 20
    found = [tag.attributes.get("href", "") for tag in many.html(name).all("a")]
    links = [link for link in found if link == "./" or link.startswith("../number-")]
    assert len(links) == 8
    assert "./" in links
    assert links.index("./") == 4


def test_the_home_page_of_many_topics_names_them_all_and_stays_light(tmp_path: Path) -> None:
    small, many = (large(tmp_path / str(topics), 4, topics) for topics in (15, 30))
    for name in ("index.html", "en/index.html"):
        before, after = (len(one.files()[name]) for one in (small, many))
        assert (after - before) / 15 < 150, "bytes for a topic more"
        page = many.html(name)
        assert len(page.all("li", class_="card")) == MAIN
        links = {tag.attributes.get("href") for tag in page.all("a")}
        assert {f"topic-{place:03}/" for place in range(30)} <= links
