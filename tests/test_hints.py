"""A quick look spares a page its expensive patterns, and never one that would find something."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpcenter.contacts import asking_words, handles, hosts
from helpcenter.rules import full_width_sign, malformed_link, missing_space, repeated_word

Hint = Callable[[str], object]
ZH = (*asking_words.HAND_OVER_ZH, asking_words.SCREEN_ZH, asking_words.MOVE_ZH)
EN = (*asking_words.HAND_OVER_EN, asking_words.SCREEN_EN, asking_words.MOVE_EN)
NAMES = (handles.NAMED_ACCOUNT, handles.SEARCHED, handles.ACCOUNT, handles.AT_NAME)
HINTS: list[tuple[re.Pattern[str], Hint]] = [
    *((one, lambda text: asking_words.NEEDED_ZH.search(text.lower())) for one in ZH),
    *((one, lambda text: asking_words.NEEDED_EN.search(text.lower())) for one in EN),
    *((one, lambda text: handles.HANDLE_HINT.search(text.lower())) for one in NAMES),
    (hosts.PLAIN_HOST, hosts.DOTTED.search),
    (hosts.SPACED_HOST, hosts.BEHIND_DOT.search),
    (missing_space.SEAM, missing_space.TOUCH.search),
    (full_width_sign.PLACE, full_width_sign.SIGN.search),
    (malformed_link.WRITTEN, malformed_link.BRACKET.search),
    (malformed_link.SWAPPED, malformed_link.BRACKET.search),
    (malformed_link.OPEN, malformed_link.BRACKET.search),
    (repeated_word.PLACE, repeated_word._stutters),
]


@pytest.mark.parametrize("place", range(len(HINTS)))
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_a_pattern_finds_has_its_hint(place: int, data: st.DataObject) -> None:
    pattern, hint = HINTS[place]
    text = data.draw(st.from_regex(pattern))
    if pattern.search(text):
        assert hint(text)
