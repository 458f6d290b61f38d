"""Text without its disguises: what a person reads, whatever signs it is written with.

Full-width, superscript, circled and foreign digits become plain ones, letters of other scripts
that look Latin become Latin, invisible signs disappear. Every sign of the result knows where it
comes from, so that a finding can quote what the editor wrote.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpcenter.content.signs import Signs

DASH = "-"
HUNDRED = "\ue000"
"""Stands for 百 among digits; private, so no text can hold it once it is plain."""
NUMERALS = {
    **dict(zip("零一二三四五六七八九", "0123456789", strict=True)),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", "0123456789", strict=True)),
    "○": "0",
    "◯": "0",
    "洞": "0",
    "幺": "1",
    "弌": "1",
    "两": "2",
    "貳": "2",
    "參": "3",
    "拐": "7",
    "勾": "9",
    "陸": "6",
    "弍": "2",
    "弎": "3",
    "〡": "1",
    "〢": "2",
    "〣": "3",
}
"""Chinese numerals that stand for one digit."""
LETTER_DIGITS = {
    **dict.fromkeys("oq", "0"),
    **dict.fromkeys("il|!", "1"),
    "z": "2",
    "s": "5",
    "b": "8",
    "g": "9",
}
"""Letters that pass for digits among digits, in lower case."""
LOOKS_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһӏɡɑνοκρτυιαΑΒΕΖΗΙΚΜΝΟΡΤΥΧȷıℓ∣ǀւօսոաց",
    "ABESIJKMHOPCTYXaesijopcyxdqwhlgavokptuiaABEZHIKMNOPTYXjillliounwg",
)
"""Letters of other alphabets that a reader takes for Latin ones."""
DROPPED = ("Cf", "Mn", "Me", "Cc", "Co", "Cs")
BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters without ink."""
REVERSED = "\u202e\u2067\u200f\u202b"
"""Signs that show the text after them from right to left."""


class Plain(NamedTuple):
    """A text without disguise."""

    text: str
    at: Sequence[int]
    """For each sign of `text`, its place in the original; one more for the end."""


@lru_cache(maxsize=4096)
def plain(text: str) -> Plain:
    """`text` as a reader takes it in."""
    return Plain(*SIGNS.read(text))


def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return " " if sign in "\t\r" else sign
    if "一" <= sign <= "鿿":
        return sign
    category = unicodedata.category(sign)
    if category == "Nl" and 1 <= unicodedata.numeric(sign, 0) <= 9:
        return str(int(unicodedata.numeric(sign)))
    if category in DROPPED or sign in BLANK:
        return ""
    if category == "Zs":
        return " "
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    if category == "Pd" or sign in "−⁃∼~⎯―─━—–":
        return DASH
    # NFKC turns a letter with an accent of its own into one sign; the accent goes here.
    letters = unicodedata.normalize("NFKD", sign).translate(LOOKS_LATIN)
    return "".join(one for one in letters if unicodedata.category(one) not in ("Mn", "Me", "Cf"))


SIGNS = Signs(_plain_sign)


def numerals_as_digits(text: str) -> str:
    """`text` with Chinese numerals as digits, sign for sign; only where they stand in a row.

    A lone numeral is a word like any other (“一起”); two beside each other or beside a digit are
    read as a number.
    """
    signs = list(text)
    for found in NUMERAL_ROW.finditer(text):
        row = found[0]
        for place, sign in enumerate(row, found.start()):
            if sign in NUMERALS:
                signs[place] = NUMERALS[sign]
            elif sign in "百佰":
                signs[place] = HUNDRED
    return "".join(signs)


_NUMERAL = "[" + "".join(NUMERALS) + "]"
NUMERAL_ROW = re.compile(
    rf"(?:[0-9]|{_NUMERAL})[百佰]?(?:[^\w]{{0,3}}(?:(?:[0-9]|{_NUMERAL})[百佰]?|[百佰]))+"
)
