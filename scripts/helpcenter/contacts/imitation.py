"""Hosts that a hasty eye takes for others: look-alike letters, other endings, swapped parts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from helpcenter.contacts.disguise import LOOKS_LATIN, plain
from helpcenter.contacts.host_endings import ENDINGS, SECOND_LEVELS


def skeleton(host: str) -> str:
    """What a hasty eye reads."""
    text = plain(host.translate(LOOKS_LATIN)).text.lower()
    text = text.translate(str.maketrans("01345|", "oieasl"))
    return text.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("i", "l")


def imitated(host: str, listed: Iterable[str], tokens: Iterable[str]) -> str:
    """The listed host or the brand's name that `host` imitates, or nothing.

    `listed` are hosts, `tokens` names of brands in Latin letters.
    """
    eye = skeleton(host)
    mixed = host != plain(host).text.lower() and not host.isascii()
    for known in listed:
        seen = skeleton(known)
        if eye == seen or (mixed and seen in eye):
            return known
        if _parts(eye) == _parts(seen) or _inner(eye) == _inner(seen):
            return known
        one, other = _inner(eye).replace("-", ""), _inner(seen).replace("-", "")
        if one == other or (len(other) >= 5 and _near(one, other)):
            return known
    flat = re.sub(r"[.-]", "", eye)
    for token in tokens:
        sign = skeleton(token)
        if len(sign) >= 4 and sign in flat:
            return token
        if len(sign) >= 6 and any(_near(part, sign) for part in re.split(r"[.-]", eye)):
            return token
    return ""


def _endless(host: str) -> list[str]:
    labels = host.split(".")
    while len(labels) > 1 and (labels[-1] in _ENDINGS_SEEN or labels[-1] in _SECOND_SEEN):
        labels.pop()
    return labels


_ENDINGS_SEEN = {skeleton(one) for one in ENDINGS}
_SECOND_SEEN = {skeleton(one) for one in SECOND_LEVELS}


def _parts(host: str) -> list[str]:
    words = re.split(r"[.-]", ".".join(_endless(host)))
    return sorted(word for word in words if word != "www")


def _inner(host: str) -> str:
    """The label that was registered."""
    return _endless(host)[-1]


def _near(one: str, other: str) -> bool:
    """Whether one letter was changed, added, dropped or swapped with its neighbour."""
    if one == other or abs(len(one) - len(other)) > 1:
        return one == other
    if len(one) == len(other):
        wrong = [place for place in range(len(one)) if one[place] != other[place]]
        if len(wrong) == 1:
            return True
        return (
            len(wrong) == 2
            and wrong[1] == wrong[0] + 1
            and one[wrong[0]] == other[wrong[1]]
            and one[wrong[1]] == other[wrong[0]]
        )
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
