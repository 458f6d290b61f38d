"""Numbers that are cut into pieces: one cell, one item, one line for each group of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpcenter.contacts.disguise import NUMERALS, numerals_as_digits, plain
from helpcenter.contacts.passage import Passage
from helpcenter.contacts.phone_shapes import STRONG, is_grouped
from helpcenter.contacts.phone_words import CALLING, counts, is_code, mask_dates_and_amounts

LONGEST_PIECE = 24
"""Signs of a piece: digits, and a word or two such as “then”."""
MOST = 8
"""Digits of a piece."""
DIGIT = re.compile(rf"[\d{''.join(NUMERALS)}]")
PIECES = 12
ABOVE = 8
"""Passages above the pieces that may tell to call."""
LEAD = re.compile(
    r"\s*(?:首先|先|再|然后|接着|之后|最后|第[一二三四]步?|first|then|next|last(?:ly)?|finally|and)?"
    r"[\s:：,，]*(?:拨打?|按|输入?|打|press|dial|enter|key in)?[\s:：,，]*",
    re.IGNORECASE,
)
"""What may stand in a cell of its own before a piece."""
TOLD = re.compile(
    r"号码|区号|前段|后段|连起来|连着|依次|先(?:拨|按|打|输)|再(?:拨|按|打)|接着拨|合起来"
    r"|\b(?:then|one after (?:the )?other|one after another|in this order|together|digits below)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Strung:
    """A number over several passages."""

    line: int
    digits: str
    shown: str


def strung(passages: Sequence[Passage]) -> Iterator[Strung]:
    """The numbers that stand in pieces in `passages`, in order."""
    pieces = [_piece(one.text) if len(one.text) <= LONGEST_PIECE else () for one in passages]
    if not any(pieces):
        return
    place = 0
    while place < len(passages):
        if not pieces[place]:
            place += 1
            continue
        end = place + 1
        while end < len(passages):
            if pieces[end]:
                end += 1
            elif end + 1 < len(passages) and pieces[end + 1] and LEAD.fullmatch(passages[end].text):
                end += 2
            else:
                break
        if end - place > 1 and _told(passages, place, end):
            yield from _numbers(passages, pieces, place, end)
        place = end


def _piece(text: str) -> tuple[str, ...]:
    """The groups of digits in a piece of a number; none if it is something else."""
    flat = plain(text).text
    if not DIGIT.search(flat):
        return ()
    flat = mask_dates_and_amounts(flat)
    stream = numerals_as_digits(flat)
    groups = tuple(re.finditer(r"\d+", stream))
    if not groups or sum(len(one[0]) for one in groups) > MOST:
        return ()
    begin, end = groups[0].start(), groups[-1].end()
    if counts(flat, begin, end) or is_code(flat, begin, end):
        return ()
    return tuple(one[0] for one in groups)


def _told(passages: Sequence[Passage], begin: int, end: int) -> bool:
    """Whether the words above or between tell to put the pieces together."""
    around = [one.text for one in passages[max(begin - ABOVE, 0) : end]]
    around.append(passages[begin].heading)
    return any(CALLING.search(text) or TOLD.search(text) for text in around)


def _numbers(
    passages: Sequence[Passage], pieces: Sequence[tuple[str, ...]], begin: int, end: int
) -> Iterator[Strung]:
    first = begin
    while first < end - 1:
        for last in range(min(end, first + PIECES) - 1, first, -1) if pieces[first] else ():
            groups = [group for one in pieces[first : last + 1] for group in one]
            digits = "".join(groups)
            if STRONG.fullmatch(digits) or is_grouped(digits, [len(one) for one in groups]):
                shown = " / ".join(" ".join(one.text.split()) for one in passages[first : last + 1])
                yield Strung(passages[first].line(), digits, shown)
                first = last
                break
        first += 1
