"""Processes as the tests see them from outside: those that one has started, and whether they run."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path


def list_children(pid: int) -> list[int]:
    """Return the processes that ``pid`` has started and that run."""
    children = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            if int(parent) == pid and state != "Z":
                children.append(int(stat.parent.name))
    return children


def list_printers(pid: int) -> list[int]:
    """Return those that print of the processes that ``pid`` has started."""
    printers = []
    for child in list_children(pid):
        with contextlib.suppress(OSError):
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                printers.append(child)
    return printers


def is_running(pid: int) -> bool:
    """Say whether a process is there and is not only waiting to be forgotten."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(pids: list[int], patience_s: float) -> list[int]:
    """Return those of ``pids`` that still run after so many seconds."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end and any(map(is_running, pids)):
        time.sleep(0.05)
    return [pid for pid in pids if is_running(pid)]


def wait_until(holds: Callable[[], object], patience_s: float = 120) -> None:
    """Wait for a condition; fails where it does not come about."""
    end = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)
