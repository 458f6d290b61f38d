"""What is kept is not used once anything that it was made from is another."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from material.extensions.emoji import _load_twemoji_index

from edits import Project
from helpcenter.checking.check import check
from helpcenter.content.center import read_center
from helpcenter.content.settings import Settings, read_settings
from helpcenter.foreign.door import read_project
from helpcenter.search.synonyms import Synonyms, read_synonyms
from helpcenter.site.build import BuildFailed, build_site
from helpcenter.site.templates import template_state
from helpcenter.store import NOTHING, store_of
from test_incremental import built


def compared(project: Project, folder: Path) -> None:
    """What comes with the store is what comes without."""
    day = dt.date(2026, 11, 22)
    warm, ours = built(project.root, folder / "warm", store_of(project.root), "web", day)
    cold, theirs = built(project.root, folder / "cold", NOTHING, "web", day)
    assert warm.findings == cold.findings
    assert ours == theirs


def test_a_topic_that_gets_a_page_of_its_own_language(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", random.Random(13))
    file = project.root / "docs/en/payments/index.md"
    text = file.read_text("utf-8")
    file.unlink()
    compared(project, tmp_path)
    file.write_text(text, "utf-8")
    compared(project, tmp_path)


@pytest.mark.parametrize("link", ["linked", "assets/linked", ".icons"])
def test_what_changes_behind_a_link_shows(link: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", random.Random(14))
    outside = tmp_path / "outside"
    outside.mkdir()
    (project.root / "overrides" / link).symlink_to(outside)
    foot = f'{{% include "{link}/some.html" %}}'
    (project.root / "overrides/partials/foot.html").write_text(foot, "utf-8")
    for words in ("First this.", "Then that."):
        (outside / "some.html").write_text(words, "utf-8")
        compared(project, tmp_path)


@pytest.mark.parametrize("place", ["search", "./search", "/search"])
def test_a_template_from_where_nothing_is_watched_is_refused(place: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", random.Random(15))
    (project.root / "overrides/search/some.html").write_text("Words", "utf-8")
    foot = f'{{% include "{place}/some.html" %}}'
    (project.root / "overrides/partials/foot.html").write_text(foot, "utf-8")
    with pytest.raises(BuildFailed):
        compared(project, tmp_path)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("words/en.yml", "lang: en", "lang: en-GB"),
        ("contacts.yml", "expires_on: 20", "expires_on: 21"),
        ("search/synonyms/zh.yml", "退款", "退回"),
    ],
)
def test_a_file_written_between_rules_and_pages(
    name: str, old: str, new: str, tmp_path: Path
) -> None:
    project = Project(tmp_path / "project", random.Random(16))
    store = store_of(project.root)
    center = read_center(project.root, dt.date(2026, 11, 22), store)
    checked = check(center, store=store)
    assert center.synonyms
    file = project.root / "overrides" / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    build_site(project.root, checked, tmp_path / "warm", kind="web", store=store)
    store.save()
    compared(project, tmp_path)


def test_synonyms_written_while_rules_look_at_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "project", random.Random(17))
    file = project.root / "overrides/search/synonyms/zh.yml"

    def read(settings: Settings) -> dict[str, Synonyms]:
        found = read_synonyms(settings)
        file.write_text("groups:\n  - [退钱]\n", "utf-8")
        return found

    with monkeypatch.context() as patch:
        patch.setattr("helpcenter.content.center.read_synonyms", read)
        store = store_of(project.root)
        assert check(read_center(project.root, store=store), store=store)
        store.save()
    compared(project, tmp_path)


ICONS = """\
site_name: x
markdown_extensions:
  - toc
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
      options:
        custom_icons: [FOLDER]
"""


def test_icons_of_other_peoples_projects_are_part_of_their_pages(tmp_path: Path) -> None:
    icon = tmp_path / "icons/other.svg"
    files = {
        "mkdocs.yml": ICONS.replace("FOLDER", str(icon.parent)),
        "docs/index.md": "# Hi\n\nSee [there](#one).\n\n## One :other:\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    icon.parent.mkdir()

    def found() -> list[str]:
        # Material remembers the icons of a folder as long as a process lives.
        _load_twemoji_index.cache_clear()
        store = store_of(tmp_path)
        findings = check(read_project(tmp_path, store=store), store=store).findings
        store.save()
        return [one.rule for one in findings]

    assert found() == ["missing-anchor"]
    icon.write_text("<svg/>", "utf-8")
    assert found() == []
    icon.unlink()
    assert found() == ["missing-anchor"]


@pytest.mark.parametrize("name", ["partials/foot.html", ".icons/material/own.svg", "some.txt"])
def test_a_preview_reads_templates_again_when_one_was_written(name: str, tmp_path: Path) -> None:
    settings = read_settings(Project(tmp_path, random.Random(18)).root)
    before = template_state(settings)
    assert template_state(settings) == before
    file = settings.overrides / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("Other words", "utf-8")
    assert template_state(settings) != before
