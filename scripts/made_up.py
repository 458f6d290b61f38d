"""A large project for measurements, put together from the sections of real pages.

The same number gives the same bytes. Every page has a name, a title and keywords of its own, links
lead to pages and sections that are there, both languages say the same and translations are stamped.
From 60 pages on, when every real question is among them, checks find nothing.
"""

from __future__ import annotations

import posixpath
import random
import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from helpcenter.content.center import read_center
from helpcenter.translation.state import compared, source_of, translations

LOCALES = ("zh", "en")
TOPIC = 20
"""Pages in a topic, its own among them."""
LINK = re.compile(r"(?<=]\()([^)#]*)(#[^)]*)?(?=\))")
FREE = ("faq", "guide", "concept")
"""Kinds whose pages may be made up any number of times."""
SIGNS = "安柏川达枫谷禾江凯岚梅宁欧帕青融山棠维溪雅云舟白海金林明南秋"
CONSONANTS, VOWELS, ENDS = "bdfgklmnprstvz", "aeiou", "lnrstmd"


@dataclass(frozen=True)
class Model:
    """A real page, in every language."""

    path: str
    texts: dict[str, str]

    @cached_property
    def fronts(self) -> dict[str, str]:
        """Front matter by language."""
        return {locale: text.split("---\n", 2)[1] for locale, text in self.texts.items()}

    @cached_property
    def kind(self) -> tuple[str, str]:
        """Kind and severity: sections are exchanged only between pages that share them."""
        front = self.fronts[LOCALES[0]]
        kind, severity = (re.search(rf"(?m)^{key}: (.*)$", front) for key in ("kind", "severity"))
        assert kind
        assert severity
        return kind[1], severity[1]

    @cached_property
    def parts(self) -> dict[str, dict[str, str]]:
        """Sections by language and id; under the empty one what stands before the first."""
        found: dict[str, dict[str, str]] = {}
        for locale, text in self.texts.items():
            first, *others = re.split(r"(?m)^(?=## )", text.split("---\n", 2)[2])
            found[locale] = {"": first}
            for section in others:
                heading = re.search(r"{#([^}]*)}", section)
                assert heading, (self.path, section)
                found[locale][heading[1]] = section
        return found


@dataclass(frozen=True)
class _Made:
    """A page to write: where, after which model, and the number that its name comes from."""

    path: str
    model: Model
    number: int


