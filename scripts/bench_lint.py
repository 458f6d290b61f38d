"""Score our checks on the cases of `tests/scored`, beside `mkdocs build --strict` and other tools.

    python scripts/bench_lint.py                        ours, and the peers on the PATH
    python scripts/bench_lint.py --peers DIR [DIR …]    and those in the `bin` folders DIR

Peers from PyPI: `mkdocs-htmlproofer-plugin`, `linkchecker`; from npm:
`linkinator`, `markdownlint-cli2`. Those that are absent are named.

A case is one small page with at most one fault. F1 is taken over cases; the line share is the part
of all lines to be named that a tool names; a site has no lines. Seconds are CPU time, of the build
a tool needs too.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from scoring import CASES, FAMILIES, Scored, findings, score, site_of

CORE = frozenset(("missing-link", "missing-anchor"))
"""What every tool is about: pages that are not there, and places they do not have."""
NAME = re.compile(r"\b([a-z-]+-\d+-\d+)\b(?:\.md)?(?::(\d+))?")
CONFIG = """\
site_name: Cases
use_directory_urls: true
theme: {name: null, custom_dir: theme}
validation:
  nav: {omitted_files: ignore}
  links: {not_found: warn, absolute_links: warn, unrecognized_links: warn, anchors: warn}
markdown_extensions:
  - attr_list
  - admonition
  - sane_lists
  - tables
  - pymdownx.tabbed: {alternate_style: true}
"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ page.title }}</title>
</head><body>{{ page.content }}</body></html>
"""
LINK_RULES = {
    "default": False,
    **dict.fromkeys(("MD011", "MD042", "MD045", "MD051", "MD052", "MD053", "MD059"), True),
}
"""Of markdownlint, what is about links and images."""
LONGEST = 120.0
"""Seconds after which a tool is stopped."""


@dataclass(frozen=True)
class Peer:
    """A tool of somebody else."""

    name: str
    program: str
    arguments: tuple[str, ...]
    read: Callable[[str], Iterable[tuple[str, int]]]
    """Case and line (0 for none) of everything its output complains about."""
    site: bool = False
    """Whether it looks at a built site."""
    config: str = ""
    """What is added to `mkdocs.yml`."""


def named(output: str) -> Iterable[tuple[str, int]]:
    """Every case that is named, with the line behind it."""
    for match in NAME.finditer(output):
        yield match[1], int(match[2] or 0)


def warned(output: str) -> Iterable[tuple[str, int]]:
    """Cases in whose name MkDocs warns; what it says of the target is no complaint about it."""
    for row in output.splitlines():
        match = NAME.search(row)
        if match and ("WARNING" in row or "ERROR" in row):
            yield match[1], 0


def broken(output: str) -> Iterable[tuple[str, int]]:
    """Pages with a link that linkinator found broken."""
    start = output.find("{\n")
    links = json.JSONDecoder().raw_decode(output[start:])[0]["links"] if start >= 0 else ()
    for link in links:
        match = NAME.search(str(link.get("parent")))
        if link["state"] == "BROKEN" and match:
            yield match[1], 0


def listed(output: str) -> Iterable[tuple[str, int]]:
    """Parents of broken links in LinkChecker's table."""
    for row in output.splitlines():
        cells = row.split(";")
        match = NAME.search(cells[1]) if len(cells) > 2 else None
        if match:
            yield match[1], 0


