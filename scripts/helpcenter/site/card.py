"""The small things a page is made of besides its text: pointers to pages, languages, twins."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """A page as others point to it."""

    path: str
    title: str
    short: str
    description: str
    url: str
    urgent: bool
    lang: str
    """Language of the words, if it is not the language of the page around; else empty."""
    count: int = 0
    """Of a topic: how many questions it holds."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A language of the switch."""

    name: str
    lang: str
    url: str
    current: bool
    twin: bool
    """Whether it leads to the same page; else to that language's home page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A section with its links filled in."""

    id: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Twin:
    """The same page in another language, to be read beside this one."""

    name: str
    lang: str
    title: str
    answer: str
    sections: tuple[Shown, ...]
