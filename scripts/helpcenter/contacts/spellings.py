"""Telephone numbers that are written with more than digits: words, letters, Roman numerals.

Each function yields where a number begins and ends in a text without disguise, and its digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.contacts.disguise import LETTER_DIGITS, NUMERALS
from helpcenter.contacts.phone_shapes import SERVICE, STRONG, is_grouped
from helpcenter.contacts.phone_words import CALLING, calls, sentence

Found = tuple[int, int, str]

_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
WORDS = {
    **{word: str(n) for n, word in enumerate(_DIGITS)},
    **dict.fromkeys(("oh", "o", "nought", "naught", "null"), "0"),
}
TIMES = {"double": 2, "triple": 3, "treble": 3}
_WORD = rf"(?:{'|'.join([*WORDS, *TIMES])}|hundred)"
_LINK = r"(?:(?:and|then|next|followed by|after that|plus|dash|hyphen|dot|point|space)\b[\s,]{0,2})"
ROW = re.compile(
    rf"(?<![\w-])(?:(?:{_WORD}\b|\d+(?![\d%]))[\s,.()+-]{{0,3}}{_LINK}{{0,2}}){{3,24}}",
    re.IGNORECASE,
)
"""Words for digits and digits in a row: “one eight hundred, 555, then oh one nine nine”."""
VANITY = re.compile(
    r"(?<![\w-])(?:\+?1[\s.-]{0,2})?\(?8(?:00|33|44|55|66|77|88)\)?[\s.-]{0,2}"
    r"(?=[A-Z0-9.\s-]*?[A-Z]{3})[A-Z0-9]{2,7}(?:[\s.-]?[A-Z0-9]{1,7}(?![a-z])){0,3}"
)
KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
LOOKALIKE = re.compile(
    r"(?<![A-Za-z0-9])[0-9OoQqIiLlSsBbZzGg|](?:[\s().·*_-]{0,3}[0-9OoQqIiLlSsBbZzGg|!]){6,15}"
    r"(?![A-Za-z0-9])"
)
ROMAN = re.compile(
    r"(?<![\w-])(?:(?:VIII|VII|VI|IV|IX|III|II|I|V|[0-9O])[\s.·/-]{1,2}){6,15}"
    r"(?:VIII|VII|VI|IV|IX|III|II|I|V|[0-9O])(?![\w-])"
)
ROMANS = {
    one: str(n)
    for n, one in enumerate(("O", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
}
LETTERS = re.compile("[a-z]+")
_ROMANS = re.compile(r"[ivx](?<!\S.)[ivx]*(?!\S)")
_SAID = frozenset((*WORDS, *TIMES, "hundred"))
_SIGN = "[0-9" + "".join(NUMERALS) + "]"
CHAIN = re.compile(
    rf"(?:{_SIGN}个(?:{_SIGN}|数字{_SIGN})|(?:{_SIGN}[百佰]?)+)"
    r"(?:[\s，,、。；;：:]{0,2}(?:(?:再|接着|接|然后|之后|最后|后面|中间|前面|跟着|加上?|连)?"
    rf"(?:拨打?|打|按|是|着|上)?\s?)(?:{_SIGN}个{_SIGN}|(?:{_SIGN}[百佰]?)+)){{1,9}}"
)
"""Numbers told piece by piece: “拨四百，再拨三个零，再拨五六七八”."""


def hinted(text: str) -> bool:
    """Whether `text` holds what a number in words or Roman numerals cannot do without."""
    words = LETTERS.findall(text.lower())
    return not _SAID.isdisjoint(words) or len(_ROMANS.findall(" ".join(words))) > 1


def spelled(text: str) -> Iterator[Found]:
    """English words for digits, alone or among digits."""
    for found in ROW.finditer(text):
        said = found[0].lower()
        tokens = re.findall(r"[a-z]+|\d+", said)
        words = [one for one in tokens if one in WORDS or one in TIMES or one == "hundred"]
        if not words or words == ["o"] * len(words):
            continue
        groups = _groups(tokens)
        digits = "".join(groups)
        end = found.start() + len(said.rstrip(" ,.-(\n"))
        called = calls(text, found.start()) or bool(CALLING.search(sentence(text, *found.span())))
        plain = not re.search(r"\d", said) and len(tokens) >= 4
        grouped = is_grouped(digits, [len(one) for one in groups])
        if STRONG.fullmatch(digits) or (called and (grouped or (plain and len(digits) >= 5))):
            yield found.start(), end, digits


def _groups(tokens: list[str]) -> list[str]:
    """The digits of each token."""
    groups: list[str] = []
    times = 1
    for token in tokens:
        if token in TIMES:
            times = TIMES[token]
        elif token == "hundred":
            groups.append("00")
        elif token in WORDS:
            groups.append(WORDS[token] * times)
            times = 1
        elif token.isdigit():
            groups.append(token)
    return groups


def chained(text: str) -> Iterator[Found]:
    """Chinese numbers told piece by piece."""
    for found in CHAIN.finditer(text):
        if "个" not in found[0] and not re.search("[百佰拨打按再接]", found[0]):
            continue
        said = re.sub(
            rf"({_SIGN})个(?:数字)?({_SIGN})",
            lambda one: _digit(one[2]) * int(_digit(one[1])),
            found[0],
        )
        # 四百 is dialled as 400, and as 4 if the zeros are told for themselves.
        rows = {
            re.sub(r"\D", "", "".join(_digit(sign) for sign in re.sub("[百佰]", hundred, said)))
            for hundred in ("", "00")
        }
        for digits in sorted(rows):
            if STRONG.fullmatch(digits):
                yield found.start(), found.end(), digits
                break


def _digit(sign: str) -> str:
    return NUMERALS.get(sign, sign)


def vanities(text: str) -> Iterator[Found]:
    """Free numbers with letters of the keypad: 1-800-REFUNDS."""
    for found in VANITY.finditer(text):
        digits = re.sub(r"\D", "", found[0].translate(KEYPAD))
        country = digits.startswith("1")
        if len(digits) >= 10 + country:
            yield found.start(), found.end(), digits[: 10 + country]


def lookalikes(text: str) -> Iterator[Found]:
    """Letters in the place of digits: 4O0-OOO-5678."""
    row = "".join(map(_digit, text))
    for found in LOOKALIKE.finditer(row):
        said = found[0].lower()
        letters = sum(sign in LETTER_DIGITS for sign in said)
        digits = sum(sign.isdigit() for sign in said)
        zeros = said.count("o") == letters  # 13800OOOOOO
        if not letters or digits < 4 or (digits < letters and not zeros):
            continue
        number = "".join(LETTER_DIGITS.get(sign, sign) for sign in said)
        number = re.sub(r"\D", "", number)
        if STRONG.fullmatch(number) or (SERVICE.fullmatch(number) and calls(text, found.start())):
            yield found.start(), found.end(), number


def romans(text: str) -> Iterator[Found]:
    """Roman numerals, one a digit: I-VIII-0-0 V-V-V 0-I-IX-IX."""
    for found in ROMAN.finditer(text):
        tokens = re.findall(r"[IVXO]+|\d", found[0])
        digits = "".join(ROMANS.get(one, one) for one in tokens)
        if any(one in ROMANS and one != "O" for one in tokens) and STRONG.fullmatch(digits):
            yield found.start(), found.end(), digits