MARKDOWN = "docs/en/cases"
PEERS = (
    Peer("mkdocs build --strict", "mkdocs", ("build", "--strict", "-d", "built"), warned),
    Peer(
        "mkdocs-htmlproofer-plugin",
        "mkdocs",
        ("build", "--strict", "-d", "built"),
        warned,
        config="plugins: [{htmlproofer: {raise_error: false, validate_external_urls: false}}]\n",
    ),
    Peer(
        "linkinator",
        "linkinator",
        (
            "site",
            "--recurse",
            "--check-fragments",
            "--format",
            "json",
            "--skip",
            "^https?://(?!localhost)",
        ),
        broken,
        site=True,
    ),
    Peer(
        "LinkChecker",
        "linkchecker",
        ("--no-status", "--no-warnings", "-o", "csv", "site/index.html"),
        listed,
        site=True,
    ),
    Peer("markdownlint-cli2", "markdownlint-cli2", (f"{MARKDOWN}/*.md",), named),
)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--peers", nargs="+", type=Path, default=[], metavar="DIR")
    options = parser.parse_args()
    places = [*map(str, options.peers), os.environ.get("PATH", "")]
    print(f"{'':44}{'cases':>7}{'F1':>7}{'missed':>8}{'alarms':>8}{'lines':>7}{'CPU s':>8}")
    with tempfile.TemporaryDirectory(prefix="helpcenter-bench-") as folder:
        for family in FAMILIES:
            cases = list(CASES[family]())
            root = site_of(cases, Path(folder) / family)
            start = _seconds()
            found = findings(cases, family, root)
            _row(f"ours, {family}", cases, found, _seconds() - start)
        links = list(CASES["links"]())
        _compare(links, Path(folder) / "peers", os.pathsep.join(places))


def _compare(cases: Sequence[Scored], root: Path, path: str) -> None:
    _project(cases, root)
    core = [case for case in cases if not case.rule or case.rule in CORE]
    absent = []
    for peer in PEERS:
        found = _run(peer, cases, root, path)
        if found is None:
            absent.append(peer.name)
            continue
        by_case, seconds = found
        for part, some in (("all links", cases), ("links, anchors", core)):
            right = {
                case.name: [(case.rule, line or 0) for line in by_case.get(case.name, [])]
                for case in some
            }
            _row(f"{peer.name}: {part}", some, right, seconds)
    if absent:
        print(f"absent: {', '.join(absent)}")


def _project(cases: Sequence[Scored], root: Path) -> None:
    """The cases as a plain MkDocs project, its home page linking to each."""
    site_of(cases, root)
    (root / "theme").mkdir()
    (root / "theme/main.html").write_text(PAGE, "utf-8")
    rows = [f"- [{case.name}](en/cases/{case.name}.md)" for case in cases]
    (root / "docs/index.md").write_text("# Cases\n\n" + "\n".join(rows) + "\n", "utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (root / ".markdownlint-cli2.jsonc").write_text(json.dumps({"config": LINK_RULES}), "utf-8")
    # LinkChecker gives up its rights and could not look into a private folder.
    for one in (root, root.parent):
        one.chmod(0o755)


def _run(
    peer: Peer, cases: Sequence[Scored], root: Path, path: str
) -> tuple[Mapping[str, list[int]], float] | None:
    """Lines by case, and CPU seconds; nothing if the tool is absent."""
    for folder in path.split(os.pathsep):
        program = shutil.which(peer.program, path=folder)
        if program is None:
            continue
        (root / "mkdocs.yml").write_text(CONFIG + peer.config, "utf-8")
        start = _seconds()
        if peer.site:
            _call([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "site"], root)
        output = _call([program, *peer.arguments], root)
        if "is not installed" in output or "Unrecognised" in output or "Cannot find" in output:
            continue
        found: dict[str, list[int]] = {}
        for case, line in peer.read(output):
            found.setdefault(case, []).append(line)
        return found, _seconds() - start
    return None


def _call(command: Sequence[str], root: Path) -> str:
    """What a tool prints, both streams; into a file, for some cut off what they write to a pipe."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as file:
        try:
            subprocess.run(
                command, cwd=root, stdout=file, stderr=file, timeout=LONGEST, check=False
            )
        except subprocess.TimeoutExpired:
            return ""
        file.seek(0)
        return file.read()


def _seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _row(
    name: str,
    cases: Sequence[Scored],
    found: Mapping[str, Sequence[tuple[str, int]]],
    seconds: float,
) -> None:
    one = score(cases, found)
    print(
        f"{name:44}{len(cases):>7}{one.f1:>7.3f}{one.missed:>8}{one.alarms:>8}"
        f"{one.line_share:>7.2f}{seconds:>8.1f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
