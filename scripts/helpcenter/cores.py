"""Much of the same work on every core of the machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def spread(
    work: Callable[[Task], Result], tasks: Sequence[Task], processes: int | None, many: int
) -> Iterator[tuple[Task, Result]]:
    """Each of `tasks`, in order, with what `work` makes of it.

    `processes` work at once; without it, one more for every `many` tasks, up to the number of
    cores. Where processes cannot be forked it is one. Raises whatever `work` raises.
    """
    processes = processes or min(os.cpu_count() or 1, 1 + len(tasks) // many)
    if processes == 1 or not hasattr(os, "fork"):
        yield from zip(tasks, map(work, tasks), strict=True)
        return
    # Loaded only where there is much to do.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A forked process inherits `work`, `tasks` and all they know; only results are sent.
    with ProcessPoolExecutor(processes, get_context("fork"), _inherit, (work, tasks)) as pool:
        numbers = range(len(tasks))
        # Some at once, and few at the end, so that no process waits long for another.
        size = min(25, 1 + len(tasks) // (8 * processes))
        yield from zip(tasks, pool.map(_inherited, numbers, chunksize=size), strict=True)


_work: Callable[[Any], Any]
_tasks: Sequence[Any]


def _inherit(work: Callable[[Any], Any], tasks: Sequence[Any]) -> None:
    global _work, _tasks
    _work, _tasks = work, tasks


def _inherited(number: int) -> Any:
    return _work(_tasks[number])
