"""Work on every core: in order, told when it fails, and ended with whoever wanted it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path

import pytest

from helpcenter.cores import SOME, spread

PATIENCE = 60
"""Seconds until processes that do not end are given up."""
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can fork")


class Odd(Exception):
    """An error that cannot be sent: it is made of more than it says."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are started."""
    numbers: list[int] = []
    real = os.fork

    def fork() -> int:
        number = real()
        numbers.append(number)
        return number

    monkeypatch.setattr(os, "fork", fork)
    return numbers


def none_left(started: list[int]) -> bool:
    for number in started:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
    return True


@pytest.mark.parametrize("number", [1, 7, 200, 600 * SOME + 1])
@pytest.mark.parametrize("processes", [1, 2, 5])
def test_everything_is_done_once_and_told_in_order(
    number: int, processes: int, started: list[int]
) -> None:
    found = spread(lambda task: task * 2, range(number), processes, 1)
    assert [*found] == [(task, task * 2) for task in range(number)]
    assert none_left(started)


def test_others_do_the_work_if_there_is_much_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    own = os.getpid()
    assert [done for _, done in spread(lambda _: os.getpid(), range(9), None, 10)] == [own] * 9
    assert own not in {done for _, done in spread(lambda _: os.getpid(), range(10), None, 10)}


@pytest.mark.parametrize("family", [3, 40, 100])
def test_kin_are_one_process_s(family: int) -> None:
    tasks = range(20 * family)
    found = [*spread(lambda _: os.getpid(), tasks, 4, 1, lambda task: task // family)]
    assert [task for task, _ in found] == [*tasks]
    assert len({(task // family, process) for task, process in found}) == 20


@pytest.mark.parametrize("number", [1, 7, 2_000])
def test_a_large_family_is_several_processes(number: int, tmp_path: Path) -> None:
    def work(task: int) -> int:
        # Whoever is first waits until somebody else has come.
        (tmp_path / str(os.getpid())).touch()
        while number > 1 and len(list(tmp_path.iterdir())) < 2:
            time.sleep(0.001)
        return task

    assert [done for _, done in spread(work, range(number), 2, 1, lambda task: 0)] == [
        *range(number)
    ]


def test_results_may_be_large() -> None:
    found = spread(lambda task: bytes(300_000 + task), range(20), 3, 1)
    assert [len(done) for _, done in found] == [300_000 + task for task in range(20)]


@pytest.mark.parametrize("processes", [1, 2])
def test_of_several_errors_the_first_is_told(processes: int, started: list[int]) -> None:
    def work(task: int) -> int:
        if task >= 30:
            raise ValueError(f"no {task}")
        return task

    with pytest.raises(ValueError, match=r"no \d+") as raised:
        list(spread(work, range(100), processes, 1))
    assert raised.value.args == ("no 30",)
    told = "".join(traceback.format_exception(raised.value))
    assert f'{Path(__file__)}", line' in told
    assert "in work" in told
    assert none_left(started)


def test_an_error_that_cannot_be_sent_is_told_all_the_same() -> None:
    def work(task: int) -> int:
        raise Odd(task, task)

    with pytest.raises(RuntimeError, match="Odd: 0 and 0"):
        next(spread(work, range(9), 2, 1))


def test_a_worker_that_was_ended_is_not_waited_for(started: list[int]) -> None:
    def work(task: int) -> int:
        if task == 50:
            os.kill(os.getpid(), signal.SIGKILL)
        return task

    with pytest.raises(RuntimeError, match="terminated abruptly"):
        list(spread(work, range(100), 2, 1))
    assert none_left(started)


def test_whoever_stops_asking_leaves_nobody_behind(started: list[int]) -> None:
    some = spread(lambda task: bytes(300_000), range(100), 2, 1)
    next(some)
    some.close()
    assert none_left(started)


def test_workers_end_when_the_one_they_work_for_is_killed() -> None:
    program = (
        "import sys; from helpcenter.cores import spread; "
        "some = spread(lambda task: bytes(300_000), range(100), 3, 1); next(some); "
        "print(flush=True); sys.stdin.read()"
    )
    alive, held = os.pipe()  # open as long as one of them lives
    command = [sys.executable, "-c", program]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=[held]
    ) as process:
        os.close(held)
        assert process.stdout
        process.stdout.readline()
        assert not select.select([alive], [], [], 0)[0]
        process.kill()
    assert select.select([alive], [], [], PATIENCE)[0]
    assert os.read(alive, 1) == b""
    os.close(alive)
