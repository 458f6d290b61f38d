"""Data for machines, read as text and addresses: JSON, linked data, strings of scripts and styles.

A number in the data that a search engine or an app shows is a number on the site. Every string is
kept with its line; what is neither text nor address, such as the name of a vocabulary, is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

VOCABULARIES = {
    "@context": ("https://schema.org", "https://schema.org/", "http://schema.org"),
    "$schema": ("https://json-schema.org/draft/2020-12/schema",),
}
"""What these keys may hold: names of vocabularies, which lead nobody anywhere."""
PHONES = frozenset({"telephone", "faxnumber", "phone", "tel", "fax", "mobile", "hotline"})
"""Keys whose values are dialled, in lower case."""
EMAILS = frozenset({"email", "mail"})
NAME = re.compile(r"[@$]?[A-Za-z][A-Za-z_:-]*")
"""A key that says nothing to a reader."""
ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)\S+")
TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*")|(?P<number>-?\d[\d.eE+-]*)|\n""",
)
INDEX = r'"[a-z-]+-t\d+-[0-9a-f]+",\s*"(?:[^"\\\n]|\\.)*"'
"""Words of the search index, sorted and packed: no text. The pages they are from are read."""
CODE = re.compile(
    INDEX + r"""|/\*.*?\*/|(?<![:\\"'`/])//[^\n]*"""
    r"""|(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"""
    r"""|url\(\s*(?P<url>[^"')\s]+)\s*\)""",
    re.DOTALL,
)
FILLED = re.compile(r"\$\{[^{}]*\}")
"""Code inside a text."""
ADDED = re.compile(r"\s*[+~]\s*")
BESIDE = re.compile(r"\s*")
"""What stands between strings that are shown as one: in scripts, in style sheets."""
ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
STYLE_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ \n\t]?|\\(.)", re.DOTALL)
SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "v": "", "\n": ""}


@dataclass(frozen=True, slots=True)
class Datum:
    """One string, as a program gets it."""

    text: str
    line: int
    key: str = ""
    """What it is called, in lower case; empty for a name itself, and in scripts."""

    @property
    def target(self) -> str:
        """The address, if it is one and no text: a number and a mailbox as a link would have it."""
        if self.key in PHONES and sum(sign.isdigit() for sign in self.text) >= 3:
            return "tel:" + self.text.removeprefix("tel:")
        if self.key in EMAILS and "@" in self.text and " " not in self.text.strip():
            return "mailto:" + self.text.strip().removeprefix("mailto:")
        return self.text.strip() if ADDRESS.fullmatch(self.text.strip()) else ""


def json_strings(text: str, first: int = 1) -> Iterator[Datum]:
    """The strings of a JSON text that begins on line `first`, sound or not; phone numbers too."""
    line, key = first, ""
    for found in TOKEN.finditer(text):
        if found[0] == "\n":
            line += 1
        elif found["number"]:
            if key in PHONES:
                yield Datum(found[0], line, key)
        else:
            said = _decoded(found[0])
            if re.match(r"\s*:", text[found.end() : found.end() + 40]):
                key = said.lower()
                if not NAME.fullmatch(said):
                    yield Datum(said, line)
            elif said not in VOCABULARIES.get(key, ()):
                yield Datum(said, line, key)


def script_strings(text: str, first: int = 1) -> Iterator[Datum]:
    """The texts in a script that begins on line `first`; those added up with `+` as one."""
    return _joined(text, first, ADDED, ESCAPE, _sign)


def style_strings(text: str, first: int = 1) -> Iterator[Datum]:
    """The texts that a style sheet adds to a page, and the addresses it loads."""
    return _joined(text, first, BESIDE, STYLE_ESCAPE, _style_sign)


def _joined(
    text: str,
    first: int,
    joint: re.Pattern[str],
    escape: re.Pattern[str],
    sign: Callable[[re.Match[str]], str],
) -> Iterator[Datum]:
    said, line, end = "", first, -1
    place, counted = first, 0
    for found in CODE.finditer(text):
        place += text.count("\n", counted, found.start())
        counted = found.start()
        if found["url"]:
            yield Datum(found["url"], place)
        elif found["string"]:
            piece = escape.sub(sign, FILLED.sub(" ", found["string"][1:-1]))
            if said and joint.fullmatch(text, end, found.start()):
                said += piece
            else:
                if said:
                    yield Datum(said, line)
                said, line = piece, place
            end = found.end()
    if said:
        yield Datum(said, line)


def _decoded(literal: str) -> str:
    try:
        return str(json.loads(literal))
    except ValueError:
        return ESCAPE.sub(_sign, literal[1:-1])


def _sign(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if not code:
        return SIGNS.get(found[4], found[4])
    return chr(int(code, 16)) if int(code, 16) < 0x110000 else ""


def _style_sign(found: re.Match[str]) -> str:
    if not found[1]:
        return found[2]
    return chr(int(found[1], 16)) if int(found[1], 16) < 0x110000 else ""
