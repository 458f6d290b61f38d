"""What a translation was compared with: the value of `translated_from`.

    translated_from: kqzvd bwtrf~mhjcx ptlsn!dkzwv

One group for every part of the source, in its order. A plain mark says: here both say the same.
Two marks say: this part was compared as the first, the source has the second now; `~` if that is
a small change, `!` if it changes what the part means. The first is missing if the part is new,
the second if it is gone.

Marks instead of one digest, a commit or a date: an editor sees in a diff how many parts were
touched, a finding can name them, and nothing but the two files is needed, so it works in a
shallow clone, after a squash and from a zip. A typo is mended by writing the new mark; a change
that nobody has judged counts as a great one, because a wrong page is worse than no page.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from helpcenter.choice import Choice

T = TypeVar("T")


class Significance(Choice):
    """How much a change of the source matters to its translations."""

    TYPO = "typo"
    MINOR = "minor"
    MAJOR = "major"


JUDGED = {"~": Significance.MINOR, "!": Significance.MAJOR}
SIGNS = {Significance.TYPO: "", Significance.MINOR: "~", Significance.MAJOR: "!"}


@dataclass(frozen=True, slots=True)
class Token:
    """One group of a stamp: `mark`, or `mark~mark`."""

    old: str
    sign: str
    new: str

    def __str__(self) -> str:
        return f"{self.old}{self.sign}{self.new}" if self.sign else self.new

    @property
    def compared(self) -> str:
        """The mark of the text that the translation follows; empty if it follows none."""
        return self.old if self.sign else self.new


def read_stamp(stamp: Sequence[str]) -> tuple[list[Token], list[Token]]:
    """The groups of a stamp: those whose part the source still has, and the others."""
    found = []
    for group in stamp:
        sign = next((one for one in "~!" if one in group), "")
        old, _, new = group.partition(sign) if sign else ("", "", group)
        found.append(Token(old, sign, new))
    return [one for one in found if one.new], [one for one in found if not one.new]


def alignment(old: Sequence[Token], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """The way from the parts of a stamp to those of today, as `difflib` tells it."""
    marks = [token.new for token in old]
    if marks == new:
        return [("equal", 0, len(new), 0, len(new))] if new else []
    return difflib.SequenceMatcher(None, marks, new, autojunk=False).get_opcodes()


def pairs(old: Sequence[Token], new: Sequence[T]) -> Iterator[tuple[Token | None, T | None]]:
    """Old and new parts side by side, the longer list to its end."""
    return itertools.zip_longest(old, new)


def declared(
    stamp: Sequence[str],
    now: Sequence[str],
    significance: Significance,
    before: Sequence[str] | None = None,
) -> tuple[str, ...]:
    """The stamp that says how much the change of the source from `before` to `now` matters.

    `now` are the source's marks today, `before` those it had before the change; parts that the
    translation did not follow then stay as they are, so that a mended typo hides no older change.
    Without it, every change since the translation was compared is judged.
    """
    sign = SIGNS[significance]
    tokens, gone = read_stamp(stamp)
    result: list[Token] = []
    for tag, i1, i2, j1, j2 in alignment(tokens, now):
        if tag == "equal":
            result += tokens[i1:i2]
            continue
        for token, new in pairs(tokens[i1:i2], now[j1:j2]):
            if before is not None and not _just_now(token, new, before):
                result += [token] if token else []
                continue
            old = token.compared if token else ""
            owed = max(token.sign if token else "", sign, key=["", "~", "!"].index)
            if new or (old and owed):
                result.append(Token(old, owed, new or ""))
    result = [one for one in result if one.new] + gone + [one for one in result if not one.new]
    if tuple(map(str, result)) == tuple(stamp):
        # Nothing is waiting for a judgement: an earlier one is being corrected.
        result = [Token(one.old, sign if one.sign else "", one.new) for one in result]
    return tuple(str(one) for one in result if one.new or one.sign)


def _just_now(token: Token | None, new: str | None, before: Sequence[str]) -> bool:
    """Whether the translation followed this part before the change."""
    return token.new in before if token else new not in before
