"""A folder -> its files by address, each with a mark by which is seen that nobody has written it since."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import NamedTuple

FOLDER = ".broadside"
"""Where a site keeps what can be made anew, beside its content."""


class Mark(NamedTuple):
    """Which file it is on its disk, its size, and when it was written and, on POSIX, last changed in any way, in nanoseconds."""

    inode: int
    size: int
    written_ns: int
    changed_ns: int

    @property
    def last_ns(self) -> int:
        """When it was last touched; whoever writes it later than that leaves another mark, if the clock has ticked between."""
        return max(self.written_ns, self.changed_ns)


def make_mark(state: os.stat_result) -> Mark:
    """Return the mark of a file in that state."""
    return Mark(state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


def read_marks(folder: Path) -> dict[str, Mark]:
    """Return the mark of each file under ``folder``, by its address from there."""
    found: dict[str, Mark] = {}
    waiting = [""]
    while waiting:
        place = waiting.pop()
        with os.scandir(f"{folder}/{place}") as entries:
            for entry in entries:
                address = place + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{address}/")
                elif entry.is_file():
                    found[address] = make_mark(entry.stat())
    return found


def read_clock(folder: Path) -> int:
    """Return the time that a file written into ``folder`` now is given, in nanoseconds: its disk may keep another clock."""
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        return Path(file.name).stat().st_ctime_ns
