"""A translation holds a text of its original, word for word, or a sentence in other characters.

Readers who need the translation cannot read it.

Wrong: 先问商户，再问银行。 on an English page.

Right: Ask the merchant first, then your bank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.checking.twins import pairs
from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.finding import Level, Note, quote

LEVEL = Level.WARNING


HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
LETTER = re.compile(r"[^\W\d_]")
FEWEST = 16
"""Letters that say something; a Han character counts for three. Names are shorter."""


FEWEST_WORDS = 6
"""In lower case, or Han characters: less may be the name of a button."""
LATIN = re.compile("[A-Za-z]+")


def check(center: Center) -> Iterator[Note]:
    """Titles, descriptions, headings and paragraphs that are the same in two languages."""
    for original, page in pairs(center):
        known = {text for text, _ in _texts(original)}
        texts = list(_texts(page))
        whole = " ".join(text for text, _ in texts)
        in_han, pure = _share(whole) > 0.5, not HAN.search(whole)
        for text, line in texts:
            if text not in known and not pure and _other_script(text, in_han=in_han):
                yield Note(
                    page.file,
                    line,
                    en=f"{quote(text, 40)} is not in the language of this page. Translate it.",
                    zh=f"{quote(text, 30)}不是这一页的语言。把它翻译过来。",
                )
            elif text in known and _says_something(text):
                yield Note(
                    page.file,
                    line,
                    en=f"{quote(text, 40)} stands word for word in {original.file}. Translate it.",
                    zh=f"{quote(text, 30)}和 {original.file} 一字不差。把它翻译过来。",
                )


def _other_script(text: str, *, in_han: bool) -> bool:
    """Whether a sentence is in Latin letters on a page in Han characters, or the other way."""
    han = HAN.search(text)
    if in_han:
        words = () if han else [word for word in text.split() if LETTER.search(word)]
        return sum(word.islower() for word in words) >= FEWEST_WORDS
    return bool(han) and _share(text) > 0.8 and _han(text) >= FEWEST_WORDS


def _han(text: str) -> int:
    """How many Han characters stand in `text`."""
    return sum(map(len, HAN.findall(text)))


def _share(text: str) -> float:
    """How much of the writing is in Han characters; a word in Latin letters counts as two."""
    han = _han(text)
    return han / (han + 2 * len(LATIN.findall(text))) if han else 0.0


def _texts(page: Page) -> Iterator[tuple[str, int]]:
    yield page.meta.title, page.marked.line("title")
    yield page.meta.description, page.marked.line("description")
    for heading in page.headings:
        yield heading.text, heading.line
    for block in page.blocks:
        if block.kind != "pre":
            text = block.text  # on one line, its spaces are single ones
            yield " ".join(text.split()) if "\n" in text else text, block.line


def _says_something(text: str) -> bool:
    """Whether it is more than a name, or several names."""
    words = [word for word in text.split() if LETTER.search(word)]
    if not HAN.search(text) and all(word[:1].isupper() for word in words):
        return False
    return len(LETTER.findall(text)) + 2 * _han(text) >= FEWEST
