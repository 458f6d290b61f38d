"""The numbers in a text, as digits, however its language writes them."""

from __future__ import annotations

import re

DIGITS = re.compile(r"(\d+(?:[,，]\d{3})*(?:\.\d+)?)(?:\s?(万|亿|thousand\b|million\b))?")
WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
LATIN = re.compile("[a-z]+")
HAN = re.compile("[零〇一二两三四五六七八九十百千万亿]+")
VALUES = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
"""
ENGLISH = {word: value for value, word in enumerate(SMALL.split())}
ENGLISH |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
LARGE = {"万": 10_000, "亿": 100_000_000, "thousand": 1000, "million": 1_000_000}


def written(text: str) -> set[str]:
    """Every number that stands in digits; `1,000` and `1000` are the same."""
    return {_scaled(number.translate(WIDE), unit) for number, unit in DIGITS.findall(text)}


def said(text: str) -> set[str]:
    """Every number of `text`, in digits or in words."""
    found = written(text)
    found.update(str(_han(row)) for row in HAN.findall(text))
    words = ENGLISH.keys() & set(LATIN.findall(text.lower()))
    found.update(str(ENGLISH[word]) for word in words)
    return found


def _scaled(number: str, unit: str) -> str:
    return f"{float(_plain(number)) * LARGE[unit]:.15g}" if unit else _plain(number)


def _plain(number: str) -> str:
    number = re.sub("[,，]", "", number)
    whole, dot, rest = number.partition(".")
    rest = rest.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{rest}" if dot and rest else "")


def _han(text: str) -> int:
    total = part = digit = 0
    for sign in text:
        if sign in VALUES:
            digit = VALUES[sign]
        elif sign in UNITS:
            part += (digit or 1) * UNITS[sign]
            digit = 0
        else:
            total = (total + part + digit) * LARGE[sign]
            part = digit = 0
    return total + part + digit
