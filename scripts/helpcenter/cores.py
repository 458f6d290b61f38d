"""Much of the same work on every core of the machine."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

SOME = 25
"""Tasks in a portion."""
FAMILY = 5
"""How many times as large a portion may be that keeps kin together."""


def spread(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    processes: int | None,
    many: int,
    kin: Callable[[Task], object] = lambda task: None,
) -> Iterator[tuple[Task, Result]]:
    """Each of `tasks`, in order, with what `work` makes of it.

    `processes` work at once; without it, one more for every `many` tasks, up to the number of
    cores. Where processes cannot be forked it is one. Tasks in a row of the same `kin` are one
    process's, if they are not too many. Raises whatever `work` raises, and RuntimeError if
    somebody else ended one of the processes.
    """
    processes = processes or min(os.cpu_count() or 1, 1 + len(tasks) // many)
    if processes == 1 or not hasattr(os, "fork"):
        yield from zip(tasks, map(work, tasks), strict=True)
        return
    # Loaded only where there is much to do.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Few at the end, so that no process waits long for another.
    size = min(SOME, 1 + len(tasks) // (8 * processes))
    portions = [*_portions(tasks, size, kin)]
    # A forked process inherits `work`, `tasks` and all they know; only results are sent.
    with ProcessPoolExecutor(processes, get_context("fork"), _begin, (work, portions)) as pool:
        done = chain.from_iterable(pool.map(_portion, range(len(portions))))
        yield from zip(tasks, done, strict=True)


def _portions(
    tasks: Sequence[Task], size: int, kin: Callable[[Task], object]
) -> Iterator[Sequence[Task]]:
    """The tasks in portions of `size`, some larger where that keeps kin together."""
    start = 0
    for end in range(1, len(tasks)):
        most = size if kin(tasks[end - 1]) is None else size * FAMILY
        if end - start >= most or (end - start >= size and kin(tasks[end - 1]) != kin(tasks[end])):
            yield tasks[start:end]
            start = end
    yield tasks[start:]


_work: Callable[[Any], Any]
_inherited: Sequence[Sequence[Any]]


def _begin(work: Callable[[Any], Any], portions: Sequence[Sequence[Any]]) -> None:
    from threading import Thread

    global _work, _inherited
    _work, _inherited = work, portions
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait until the process that all this is done for has ended, were it killed, and end, too."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
    os._exit(1)


def _portion(number: int) -> list[Any]:
    try:
        return [_work(task) for task in _inherited[number]]
    except Exception as error:
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:  # whatever comes of an error that is not made to be sent
            raise RuntimeError(f"{type(error).__name__}: {error}") from None
        raise
