"""The parts of a page that are compared one by one when a translation is checked.

A part is the title with the description, the answer, a section, or a step. Its mark is a digest
of its words in five letters, blind to spaces and line breaks.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from helpcenter.content.page import STEPS, Page

LETTERS = "bcdfghjklmnpqrstvwxz"
"""No vowels: a mark is never a word, a number or a date, so YAML reads it as text."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page that is compared as a whole."""

    kind: str
    """`head`, `answer`, `section` or `step`."""
    label: str
    """What an editor calls it: the section's title, the step's number."""
    text: str
    mark: str


def parts(page: Page) -> tuple[Part, ...]:
    """The parts of `page`, in order; those without words are left out."""
    return tuple(part for part in _parts(page) if part.text.strip())


def _parts(page: Page) -> Iterator[Part]:
    yield _part("head", "", f"{page.meta.title}\n{page.meta.description}")
    for section in page.sections:
        text = section.text
        if not section.id and not section.title:
            yield _part("answer", "", text)
            continue
        steps = page.steps if section.id == STEPS else ()
        for step in steps:
            text = text.replace(step.text, "", 1)
        yield _part("section", section.title, f"{section.title}\n{text.strip()}")
        for step in steps:
            number = f"{step.platform} {step.number}".strip()
            yield _part("step", number, step.text)


def _part(kind: str, label: str, text: str) -> Part:
    return Part(kind, label, text, mark(text))


def mark(text: str) -> str:
    """The five letters of `text`, the same however it is spaced and wrapped."""
    plain = "".join(unicodedata.normalize("NFC", text).split())
    number = int.from_bytes(hashlib.sha256(plain.encode("utf-8")).digest()[:8])
    letters = []
    for _ in range(5):
        number, rest = divmod(number, len(LETTERS))
        letters.append(LETTERS[rest])
    return "".join(letters)
