"""Somebody else's help center: other topics, languages, folders; none of this site's data."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import helpcenter.commands.contacts as contacts_command
import helpcenter.commands.new as new_command
import helpcenter.commands.rename as rename_command
import helpcenter.commands.search as search_command
import helpcenter.commands.status as status_command
from built import Built
from command import run
from conftest import ROOT
from dressed import build, templates
from helpcenter.checking.check import check
from helpcenter.content.center import read_center
from helpcenter.search.engine import Engine
from small_site import article

CONFIG = """\
site_name: Schrebergarten
docs_dir: artikel
site_dir: fertig
theme:
  name: material
  custom_dir: aussehen
plugins:
  i18n:
    docs_structure: folder
    reconfigure_material: false
    reconfigure_search: false
    languages:
      - locale: fr
        name: Français
        site_name: Jardin ouvrier
      - locale: de
        name: Deutsch
        default: true
  helpcenter: {}
markdown_extensions: [attr_list, admonition, tables]
"""
DE = "Erst gießen.\n\n## Schritte {#steps}\n\n1. **Prüfen.** Die Erde fühlen. {#feel}\n"
DE += "2. **Gießen.** Abends, langsam. {#water}\n"
FR = "D’abord arroser.\n\n## Étapes {#steps}\n\n1. **Vérifier.** Toucher la terre. {#feel}\n"
FR += "2. **Arroser.** Le soir, lentement. {#water}\n"
ARTICLES = {
    "artikel/de/index.md": article("Garten & Balkon", "Fragen zum Garten.\n", kind="home"),
    "artikel/fr/index.md": article("Jardin", "Questions.\n", kind="home"),
    "artikel/de/tomatoes/index.md": article("Tomaten", "Alles über Tomaten.\n", kind="topic"),
    "artikel/fr/tomatoes/index.md": article("Tomates", "Tout.\n", kind="topic"),
    "artikel/de/tomatoes/yellow-leaves.md": article("Warum werden Blätter gelb?", DE),
    "artikel/fr/tomatoes/yellow-leaves.md": article("Pourquoi des feuilles jaunes ?", FR),
}


def files() -> dict[str, bytes]:
    """The whole project."""
    found = {
        name.replace("overrides/", "aussehen/", 1): data
        for name, data in templates().items()
        if isinstance(data, bytes) and "/words/" not in name
    }
    words = (ROOT / "overrides/words/en.yml").read_text("utf-8")
    for locale in ("de", "fr"):
        found[f"aussehen/words/{locale}.yml"] = words.replace(
            "lang: en\n", f"lang: {locale}\n", 1
        ).encode()
        found[f"aussehen/new/{locale}/faq.md"] = (
            b"---\ntitle: $title\nshort: $short\ndescription: ???\nkind: faq\nseverity: $severity\n"
            b"reviewed: $today\n---\n\n???\n\n## Steps {#steps}\n\n1. **???** ??? {#one}\n"
            b"2. **???** ??? {#two}\n"
        )
    found |= {name: text.encode() for name, text in ARTICLES.items()}
    found["mkdocs.yml"] = CONFIG.encode()
    return found


def write(root: Path) -> Path:
    for name, data in files().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """The project, on a disk."""
    return write(tmp_path / "garden")


def test_nothing_is_wrong_with_it(garden: Path) -> None:
    found = {(one.rule, one.path) for one in check(read_center(garden)).findings}
    assert {rule for rule, _ in found} <= {"unstamped-translation"}


def test_it_is_built_and_holds_no_word_of_ours(garden: Path) -> None:
    built = build(garden)
    assert built.html("tomatoes/yellow-leaves/index.html").one("html").attributes["lang"] == "de"
    assert built.html("fr/index.html").one("title").text == "Jardin ouvrier"
    for name, data in built.files().items():
        if not name.startswith("assets/scripts/"):
            assert not re.search(rb"wallet|[\xe4-\xe9][\x80-\xbf]{2}", data), name
    assert not (built.folder / "feed.xml").exists()


def test_mkdocs_builds_the_same(garden: Path, tmp_path: Path) -> None:
    ours = {name: data for name, data in build(garden).files().items() if name != ".helpcenter"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "theirs")]
    done = subprocess.run(command, cwd=garden, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert Built(tmp_path / "theirs").files() == ours


@pytest.mark.parametrize(
    ("query", "locale"),
    [("gelbe blätter", "de"), ("GIESSEN", "de"), ("feuilles jaunes", "fr"), ("blatter", "de")],
)
def test_search_works_without_synonyms(garden: Path, query: str, locale: str) -> None:
    checked = check(read_center(garden))
    hits = Engine(checked.center, checked.words).answer(query, locale).hits
    assert "tomatoes/yellow-leaves" in [hit.path for hit in hits]


def test_the_commands_work_on_it(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    titles = ["--title", "de=Wann ernten?", "--title", "fr=Quand récolter ?"]
    assert run(new_command, garden, "tomatoes/harvest", "--kind", "faq", *titles) == 0
    assert (garden / "artikel/fr/tomatoes/harvest.md").is_file()
    assert run(rename_command, garden, "tomatoes/harvest", "tomatoes/when-to-harvest") == 0
    assert run(search_command, garden, "ernten", "--in", "de") == 0
    assert run(search_command, garden, "--check") == 2
    assert run(contacts_command, garden) == 0
    assert run(status_command, garden) in (0, 1)
    assert "Traceback" not in capsys.readouterr().err
