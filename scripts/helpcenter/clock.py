"""Where the time of a command goes: `helpcenter build --profile`."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from helpcenter.speech import Speech


@dataclass
class Spent:
    """Seconds, without those of the parts inside."""

    wall: float = 0.0
    cpu: float = 0.0
    """Of this process and of those it started."""


_parts: dict[str, Spent] = {}
_open: list[Spent] = []


@contextmanager
def part(name: str) -> Iterator[None]:
    """Count what is done inside as `name`, and no longer as the part around."""
    inner = Spent()
    _open.append(inner)
    wall, cpu = _now()
    try:
        yield
    finally:
        wall, cpu = (after - before for after, before in zip(_now(), (wall, cpu), strict=True))
        _open.pop()
        spent = _parts.setdefault(name, Spent())
        spent.wall += wall - inner.wall
        spent.cpu += cpu - inner.cpu
        if _open:
            _open[-1].wall += wall
            _open[-1].cpu += cpu


def _now() -> tuple[float, float]:
    user, system, childs_user, childs_system, _ = os.times()
    return time.perf_counter(), user + system + childs_user + childs_system


def reset() -> None:
    """Forget what was counted."""
    _parts.clear()


def table(speech: Speech) -> Iterator[str]:
    """The parts, longest first, for the terminal."""
    yield f"{speech(en='seconds', zh='秒'):>8} {'CPU':>7}"
    for name, spent in sorted(_parts.items(), key=lambda one: -one[1].wall):
        yield f"{spent.wall:8.2f} {spent.cpu:7.2f}  {name}"
    _, cpu = _now()
    yield f"{sum(one.wall for one in _parts.values()):8.2f} {cpu:7.2f}  " + speech(
        en="together; CPU since the start", zh="合计；CPU 从启动算起"
    )
