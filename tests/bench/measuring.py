"""A command -> what it took: seconds on the clock, seconds of processor with all its children, and memory."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY_S = 0.25
"""Our choice: often enough for a build of seconds, seldom enough to cost it nothing that shows."""


@dataclass(frozen=True)
class Taken:
    """What a command took.

    ``largest_mb`` is its largest process (getrusage, ``ru_maxrss``), ``whole_mb`` the most that all its processes had at one
    time, what they share counted once (``Pss`` of /proc/PID/smaps_rollup, looked at now and then).
    """

    wall_s: float
    cpu_s: float
    largest_mb: float
    whole_mb: float


def measure(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Taken:
    """Run ``command`` in ``folder``; raises ``RuntimeError`` with the end of what it said where it fails."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        running = subprocess.Popen(
            command, env=dict(environment), cwd=folder, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        with ending(running), watch(running.pid) as most:
            _, status, usage = os.wait4(running.pid, 0)
            wall_s = time.perf_counter() - start
            running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {said.read().decode(errors='replace')[-2000:]}")
    return Taken(wall_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000, max(most) / 1000)


def end_on_signals() -> None:
    """Let a signal to end (``kill``, a pipeline that is taken back) end this program as Ctrl-C does: what it began ends with it."""
    for each in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, lambda number, _: sys.exit(128 + number))


@contextlib.contextmanager
def ending(running: subprocess.Popen[bytes]) -> Iterator[None]:
    """End the session that ``running`` leads if it still runs when the block ends, whatever ended that."""
    try:
        yield
    finally:
        if running.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()


def read_cpu(session: int) -> float:
    """Return the seconds of processor that the processes of a session took so far, with their children that have ended.

    A child's time is its own while it runs and its parent's when it has ended (proc_pid_stat(5), fields 14 to 17): none is lost.
    """
    ticks = 0
    for process in _list_processes(session):
        with contextlib.suppress(OSError):
            fields = (process / "stat").read_text("utf-8").rpartition(")")[2].split()
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def watch(session: int) -> Iterator[list[int]]:
    """Collect what the processes of ``session`` have together, in kB, while the block runs."""
    most, done = [0], threading.Event()

    def look() -> None:
        while not done.wait(LOOK_EVERY_S):
            most.append(sum(_read_memory(process) for process in _list_processes(session)))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield most
    finally:
        done.set()
        watcher.join()


def _list_processes(session: int) -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError):
            # After the name in brackets come state, parent, group and session (proc_pid_stat(5)).
            if int((process / "stat").read_text("utf-8").rpartition(")")[2].split()[3]) == session:
                yield process


def _read_memory(process: Path) -> int:
    with contextlib.suppress(OSError):
        if found := re.search(r"^Pss: +(\d+)", (process / "smaps_rollup").read_text("utf-8"), re.MULTILINE):
            return int(found[1])
    return 0
