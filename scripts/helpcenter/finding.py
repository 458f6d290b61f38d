"""What a check found: where, what is wrong, and what to write instead, in every language we speak.

A `Fault` is what reading noticed (a page that is not UTF-8, a key nobody knows) before any rule
looked at it; the rule of the same name turns it into a `Note` with words for people. The registry
of rules adds name and level to a note, which makes it a `Finding`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from helpcenter.choice import Choice

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Level(Choice):
    """How much a finding matters: an error stops the build, a warning is shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Fault:
    """Something reading could not take as it stands."""

    name: str
    """The rule that explains it."""
    path: str
    """Relative to the project's root, with `/`."""
    line: int
    """1-based; 1 where the whole file is meant."""
    detail: Mapping[str, str] = field(default_factory=dict)
    """What the rule's words need: the key, the value, the nearest known name."""


@dataclass(frozen=True)
class Fix:
    """A repair that changes no meaning: on the line of the finding, `old` becomes `new`.

    It is only made where `old` stands once on the line. Two empty texts mean the whole file's
    byte-order mark, line ends and last line.
    """

    old: str
    new: str


@dataclass(frozen=True)
class Note:
    """What a rule has to say about one place, in English and in Chinese.

    Two sentences each: what is wrong, quoting the editor's words; what to do, copyable.
    """

    path: str
    line: int
    en: str
    zh: str
    fix: Fix | None = None


@dataclass(frozen=True)
class Finding:
    """One thing to mend."""

    rule: str
    level: Level
    path: str
    line: int
    text: Mapping[str, str]
    """The words by language."""
    fix: Fix | None = None

    def say(self, language: str) -> str:
        """`path:line: level rule: words`, in `language` or in English."""
        words = self.text.get(language, self.text["en"])
        return f"{self.path}:{self.line}: {self.level} {self.rule}: {words}"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted by path, line and rule, each once."""
    unique = {(f.path, f.line, f.rule, f.text["en"]): f for f in findings}
    return [unique[key] for key in sorted(unique)]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name an editor most likely meant by `word`, if one is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.7)
    return close[0] if close else None


def nearest_page(path: str, known: Iterable[str]) -> str | None:
    """The page an editor most likely meant by `path`: its own name counts, not its topic's.

    Two questions of one topic look alike as paths, `payments/refund` and `payments/index`.
    """
    topic, _, name = path.rpartition("/")
    pages = list(known)
    if name == "index":
        return nearest(path, [one for one in pages if one.endswith("index")])
    moved = [one for one in pages if one.rpartition("/")[2] == name]
    if len(moved) == 1:
        return moved[0]

    def likeness(one: str) -> float:
        return difflib.SequenceMatcher(None, name, one.rpartition("/")[2]).ratio()

    alike = [one for one in pages if likeness(one) >= 0.6]
    return max(
        (one for one in alike if one.rpartition("/")[0] == topic or likeness(one) >= 0.75),
        key=lambda one: (likeness(one), one.rpartition("/")[0] == topic),
        default=None,
    )


def printable(text: str) -> str:
    """`text` on one line, without signs that a terminal would obey."""
    return UNPRINTABLE.sub("\ufffd", text)


def quote(text: str, limit: int = 60) -> str:
    """The editor's words in quotation marks, shortened if they are long."""
    text = " ".join(text.split())
    return f"“{printable(text if len(text) <= limit else text[: limit - 1] + '…')}”"
