"""Telephone numbers in running text, in whatever spelling, and nothing else that has digits.

A sequence of digits is judged by its shape (how many, how they begin, how they are grouped) and by
the words around it: amounts, dates, order numbers and error codes look much like numbers to call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from helpcenter.contacts.disguise import (
    HUNDRED,
    NUMERALS,
    REVERSED,
    numerals_as_digits,
    plain,
)
from helpcenter.contacts.phone_shapes import COMMON, SERVICE, STRONG, is_grouped, is_uneven
from helpcenter.contacts.phone_words import (
    CALLING,
    calls,
    counts,
    is_code,
    mask_dates_and_amounts,
    sentence,
)
from helpcenter.contacts.spellings import chained, hinted, lookalikes, romans, spelled, vanities

CANDIDATE = re.compile(rf"\+?[\d{HUNDRED}](?:[\W_]{{0,3}}[\d{HUNDRED}])*")
GROUP = re.compile(rf"[\d{HUNDRED}]+")
DIGITISH = re.compile(rf"[\d²³¹⁰-₿①-⓿❶-➓㈠-㊉{''.join(NUMERALS)}]")
LONGEST = 16
"""Digits of the longest number."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A number somewhere in a text."""

    begin: int
    end: int
    digits: str
    """Digits only; with a `+` in front if it is written so."""
    shown: str
    """As the editor wrote it, on one line."""


@lru_cache(maxsize=65536)
def phones_in(text: str) -> tuple[Spot, ...]:
    """The telephone numbers in `text`, in order."""
    few = len(DIGITISH.findall(text)) < 3
    if few and not hinted(text):
        return ()
    flat = plain(text)
    found: list[tuple[int, int, str]] = []
    if not few:
        found += _candidates(flat.text)
        if any(sign in text for sign in REVERSED):
            size = len(flat.text)
            back = _candidates(flat.text[::-1])
            found += ((size - end, size - begin, digits) for begin, end, digits in back)
        found += lookalikes(flat.text)
        found += chained(flat.text)
    found += vanities(flat.text)
    found += romans(flat.text)
    found += spelled(flat.text)
    spots: list[Spot] = []
    taken = 0
    for begin, end, digits in sorted(found, key=lambda one: (one[0], -one[1])):
        if begin < taken:
            continue
        taken = end
        first, last = flat.at[begin], flat.at[end - 1] + 1
        spots.append(Spot(first, last, digits, " ".join(text[first:last].split())))
    return tuple(spots)


def _candidates(text: str) -> Iterator[tuple[int, int, str]]:
    masked = mask_dates_and_amounts(text)
    stream = numerals_as_digits(re.sub(r"(?<=[0-9])一(?=[0-9])", "-", masked))
    for found in CANDIDATE.finditer(stream):
        if len(GROUP.findall(found[0])) == 1 and len(found[0]) < 3:
            continue
        yield from _windows(text, stream, found.start(), found.end())


def _windows(text: str, stream: str, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The numbers in a row of digit groups: as few and as long as possible."""
    groups = [(one.start(), one.end()) for one in GROUP.finditer(stream, begin, end)]
    wide = [
        bool(re.search(r"[\s,、:;()/|]|[\W_]{2}", stream[left[1] : right[0]]))
        for left, right in pairwise(groups)
    ]
    first = 0
    while first < len(groups):
        if first and not wide[first - 1]:
            first += 1
            continue
        matched = None
        digits = ""
        called = calls(text, groups[first][0])
        for last in range(first, min(first + LONGEST, len(groups))):
            digits += stream[groups[last][0] : groups[last][1]]
            if len(digits) > LONGEST:
                break
            if last + 1 < len(groups) and not wide[last]:
                continue
            window = groups[first : last + 1]
            said = _hundreds(digits)
            whole = len(window) == len(groups)
            if len(said) > 2 and _is_phone(text, stream, window, said, called, whole):
                matched = last, said
        if matched:
            last, said = matched
            start = groups[first][0]
            if stream[start - 1 : start] == "+":
                start, said = start - 1, "+" + said
            yield start, groups[last][1], said
            first = last + 1
        else:
            first += 1


def _hundreds(digits: str) -> str:
    """四百 and 八百 as they are said in 400 and 800 numbers; nothing for another hundred."""
    if HUNDRED not in digits:
        return digits
    if re.match(rf"[48]{HUNDRED}[^{HUNDRED}]*$", digits):
        return digits.replace(HUNDRED, "00")
    return ""


def _is_phone(
    text: str,
    stream: str,
    groups: list[tuple[int, int]],
    digits: str,
    called: bool,
    whole: bool,
) -> bool:
    begin, end = groups[0][0], groups[-1][1]
    sizes = [right - left for left, right in groups]
    plus = stream[begin - 1 : begin] == "+"
    between = text[groups[0][1] : groups[1][0]] if len(groups) > 1 else ""
    spaced = len(groups) > 1
    # The tail of an account number can look like a number of groups, so these must stand alone.
    strong = STRONG.fullmatch(digits) or ((whole or called) and is_grouped(digits, sizes))
    short = SERVICE.fullmatch(digits) or COMMON.fullmatch(digits)
    if not (plus or strong or called or short or digits.startswith("00")):
        return False
    code = is_code(text, begin, end)
    if plus and 8 <= len(digits) <= 15:
        return not code
    if code and not called and (is_uneven(sizes) or re.match(r"-[A-Z]\b", text[end:])):
        return False
    if strong:
        if spaced and not (sizes[0] == 1 and between == "." and not called):
            thirds = set(sizes[1:]) == {3}  # 18 005 550 199 can be an amount, 400-000-5678 cannot
            return not (thirds and counts(text, begin, end)) or called
        if counts(text, begin, end) and not called:
            return False
        return not code or called or bool(CALLING.search(sentence(text, begin, end)))
    around = sentence(text, begin, end)
    if SERVICE.fullmatch(digits):
        if counts(text, begin, end) or code:
            return called
        if spaced and set(sizes) != {1}:
            return called or (between != "." and bool(CALLING.search(around)))
        return True
    if counts(text, begin, end) or code:
        return False
    if COMMON.fullmatch(digits):
        return called or bool(CALLING.search(around) and not spaced)
    if digits.startswith("00") and 11 <= len(digits) <= 15:
        return (spaced and whole) or called
    return called and (len(digits) >= 7 or (not spaced and len(digits) >= 3)) and len(digits) < 16
