"""Bytes and their key -> a file that is seen whole or not at all, whoever writes and whoever is killed.

A key is the hash of all that some bytes were made from, so what lies under a key never changes. A file appears under its
name by one rename (POSIX ``rename`` is atomic), so a reader sees all of it or nothing.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from broadside.store.remote import Remote, Wanted, open_remote
from broadside.store.using import DRAFT, FULL, LOCK, FullDiskError, hold, note_use

NOTES = ".remote"
"""The folder in a store for what is known of stores elsewhere."""


@dataclass(frozen=True)
class Store:
    """A folder of finished bytes, two levels deep so that no folder grows large.

    With a ``remote`` store it is a cache before that: what is missing here is fetched from there, what is made is sent there.
    """

    root: Path
    remote: Remote | None = None

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

    def read(self, key: str, ending: str) -> bytes | None:
        """Return the bytes of ``key``, or nothing where they are not there."""
        return self.locate(key, ending).read_bytes() if self.has(key, ending) else None

    def put(self, key: str, ending: str, data: bytes) -> Path:
        """Write ``data``, read-only, under ``key`` and return its path; a second writer of the same key does no harm.

        Raises :class:`FullDiskError`; nothing is left then of what was begun. Where the store elsewhere cannot be reached, what was
        written here stays, and is sent later.
        """
        path = self._write(key, ending, data)
        if self.remote is not None:
            self.remote.send(key, ending, data)
        return path

    def get_or_make(self, key: str, ending: str, make: Callable[[], bytes]) -> Path:
        """Return the path of ``key``'s bytes, making them first where they are not there."""
        if self.has(key, ending):
            return self.locate(key, ending)
        if self.remote is not None:
            self.fetch([(key, ending)])
            if self.has(key, ending):
                return self.locate(key, ending)
        return self.put(key, ending, make())

    def fetch(self, wanted: Iterable[Wanted], *, anew: bool = False) -> None:
        """Bring here what the store elsewhere has of ``wanted`` and this folder lacks, several files at once.

        Ask this before :meth:`has` for many keys: their names are listed, not asked for one by one. A listing is believed for some
        minutes; with ``anew`` it is made again, to find what others have just printed. Without a store elsewhere nothing happens.
        """
        if self.remote is None:
            return
        missing = [each for each in wanted if not self.has(*each)]
        if missing:
            self.remote.fetch(missing, self._write, anew=anew)
        self.remote.send_unsent(self.locate)

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


def open_store(folder: Path, address: str, secret: str) -> Store:
    """Return the store in ``folder``; in another where ``address`` is a path; before a store elsewhere where it is a URL.

    With a ``secret`` nothing is taken from there that was not sent by somebody who knows it. Raises
    :class:`~broadside.store.remote.AddressError`.
    """
    if "://" not in address:
        return Store(Path(address) if address else folder)
    return Store(folder, open_remote(address, folder.absolute() / NOTES, secret.encode()))
