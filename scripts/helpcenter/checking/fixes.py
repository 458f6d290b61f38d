"""Repairs that change no meaning, tried elsewhere first.

A file is only changed if the check finds less in it afterwards, and nothing of a new kind anywhere.
Line ends stay as they are, unless they are the fault.
"""

from __future__ import annotations

import difflib
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from helpcenter.checking.check import check
from helpcenter.checking.wishes import FILE as WISHES
from helpcenter.checking.wishes import Wishes
from helpcenter.content.center import Center
from helpcenter.content.file import leads_out
from helpcenter.content.settings import FILE, Settings
from helpcenter.finding import Finding
from helpcenter.foreign.door import read_project

LINE = re.compile(rb"([^\r\n]*)(\r\n|\r|\n|$)")
PASSES = 5
"""One repair may make room for another on the same line; five in a row never happen."""
EXPECTED = {"stale-translation", "different-links"}
"""A translation is behind when its original changes, whoever changes it; and a link that can be
read now can be compared with the other language."""


Judge = Callable[[Mapping[str, bytes]], Sequence[Finding]]
"""What is found if files have another content than they have."""
Place = tuple[str, int]
"""A file and its line."""
WHOLE = 0
"""Every line of a file."""


def fixes(center: Center, wishes: Wishes, shown: Callable[[Finding], bool]) -> Mapping[str, bytes]:
    """The files that would change, with their new content; only for findings that are `shown`."""
    root = center.settings.root
    with tempfile.TemporaryDirectory(prefix="helpcenter-") as folder:
        judge = _overlaid(root, wishes) if center.foreign else _copied(center, Path(folder), wishes)
        before = judge({})
        refused: set[Place] = set()
        while True:
            new, mended = _attempt(root, judge, before, shown, refused)
            after = judge(new)
            worse = {one for one in _worse(before, after) if one[0] in new}
            if not worse and (new == {} or not _new_kinds(before, after)):
                return new
            # A repair is to blame for its line, else all of the file, else all files.
            blamed = worse & mended or {(name, WHOLE) for name, _ in worse}
            refused |= blamed or {(name, WHOLE) for name in new}


def _copied(center: Center, copy: Path, wishes: Wishes) -> Judge:
    """Judges a copy of the project, in the folder `copy`."""
    settings = center.settings
    for name in _files(settings):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(settings.root / name, copy / name)
    written: set[str] = set()

    def judge(new: Mapping[str, bytes]) -> Sequence[Finding]:
        for name in written - set(new):
            shutil.copyfile(settings.root / name, copy / name)
        for name, data in new.items():
            (copy / name).write_bytes(data)
        written.update(new)
        return check(read_project(copy), wishes).findings

    return judge


def _overlaid(root: Path, wishes: Wishes) -> Judge:
    """Judges somebody else's project where it stands: its settings and the pieces of its pages may
    lie anywhere around it."""
    from helpcenter.foreign.center import read_foreign

    def judge(new: Mapping[str, bytes]) -> Sequence[Finding]:
        center = read_foreign(root, changed=new)
        return check(center, wishes).findings if center else ()

    return judge


def diff_text(root: Path, new: Mapping[str, bytes]) -> str:
    """What would change, as a patch."""
    rows: list[str] = []
    for name, data in sorted(new.items()):
        old = (root / name).read_bytes()
        left, right = (_rows(text.decode("utf-8", "surrogateescape")) for text in (old, data))
        rows += difflib.unified_diff(left, right, f"a/{name}", f"b/{name}")
    whole = "".join(
        row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows
    )
    return whole.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def fixed(data: bytes, findings: Iterable[Finding]) -> bytes:
    """The content of a file with the repairs of its findings."""
    lines = [[match[1], match[2]] for match in LINE.finditer(data) if match[0]]
    tidy = False
    for finding in findings:
        fix = finding.fix
        if fix is None:
            continue
        if not fix.old:
            tidy = True
        elif finding.line <= len(lines):
            line = lines[finding.line - 1]
            old = fix.old.encode("utf-8")
            if line[0].count(old) == 1:
                line[0] = line[0].replace(old, fix.new.encode("utf-8"))
    if tidy:
        text = b"".join(text + b"\n" for text, _ in lines)
        return text.removeprefix(b"\xef\xbb\xbf")
    return b"".join(text + end for text, end in lines)


def _attempt(
    root: Path,
    judge: Judge,
    findings: Sequence[Finding],
    shown: Callable[[Finding], bool],
    refused: set[Place],
) -> tuple[dict[str, bytes], set[Place]]:
    """The files with their repairs, made again and again until nothing changes, and where."""
    new: dict[str, bytes] = {}
    mended: set[Place] = set()
    for _ in range(PASSES):
        wanted: dict[str, list[Finding]] = {}
        for one in findings:
            places = {(one.path, one.line), (one.path, WHOLE)}
            if one.fix and not places & refused and shown(one):
                wanted.setdefault(one.path, []).append(one)
        moved = False
        for name, mine in wanted.items():
            if name in new or not leads_out(root, root / name):
                data = new.get(name) or (root / name).read_bytes()
                better = fixed(data, mine)
                moved = moved or better != data
                new |= {name: better} if better != data else {}
                mended |= {(name, one.line) for one in mine}
        if not moved:
            break
        findings = judge(new)
    return new, mended


def _kinds(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((one.path, one.rule) for one in findings if one.rule not in EXPECTED)


def _worse(before: Iterable[Finding], after: Iterable[Finding]) -> set[Place]:
    """The lines in which a rule finds more than it did; repairs do not move lines."""
    old, new = (
        Counter((one.path, one.line, one.rule) for one in some if one.rule not in EXPECTED)
        for some in (before, after)
    )
    return {(path, line) for path, line, _ in new - old}


def _new_kinds(before: Iterable[Finding], after: Iterable[Finding]) -> bool:
    return bool(_kinds(after) - _kinds(before))


def _files(settings: Settings) -> Iterator[str]:
    """Every plain file that the check reads."""
    yield FILE
    if (settings.root / WISHES).is_file():
        yield WISHES
    for folder in (settings.docs, settings.overrides):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not leads_out(settings.root, path):
                yield path.relative_to(settings.root).as_posix()


def _rows(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)