def made_up(source: Path, root: Path, number: int) -> Path:
    """Write to `root` a project of `number` pages a language, put together from `source`'s.

    `number` counts the home page and those of topics; less than 3 gives 3. Returns `root`.
    """
    shutil.copytree(source / "overrides", root / "overrides")
    (root / "overrides/published.yml").unlink(missing_ok=True)
    models = _models(source)
    pages = _pages(models, number)
    writer = _Writer(models, pages)
    for page in pages:
        for locale in LOCALES:
            file = root / "docs" / locale / f"{page.path}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(writer.text(page, locale), "utf-8", newline="\n")
    config = (source / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[0]
    (root / "mkdocs.yml").write_text(f"{config}\nnav:\n{_nav(pages)}", "utf-8", newline="\n")
    _stamp(root)
    return root


def _models(source: Path) -> list[Model]:
    folder = source / "docs" / LOCALES[0]
    found = []
    for file in sorted(path.relative_to(folder) for path in folder.rglob("*.md")):
        texts = {one: (source / "docs" / one / file).read_text("utf-8") for one in LOCALES}
        found.append(Model(file.with_suffix("").as_posix(), texts))
    return found


def _pages(models: list[Model], number: int) -> list[_Made]:
    """Home, then topic after topic; every real question comes once before any comes again."""
    home = next(one for one in models if one.path == "index")
    topics = [one for one in models if one.path.endswith("/index")]
    real = [one for one in models if one.path != "index" and one not in topics]
    chance = random.Random(number)
    chance.shuffle(real)
    again = [one for one in real if one.kind[0] in FREE]
    found = [_Made("index", home, 0)]
    written = 0
    while len(found) < max(number, 3):
        round_, place = divmod((len(found) - 1) // TOPIC, len(topics))
        topic = topics[place]
        folder = posixpath.dirname(topic.path) + (f"-{round_ + 1}" if round_ else "")
        found.append(_Made(f"{folder}/index", topic, len(found)))
        for _ in range(min(TOPIC - 1, max(number, 3) - len(found))):
            model = real[written] if written < len(real) else chance.choice(again)
            stem = posixpath.basename(model.path)
            if written >= len(real):
                stem += f"-{name(len(found), 'en').lower()}"  # digits look like a telephone number
            found.append(_Made(f"{folder}/{stem}", model, len(found)))
            written += 1
    return found


class _Writer:
    """Writes pages, knowing all of them."""

    def __init__(self, models: list[Model], pages: list[_Made]) -> None:
        self.models = models
        self.questions = [page for page in pages if not page.path.endswith("index")]
        self.topics = [page for page in pages if page.path.endswith("/index")]
        self.by_model: dict[str, list[_Made]] = {}
        for page in pages:
            self.by_model.setdefault(page.model.path, []).append(page)

    def text(self, page: _Made, locale: str) -> str:
        """The page's file."""
        if page.path == "index":
            body = "".join(page.model.parts[locale].values())
            return f"---\n{self._front(page, locale)}---\n{body}"
        chance = random.Random(f"sections of {page.path}")  # the same in every language
        body = ""
        for name, section in page.model.parts[locale].items():
            donors = [page.model]
            if name and "](#" not in section:
                donors += [one for one in self.models if self._gives(one, page.model, name)]
            donor = chance.choice(donors)
            body += self._linked(donor.parts[locale][name], donor, page)
        return f"---\n{self._front(page, locale)}---\n{body}"

    @staticmethod
    def _gives(donor: Model, model: Model, name: str) -> bool:
        """Whether the section `name` of `donor` may stand in a page made after `model`."""
        section = donor.parts[LOCALES[0]].get(name, "](#")
        return donor is not model and donor.kind == model.kind and "](#" not in section

    def _front(self, page: _Made, locale: str) -> str:
        front = re.sub(r"(?m)^(sources|translated_from):.*\n", "", page.model.fronts[locale])
        front = re.sub(
            r"(?m)^(related|urgent|wanted): \[(.*)]\n", lambda m: self._listed(m, page), front
        )
        if page.path == "index":
            return front
        own = name(page.number, locale)
        said = {
            "zh": {"title": f"（{own}）", "short": f"·{own}", "description": f"{own}。"},
            "en": {"title": f" ({own})", "short": f", {own}", "description": f" {own}."},
        }
        for key, more in said[locale].items():
            front = re.sub(rf'(?m)^({key}: .*?)([？?]?"?)$', rf"\1{more}\2", front)
        gap = "" if locale == "zh" else " "
        return re.sub(
            r"(?m)^keywords: \[(.*)]$",
            lambda m: f"keywords: [{', '.join(f'{own}{gap}{one}' for one in m[1].split(', '))}]",
            front,
        )

    def _listed(self, match: re.Match[str], page: _Made) -> str:
        """A list of other pages."""
        targets = [self._target(path, page).path for path in match[2].split(", ")]
        others = [path for path in dict.fromkeys(targets) if path != page.path]
        return f"{match[1]}: [{', '.join(others)}]\n" if others else ""

    def _linked(self, text: str, donor: Model, page: _Made) -> str:
        """`text` of `donor` with links that lead from `page` to made-up pages."""

        def moved(match: re.Match[str]) -> str:
            if not match[1].endswith(".md"):
                return match[0]
            real = posixpath.normpath(posixpath.join(posixpath.dirname(donor.path), match[1]))
            target = self._target(real.removesuffix(".md"), page)
            there = (match[2] or "").lstrip("#") in target.model.parts[LOCALES[0]]
            file = posixpath.relpath(f"{target.path}.md", posixpath.dirname(page.path) or ".")
            return file + ((match[2] or "") if there else "")

        return LINK.sub(moved, text)

    def _target(self, real: str, page: _Made) -> _Made:
        """A page for the real one: made after it, or else any of its sort."""
        sort = self.topics if real.endswith("/index") else self.questions
        found = self.by_model.get(real) or sort
        others = [one for one in found if one is not page] or [
            one for one in sort if one is not page
        ]
        return random.Random(f"{real} from {page.path}").choice(others or self.topics)


def name(number: int, locale: str) -> str:
    """A word that only the page with that number has; there are 27,000."""
    mixed = number * 7919
    if locale == "zh":
        size = len(SIGNS)
        return "".join(SIGNS[mixed // size**place % size] for place in range(3))
    letters = []
    for sounds in (CONSONANTS, VOWELS, CONSONANTS, VOWELS, ENDS):
        mixed, place = divmod(mixed, len(sounds))
        letters.append(sounds[place])
    return "".join(letters).capitalize()


def _nav(pages: list[_Made]) -> str:
    lines = []
    for page in pages:
        topic, _, stem = page.path.rpartition("/")
        if stem == "index" and topic:
            lines.append(f"  - {topic}:\n")
        lines.append(f"{'      ' if topic else '  '}- {page.path}.md\n")
    return "".join(lines)


def _stamp(root: Path) -> None:
    """Say of every translation that it was compared with today's source."""
    center = read_center(root)
    for path in center.paths:
        source = source_of(center, path)
        assert source
        for page in translations(center, path):
            file = root / page.file
            first, front, body = file.read_text("utf-8").split("---\n", 2)
            front += f"translated_from: {' '.join(compared(source))}\n"
            file.write_text(f"{first}---\n{front}---\n{body}", "utf-8", newline="\n")
