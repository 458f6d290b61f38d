"""What a command costs: seconds, processor seconds and memory of it and of all that it starts.

Reads `/proc`, so Linux only. Everything started here is ended here, by its own process group.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.02
"""Seconds between two looks at the processes. What a process does after the last look is lost."""
POLL = 0.01
"""Seconds between two requests for a page that should change."""
PATIENCE = 900.0
"""Seconds until a server that does not answer, or does not change, is given up."""


class Failed(Exception):
    """A command failed, or a page never came. Its text ends with what the command printed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Processor seconds of all processes together."""
    longest: float
    """Processor seconds that nothing could run beside: those of the first process and, of others
    that lived at the same time, of the one that worked longest. No build ends sooner, however idle
    the machine."""
    largest: int
    """Bytes of memory of the largest process at its peak."""
    together: int
    """Bytes of memory of all processes when they were largest together, shared pages in each."""

    def then(self, other: Cost) -> Cost:
        """This run and another one after it."""
        return Cost(
            self.wall + other.wall,
            self.cpu + other.cpu,
            self.longest + other.longest,
            max(self.largest, other.largest),
            max(self.together, other.together),
        )


@dataclass(frozen=True, slots=True)
class Command:
    """Something to start."""

    words: Sequence[str]
    folder: Path
    """Where it runs. What it prints goes into `output.log` there."""
    more: Mapping[str, str]
    """Added to the environment; an empty value takes a variable away."""

    def start(self) -> subprocess.Popen[bytes]:
        """Start it in a process group of its own."""
        # Whoever runs this may forbid it; nobody's readers and editors do.
        wanted = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **self.more}
        with (self.folder / "output.log").open("wb") as log:
            return subprocess.Popen(
                self.words,
                cwd=self.folder,
                env={key: value for key, value in wanted.items() if value},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def failed(self, what: str) -> Failed:
        """An error that ends with what was printed."""
        text = (self.folder / "output.log").read_text("utf-8", "replace")
        return Failed(f"{' '.join(self.words)}: {what}\n{text[-2000:]}")


def measure(command: Command) -> Cost:
    """Run it to its end. Raises Failed unless it ends with 0."""
    begin = time.perf_counter()
    process = command.start()
    works: dict[int, float] = {}
    lives: dict[int, tuple[float, float]] = {}
    largest = together = 0
    end = os.pidfd_open(process.pid)
    try:
        while not select.select([end], [], [], EVERY)[0]:
            now = 0
            for pid in _family(process.pid):
                try:
                    works[pid] = _worked(pid)
                    looked = time.perf_counter()
                    lives[pid] = (lives.get(pid, (looked,))[0], looked)
                    now_here, peak = _memory(pid)
                except (OSError, IndexError):
                    continue  # it has just ended
                largest = max(largest, peak)
                now += now_here
            together = max(together, now)
        wall = time.perf_counter() - begin
        first = _worked(process.pid)  # it has ended, and is still known
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        _end(process)
        raise
    finally:
        os.close(end)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise command.failed(f"ended with {process.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    lives.pop(process.pid, None)
    longest = min(cpu, first + _path(works, lives))
    return Cost(wall, cpu, longest, largest, together)


def _path(works: Mapping[int, float], lives: Mapping[int, tuple[float, float]]) -> float:
    """Of each group of processes that lived at the same time, the longest work; all added up."""
    found, most, end = 0.0, 0.0, 0.0
    for pid, (born, died) in sorted(lives.items(), key=lambda one: one[1]):
        if born > end:
            found, most = found + most, 0.0
        most, end = max(most, works[pid]), max(end, died)
    return found + most


@contextmanager
def serving(command: Command, address: str) -> Iterator[None]:
    """Keep a server running. Raises Failed if `address` is not answered in the end."""
    process = command.start()
    try:
        give_up = time.monotonic() + PATIENCE
        while not _answer(address):
            if process.poll() is not None or time.monotonic() > give_up:
                raise command.failed("does not serve")
            time.sleep(0.1)
        yield
    finally:
        _end(process)


def until(address: str, text: str, patience: float = PATIENCE) -> float:
    """Seconds until the page at `address` says `text`. Raises Failed if it never does."""
    begin = time.perf_counter()
    wanted = text.encode("utf-8")
    while wanted not in _answer(address):
        if time.perf_counter() - begin > patience:
            raise Failed(f"{address} did not change")
        time.sleep(POLL)
    return time.perf_counter() - begin


def _answer(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            data: bytes = answer.read()
            return data
    except (urllib.error.URLError, OSError):
        return b""


def _end(process: subprocess.Popen[bytes]) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            break
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            continue
    process.wait()


def _family(pid: int) -> list[int]:
    """The process and everything it has started, directly or not."""
    found = [pid]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def _worked(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> tuple[int, int]:
    """Bytes now, and at most so far."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    sizes = {key: rest for key, _, rest in (line.partition(":") for line in lines)}
    now, peak = (int(sizes.get(key, "0").split()[0]) for key in ("VmRSS", "VmHWM"))
    return now * 1024, peak * 1024
