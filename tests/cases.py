"""Cases for rules, written as Markdown: `tests/rules/<name>.md`.

A case is a `##` section. It changes the small sound site of `small_site.py` and says what the rule
must find then. A block's first word says what it is, the rest names a file:

- `markdown docs/en/index.md`, or any other word: the whole file.
- `body docs/en/index.md`: the text below the front matter; the front matter stays.
- `change mkdocs.yml`: lines `- old` and `+ new`, as in a diff; `+` lines without a `-` line before
  them are added at the end.
- `before overrides/contacts.yml`: how the file was before, as a `change` of what it is now.
- `bytes docs/en/index.md`: the whole file in plain ASCII, with `\\x..` for other bytes.
- `link docs/en/index.md`: a symbolic link to what the block names.
- `(removed) docs/en/index.md`: takes the file away; the block is empty.
- `findings` and `findings zh`: what the rule finds, `path:line: words`. None: it finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from small_site import SITE, write_site

FENCE = re.compile(r"(`{3,})(.*)")


@dataclass
class Case:
    rule: str
    title: str
    line: int
    blocks: list[tuple[str, str, str]] = field(default_factory=list)
    """Kind, file, content."""
    expected: dict[str, list[str]] = field(default_factory=dict)

    def before(self, file: str) -> str | None:
        """What `file` was before, if the case says so."""
        now = SITE.get(file, "")
        for kind, name, content in self.blocks:
            if name == file and kind == "before":
                return changed(now, content)
            if name == file:
                now = content
        return None

    def write(self, root: Path) -> Path:
        """The site of this case, below `root`."""
        files: dict[str, str | bytes | None] = {}
        links: dict[str, str] = {}
        for kind, file, content in self.blocks:
            before = files.get(file, SITE.get(file, ""))
            text = before if isinstance(before, str) else ""
            if kind == "(removed)":
                files[file] = None
            elif kind == "bytes":
                files[file] = content.encode().decode("unicode_escape").encode("latin-1")
            elif kind == "before":
                continue
            elif kind == "link":
                links[file] = content.strip()
            elif kind == "body":
                _, front, _ = text.split("---\n", 2)
                files[file] = f"---\n{front}---\n\n{content}"
            elif kind == "change":
                files[file] = changed(text, content)
            else:
                files[file] = content
        write_site(root, {**files, **dict.fromkeys(links)})
        for file, target in links.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).symlink_to(target)
        return root


def changed(text: str, change: str) -> str:
    """`text` with the lines of a small diff replaced. Each `-` line must stand in it once."""
    lines = text.split("\n")
    place = len(lines) - 1
    for row in change.rstrip("\n").split("\n"):
        sign, line = row[:1], row[2:]
        if sign == "-":
            assert lines.count(line) == 1, line
            place = lines.index(line)
            del lines[place]
        else:
            assert sign == "+", row
            lines.insert(place, line)
            place += 1
    return "\n".join(lines)


def read_cases(folder: Path) -> Iterator[Case]:
    """Every case of every file in `folder`."""
    for path in sorted(folder.glob("*.md")):
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[Case]:
    case: Case | None = None
    fence, info, content = "", "", [""]
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        match = FENCE.fullmatch(line)
        if fence and line == fence:
            assert case, f"{path}:{number}"
            kind, _, file = info.strip().partition(" ")
            text = "".join(f"{row}\n" for row in content)
            if kind == "findings":
                case.expected[file or "en"] = text.splitlines()
            else:
                case.blocks.append((kind, file, text))
            fence = ""
        elif fence:
            content.append(line)
        elif match:
            fence, info, content = match[1], match[2], []
        elif line.startswith("## "):
            if case:
                yield case
            case = Case(path.stem, line[3:], number)
    assert not fence, f"{path}: a block is not closed"
    if case:
        yield case
