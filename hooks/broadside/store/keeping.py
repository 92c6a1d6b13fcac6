"""Bytes and their key -> a file that is seen whole or not at all, whoever writes and whoever is killed.

A key is the hash of all that some bytes were made from, so what lies under a key never changes. A file appears under its
name by one rename (POSIX ``rename`` is atomic), so a reader sees all of it or nothing.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from broadside.store.using import DRAFT, FULL, LOCK, FullDiskError, hold, note_use


@dataclass(frozen=True)
class Store:
    """A folder of finished bytes, two levels deep so that no folder grows large."""

    root: Path

    def locate(self, key: str, ending: str) -> Path:
        """Return where the bytes of ``key`` lie, or would."""
        return Path(f"{self.root}/{key[:2]}/{key[2:]}{ending}")

    def has(self, key: str, ending: str) -> bool:
        """Say whether the bytes of ``key`` are there; if they are, they stay for the rest of this build."""
        path = f"{self.root}/{key[:2]}/{key[2:]}{ending}"
        try:
            return note_use(path, self.root / LOCK)
        except OSError:
            # Somebody else's file in a folder that several share: a copy of our own bears our time of use. Who may only read
            # leaves no trace.
            with contextlib.suppress(OSError):
                self._write(key, ending, Path(path).read_bytes())
            return True

    def put(self, key: str, ending: str, data: bytes) -> Path:
        """Write ``data``, read-only, under ``key`` and return its path; a second writer of the same key does no harm.

        Raises :class:`FullDiskError`; nothing is left then of what was begun.
        """
        return self._write(key, ending, data)

    def get_or_make(self, key: str, ending: str, make: Callable[[], bytes]) -> Path:
        """Return the path of ``key``'s bytes, making them first where they are not there."""
        return self.locate(key, ending) if self.has(key, ending) else self.put(key, ending, make())

    def _write(self, key: str, ending: str, data: bytes) -> Path:
        path = self.locate(key, ending)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=DRAFT)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(data)
                Path(draft).chmod(0o444)
                with hold(self.root / LOCK, fcntl.LOCK_SH):
                    Path(draft).replace(path)
            except BaseException:
                with contextlib.suppress(FileNotFoundError):
                    Path(draft).unlink()
                raise
        except OSError as error:
            if error.errno in FULL:
                raise FullDiskError(error.errno, error.strerror, str(self.root)) from error
            raise
        return path
