"""Plain text and Markdown that is published as it stands, read into passages and addresses.

Programs read these files, and so do people: a comment is text there like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.contacts.passage import Carried, Passage, Pointer

LINK = re.compile(
    r"(?P<image>!)?\[(?P<text>[^\]]*)\]\(\s*<?(?P<target>[^\s)>]+)"
    r"|^\s*\[[^\]]+\]:\s*<?(?P<defined>[^\s>]+)|<(?P<bare>[a-z][a-z0-9+.-]*:[^\s<>]+)>",
    re.MULTILINE,
)
BOX = re.compile(r"(?P<indent>\s*)(?:!!!|\?\?\?\+?) (?P<kind>\w+)(?: \"(?P<title>.*)\")?\s*$")
WARNINGS = ("warning", "danger")


def read_text(text: str, file: str) -> Carried:
    """Everything a text carries, paragraph by paragraph, and the links it has as Markdown."""
    passages: list[Passage] = []
    pointers: list[Pointer] = []
    for line, paragraph, warning in _paragraphs(text):
        marks = tuple(
            (found.end(), line + number)
            for number, found in enumerate(re.finditer("\n", paragraph), 1)
        )
        shown = LINK.sub(_without_target, paragraph)
        passages.append(Passage(shown, ((0, line), *marks), warning=warning))
        for found in LINK.finditer(paragraph):
            target = found["target"] or found["defined"] or found["bare"]
            at = line + paragraph.count("\n", 0, found.start())
            pointers.append(Pointer(target, found["text"] or "", at, bool(found["image"])))
    return Carried(file, "", tuple(passages), tuple(pointers))


def _without_target(found: re.Match[str]) -> str:
    """A link with blanks for the address, which is judged as one."""
    group = next(name for name in ("target", "defined", "bare") if found[name])
    begin, end = found.start(group) - found.start(), found.end(group) - found.start()
    return found[0][:begin] + " " * (end - begin) + found[0][end:]


def _paragraphs(text: str) -> Iterator[tuple[int, str, str]]:
    """First line, text and the title of the warning around it, if any, of each paragraph."""
    held: list[str] = []
    begun = 1
    box, title = -1, ""
    for number, line in enumerate([*text.split("\n"), ""], 1):
        indent = len(line) - len(line.lstrip())
        ends = box >= 0 and line.strip() and indent <= box
        opens = BOX.match(line)
        if held and (not line.strip() or ends or opens):
            yield begun, "\n".join(held), title
            held = []
        if ends:
            box, title = -1, ""
        if opens and opens["kind"] in WARNINGS:
            box, title = len(opens["indent"]), opens["title"] or opens["kind"]
        if line.strip():
            if not held:
                begun = number
            held.append(line)
