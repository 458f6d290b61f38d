"""Much of the same work on every core of the machine."""

from __future__ import annotations

import os
import pickle
import signal
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Task = TypeVar("Task")
Result = TypeVar("Result")

SOME, PORTIONS = 25, 500
"""Tasks in a portion, and how many portions there are at most: their numbers fit into a pipe."""
FAMILY = 5
"""How many times as large a portion may be that keeps kin together."""
NUMBER = 4
"""Bytes of a portion's number."""


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
    # Few at the end, so that no process waits long for another.
    size = max(min(SOME, 1 + len(tasks) // (8 * processes)), 1 + len(tasks) // PORTIONS)
    portions = [*_portions(tasks, size, kin)]
    with closing(_shared(work, portions, processes)) as done:
        yield from zip(tasks, chain.from_iterable(done), strict=True)


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


def _shared(
    work: Callable[[Task], Result], portions: Sequence[Sequence[Task]], processes: int
) -> Generator[list[Result], None, None]:
    """What `work` makes of each portion, in order.

    The numbers of all portions lie in a pipe, and a process takes one whenever it is free. Forked,
    it knows all that this one does; only results are sent, by each through a pipe of its own. If
    this process is killed, those pipes break, and the others end, too.
    """
    # Loaded only where there is much to do.
    from multiprocessing.connection import Pipe, wait

    numbers, end = os.pipe()
    os.write(end, b"".join(n.to_bytes(NUMBER, "little") for n in range(len(portions))))
    os.close(end)
    workers: dict[Connection, int] = {}
    found: dict[int, list[Result] | Exception] = {}
    try:
        for _ in range(processes):
            pipe, results = Pipe(duplex=False)
            worker = os.fork()
            if worker == 0:
                _work(work, portions, numbers, results, (pipe, *workers))
            results.close()
            workers[pipe] = worker
        working = list(workers)
        for number in range(len(portions)):
            while number not in found:
                if not working:
                    raise RuntimeError("a process was ended before its work was done")
                ready = wait(working)
                for pipe in [one for one in working if one in ready]:
                    try:
                        place, done = pipe.recv()
                        found[place] = done
                    except (EOFError, OSError):
                        working.remove(pipe)
            done = found.pop(number)
            if isinstance(done, Exception):
                raise done
            yield done
    finally:
        os.close(numbers)
        for pipe, worker in workers.items():
            pipe.close()
            os.kill(worker, signal.SIGKILL)  # one that is done has ended already
            os.waitpid(worker, 0)


def _work(
    work: Callable[[Task], Any],
    portions: Sequence[Sequence[Task]],
    numbers: int,
    results: Connection,
    others: Sequence[Connection],
) -> NoReturn:
    """Work in this process until all portions are taken, and end it."""
    try:
        for one in others:
            one.close()
        while number := os.read(numbers, NUMBER):
            place = int.from_bytes(number, "little")
            try:
                results.send((place, [work(task) for task in portions[place]]))
            except Exception as error:
                results.send((place, _told(error)))
    finally:
        os._exit(0)  # nothing of what was begun before is to be ended here


def _told(error: Exception) -> Exception:
    """The same error, as it can be sent, with a note of where it happened."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # whatever comes of an error that is not made for it
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
