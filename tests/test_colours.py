"""Colours are far enough apart to be read, light and dark, wherever a style puts one on another.

Browser tests see most of it; what stands on a pattern or beside something drawn they leave open.
"""

from __future__ import annotations

import re

import pytest

from conftest import ROOT

CSS = (ROOT / "overrides/assets/styles/site.css").read_text("utf-8")
TEXT = [
    *(("ink", one) for one in ("paper", "surface", "accent-soft", "urgent-soft", "warn-soft")),
    *(("ink", "mark"), ("muted", "paper"), ("muted", "surface"), ("muted", "urgent-soft")),
    *(("accent", one) for one in ("paper", "surface", "accent-soft", "urgent-soft", "warn-soft")),
    *(("urgent", "surface"), ("urgent", "urgent-soft"), ("surface", "urgent"), ("surface", "ok")),
    *(("warn", "warn-soft"), ("warn", "paper"), ("ok", "surface"), ("ok", "paper")),
    *(("on-accent", "accent"), ("on-deep", "deep"), ("accent", "mark")),
]
"""A colour for letters, and what it stands on."""
EDGES = [("edge", "paper"), ("edge", "surface"), ("focus", "paper"), ("focus", "surface")]


def looks() -> dict[str, dict[str, str]]:
    """The colours by name, light and dark."""
    blocks = re.findall(r":root[^{]*{([^}]*)}", CSS)
    light, dark, chosen = (dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in blocks[:3])
    assert dark == chosen, "dark by the machine and dark by choice are the same"
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    """By WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(one * 2 for one in colour[1:])
    parts = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_letters_can_be_read(look: str, front: str, back: str) -> None:
    colours = looks()[look]
    assert contrast(colours[front], colours[back]) >= 4.5


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), EDGES)
def test_edges_of_fields_can_be_seen(look: str, front: str, back: str) -> None:
    colours = looks()[look]
    assert contrast(colours[front], colours[back]) >= 3


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_pattern_behind_the_question_does_not_cover_it(look: str) -> None:
    deep = looks()[look]["deep"]
    opacity = float(re.search(r"stroke-opacity=\"(\.\d+)\"", CSS)[1])  # type: ignore[index]
    parts = (int(deep[place : place + 2], 16) for place in (1, 3, 5))
    mixed = "#" + "".join(f"{round(255 * opacity + one * (1 - opacity)):02x}" for one in parts)
    assert contrast("#ffffff", mixed) >= 4.5
