"""A kept file that is asked for -> whether it is there, and the time of its use on it, so that it is not cleared away meanwhile."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

GRACE_S = 24 * 3600.0
"""Our choice: what was used within a day is never cleared away; longer than a build should take."""
NOTED_S = 3600.0
"""Our choice: a use is noted once an hour, so that a build that finds everything there writes almost nothing. From the moment at
which a build was told that a file is there, it stays for at least ``GRACE_S - NOTED_S``."""
LOCK = ".lock"
DRAFT = ".draft-"
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""What a system answers where a disk, or one's share of it, is full (POSIX ``write``)."""


class FullDiskError(OSError):
    """A disk has no room for what was to be kept; ``filename`` is the folder. All that was kept before is whole."""


def find_use(state: os.stat_result) -> float:
    """Return when a file was last used, in seconds since 1970.

    That is the time of its reading, which we set ourselves: ``noatime`` and ``relatime`` do not matter. The time of its writing is
    left alone, for the built site has the same file under a second name, and a server makes its ETag of that time.
    """
    return max(state.st_atime, state.st_mtime)


def note_use(path: str, lock: Path) -> bool:
    """Say whether a file is there, and if so note that it is used now.

    Raises OSError where that cannot be noted: the system lets only a file's owner set its times (POSIX ``utimensat``).
    """
    try:
        state = os.stat(path)  # noqa: PTH116  asked tens of thousands of times in a build
    except (FileNotFoundError, NotADirectoryError):
        return False
    if not stat.S_ISREG(state.st_mode):
        return False
    now_ns = time.time_ns()
    if now_ns / 1e9 - find_use(state) < NOTED_S:
        return True
    with hold(lock, fcntl.LOCK_SH):
        try:
            os.utime(path, ns=(now_ns, state.st_mtime_ns))
        except FileNotFoundError:
            return False
    return True


@contextlib.contextmanager
def hold(lock: Path, how: int) -> Iterator[None]:
    """Hold a folder's lock: ``LOCK_SH`` while a file is noted or put, ``LOCK_EX`` while one is looked at and removed.

    It is held for microseconds, never while something is printed. Where a file system knows no locks, or the folder can only be
    read, nothing is held.
    """
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError:
        yield
        return
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, how)
        yield
    finally:
        os.close(descriptor)
