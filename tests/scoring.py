"""Pages with one case each, read from `scored/`, and how well something finds what is wrong.

- `pieces.txt` at every place of `places.txt`: links, images, signs.
- `steps.txt`: how questions tell what to do, in every setting.
- `pairs.txt`: an original beside translations that depart from it.
- `html.txt`: HTML in a project that is none of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpcenter.checking.check import check
from helpcenter.checking.repair import language
from helpcenter.checking.wishes import Wishes
from helpcenter.foreign.door import read_project
from small_site import article, write_site

FOLDER = Path(__file__).parent / "scored"
FAMILIES: Mapping[str, str] = {
    "links": """
        missing-link missing-anchor cross-language-link absolute-link unsafe-link http-link
        empty-link missing-alt malformed-link undefined-reference unused-reference
        duplicate-reference untidy-address vague-link raw-html repeated-word full-width-sign
        duplicate-id
    """,
    "steps": "missing-steps single-step empty-step misnumbered-steps step-without-id",
    "pairs": """
        different-headings different-steps different-links different-images different-numbers
        untranslated-text
    """,
    "html": "missing-link missing-anchor missing-alt",
}
"""The rules that each family of cases is about."""
Found = Mapping[str, Sequence[tuple[str, int]]]
"""Rule and line of everything found, by the name of the case."""


@dataclass(frozen=True)
class Scored:
    """One case."""

    name: str
    rule: str
    """Empty if the page is sound."""
    line: int
    file: str
    """The page that is judged."""
    files: Mapping[str, str]
    """All of its files."""
    ours: bool = True
    """Whether the project is one of ours."""


@dataclass(frozen=True)
class Score:
    """How well the faults of some cases were found."""

    found: int
    missed: int
    alarms: int
    lines: int
    """Of those found, how many at the right line."""

    @property
    def f1(self) -> float:
        """Precision and recall in one, 1 being best."""
        return 2 * self.found / (2 * self.found + self.missed + self.alarms)

    @property
    def line_share(self) -> float:
        """Which part of all lines to be named was named."""
        return self.lines / (self.found + self.missed)


def link_cases() -> Iterator[Scored]:
    """Every piece at every place that can hold it."""
    pieces = (FOLDER / "pieces.txt").read_text("utf-8").split("\n\n", 1)[1].splitlines()
    _, *places = (FOLDER / "places.txt").read_text("utf-8").split("\n= ")
    for number, row in enumerate(pieces):
        rule, piece = row.split(" ", 1)
        for place, text in enumerate(places):
            title, _, body = text.partition("\n")
            if piece.startswith("`") and "code" in title:
                continue
            whole = article(title, body.strip("\n").replace("%", piece) + "\n", kind="concept")
            last = whole[: whole.rindex(piece)].count("\n") + 1
            name = f"{rule}-{number}-{place}"
            file = f"docs/en/cases/{name}.md"
            yield Scored(name, "" if rule == "ok" else rule, last, file, {file: whole})


def step_cases() -> Iterator[Scored]:
    """Every way to tell steps, in every setting."""
    pieces, settings = (FOLDER / "steps.txt").read_text("utf-8").split("\n== settings\n")
    for number, text in enumerate(pieces.split("\n= ")[1:]):
        head, _, piece = text.partition("\n")
        rule, _, rest = head.partition(" ")
        for place, setting in enumerate(settings.split("\n= ")[1:]):
            body = setting.partition("\n")[2].strip("\n").replace("%", piece.strip("\n")) + "\n"
            whole = article("How?", body)
            start = whole[: whole.index(piece.strip("\n"))].count("\n")
            line = 0 if rule == "ok" else start + int(rest.split()[0])
            name = f"{rule}-s{number}-{place}"
            file = f"docs/{language(piece)}/cases/{name}.md"
            yield Scored(name, "" if rule == "ok" else rule, line, file, {file: whole})


def pair_cases() -> Iterator[Scored]:
    """Every way a translation departs from its original."""
    text, bodies = (FOLDER / "pairs.txt").read_text("utf-8").split("\n== original\n")
    original, translation = bodies.split("\n== translation\n")
    head = article("怎么办？", "", more="translated_from: tcvjl\n")
    for number, case in enumerate(text.split("\n= ")[1:]):
        first, *changes = case.strip("\n").split("\n")
        rule, _, rest = first.partition(" ")
        name = f"{rule}-p{number}"
        file = f"docs/zh/cases/{name}.md"
        body = _changed(translation, changes)
        line = 0 if rule == "ok" else head.count("\n") + int(rest.split()[0])
        files = {file: head + body, f"docs/en/cases/{name}.md": article("How?", original)}
        yield Scored(name, "" if rule == "ok" else rule, line, file, files)


def _changed(text: str, changes: Sequence[str]) -> str:
    rows: list[str | None] = list(text.rstrip("\n").split("\n"))
    for change in changes:
        match = re.fullmatch(r"(\d+)(?:-(\d+))?(?: (.*))?", change)
        assert match, change
        for row in range(int(match[1]), int(match[2] or match[1]) + 1):
            rows[row - 1] = None if match[3] is None else match[3].replace("⏎", "\n")
    return "\n".join(row for row in rows if row is not None) + "\n"


def html_cases() -> Iterator[Scored]:
    """Every piece of HTML at every place that can hold it."""
    pieces, places = (FOLDER / "html.txt").read_text("utf-8").split("\n== places\n")
    for number, row in enumerate(pieces.split("\n\n", 1)[1].strip("\n").split("\n")):
        rule, piece = row.split(" ", 1)
        for place, text in enumerate(places.split("\n= ")[1:]):
            title, _, body = text.partition("\n")
            if "⏎" in piece and ("table" in title or "note" in title or "list" in title):
                continue
            whole = body.strip("\n").replace("%", piece.replace("⏎", "\n")) + "\n"
            named = "»" if "»" in piece else piece
            line = whole[: whole.rindex(named)].count("\n") + 1
            name = f"{rule}-h{number}-{place}"
            file = f"docs/cases/{name}.md"
            files = {file: whole.replace("»", "")}
            yield Scored(name, "" if rule == "ok" else rule, line, file, files, ours=False)


CASES = {"links": link_cases, "steps": step_cases, "pairs": pair_cases, "html": html_cases}
PLAIN = """\
site_name: Cases
markdown_extensions: [admonition, attr_list, md_in_html]
"""


def site_of(cases: Sequence[Scored], root: Path) -> Path:
    """A site of all these cases, and of what they lead to, below `root`."""
    if not all(case.ours for case in cases):
        return _plain_site_of(cases, root)
    target = article("Target", "Words.\n\n## Part {#part}\n\nWords.\n", kind="concept")
    files: dict[str, str | bytes | None] = {}
    for case in cases:
        files |= case.files
    for locale in ("zh", "en"):
        folder = f"docs/{locale}/cases"
        files |= {f"{folder}/target.md": target, f"{folder}/picture.png": b""}
    return write_site(root, files)


def _plain_site_of(cases: Sequence[Scored], root: Path) -> Path:
    files = {"mkdocs.yml": PLAIN, "docs/cases/target.md": "## Part\n\nWords.\n"}
    files |= {"docs/cases/picture.png": "", "docs/cases/clip.mp4": ""}
    for case in cases:
        files |= case.files
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8", newline="\n")
    return root


def findings(cases: Sequence[Scored], family: str, root: Path) -> Found:
    """What our own check finds in the site of `cases`, which is in `root`."""
    center = read_project(root)
    by_file: dict[str, list[tuple[str, int]]] = {case.file: [] for case in cases}
    for one in check(center, Wishes(select=frozenset(FAMILIES[family].split()))).findings:
        if one.path in by_file:
            by_file[one.path].append((one.rule, one.line))
    return {case.name: by_file[case.file] for case in cases}


def score(cases: Sequence[Scored], found: Found) -> Score:
    """A fault counts as found if its rule is named on its page, whatever else is."""
    bad = [case for case in cases if case.rule]
    hits = [case for case in bad if case.rule in [rule for rule, _ in found[case.name]]]
    lines = [case for case in hits if (case.rule, case.line) in found[case.name]]
    alarms = [case for case in cases if not case.rule and found[case.name]]
    return Score(len(hits), len(bad) - len(hits), len(alarms), len(lines))
