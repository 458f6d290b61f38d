"""What a browser keeps of the site: a plan within its budget, for one version."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from built import Built
from helpcenter.checking.check import check
from helpcenter.content.center import Center
from helpcenter.site import installed
from helpcenter.site.edition import Edition, edition_of
from helpcenter.site.installed import KEEP, plan
from helpcenter.site.means import Means


@pytest.fixture(scope="module")
def edition(center: Center) -> Edition:
    return edition_of(center, check(center).words)


def file(built: Built, name: str) -> Path:
    return built.folder / (f"{name}index.html" if name[-1:] in ("", "/") else name)


def test_each_language_keeps_all_it_needs_within_the_budget(built: Built, edition: Edition) -> None:
    made = plan(edition, built.folder, Means())
    for locale, prefix in (("zh", ""), ("en", "en/")):
        names = made["sets"][locale]
        assert {prefix, f"{prefix}emergency/account-stolen/", f"assets/search/{locale}.js"} < {
            *names
        }
        assert sum(file(built, name).stat().st_size for name in names) <= KEEP
        assert len([name for name in names if not name.startswith("assets/")]) >= 50


def test_digests_are_those_of_the_files(built: Built, edition: Edition) -> None:
    made = plan(edition, built.folder, Means())
    for name, digest in made["files"].items():
        content = file(built, name).read_bytes()
        assert hashlib.sha256(content).hexdigest().startswith(digest), name
    assert {*made["core"], *made["sets"]["zh"], *made["sets"]["en"]} <= set(made["files"])


def test_a_large_site_keeps_the_most_needed_pages_only(
    built: Built, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "KEEP", 300_000)
    monkeypatch.setattr(installed, "LISTED", 10)
    made = plan(edition, built.folder, Means())
    assert sum(file(built, name).stat().st_size for name in made["sets"]["zh"]) <= 300_000
    assert "" in made["sets"]["zh"]
    pages = [name for name in made["files"] if name[-1:] in ("", "/")]
    kept = [name for one in made["sets"].values() for name in one if name[-1:] in ("", "/")]
    assert len(pages) == len(kept) + 10


def test_every_page_names_its_manifest_and_a_manifest_its_language(built: Built) -> None:
    for prefix, lang in (("", "zh-Hans"), ("en/", "en")):
        data = json.loads((built.folder / f"{prefix}manifest.webmanifest").read_text("utf-8"))
        assert data["lang"] == lang
        icon = (built.folder / prefix / data["icons"][0]["src"]).resolve()
        assert icon.is_file()
        assert (built.folder / prefix / data["scope"]).resolve() == built.folder.resolve()
        page = built.html(f"{prefix}payments/refund/index.html")
        link = page.one("link", rel="manifest").attributes["href"]
        target = (built.folder / prefix / "payments/refund" / link).resolve()
        assert target == (built.folder / prefix / "manifest.webmanifest").resolve()
