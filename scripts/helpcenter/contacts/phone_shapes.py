"""How many digits telephone numbers have, how they begin and how they are grouped."""

from __future__ import annotations

import re
from collections.abc import Sequence

STRONG = re.compile(
    r"(?:0{0,2}86)?0?(?:[48]00\d{7}|1[3-9]\d{9})"
    r"|(?:0{0,2}860?|0)(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}"
    r"|(?:00)?1?8(?:00|33|44|55|66|77|88)\d{7}"
)
"""Shapes that nothing but telephone numbers have: service, mobile and area numbers."""
SERVICE = re.compile(r"95\d{3}|9[56]\d{4}|96\d{3}")
"""Short numbers of companies."""
COMMON = re.compile(r"1[02]\d{3}|11[68]\d{3}|10\d{6}")
"""Short numbers of carriers and public bodies, which look like any round amount."""


def is_grouped(digits: str, sizes: Sequence[int]) -> bool:
    """Numbers that only their groups give away: 212-555-0142, 020 7946 0018."""
    if list(sizes) in ([3, 3, 4], [1, 3, 3, 4]):
        area = digits[-10:]
        return area[0] in "23456789" and (len(digits) == 10 or digits[0] == "1")
    return len(sizes) > 1 and sizes[0] > 1 and digits[0] == "0" and len(digits) in (10, 11)


def is_uneven(sizes: Sequence[int]) -> bool:
    """Groups as case numbers have them, 4000-5678-90 or 1800 5550 199; nobody dials like that."""
    short = len(sizes) > 1 and sizes[-1] < 3 and set(sizes) != {1}
    return short or list(sizes) == [4, 4, 3]
