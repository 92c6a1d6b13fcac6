"""Content-addressed bytes on disk: atomic, shared by processes, safe to kill at any moment.

A key is the hash of all that some bytes were made from, so what lies under a key never changes. A file appears under its
name by one rename (POSIX ``rename`` is atomic), so a reader sees all of it or nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


def make_key(*parts: bytes | str) -> str:
    """Return the SHA-256 (FIPS 180-4) of ``parts``, each preceded by its length so that no two lists share a key."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def hash_folder(folder: Path, pattern: str = "*") -> str:
    """Return one hash of the names and bytes of all files under ``folder`` that match ``pattern``."""
    files = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return make_key(*(part for path in files for part in (path.relative_to(folder).as_posix(), path.read_bytes())))


@dataclass(frozen=True)
class Store:
    """A folder of finished bytes, two levels deep so that no folder grows large."""

    root: Path

    def locate(self, key: str, ending: str) -> Path:
        """Return where the bytes of ``key`` lie, or would."""
        return Path(f"{self.root}/{key[:2]}/{key[2:]}{ending}")

    def has(self, key: str, ending: str) -> bool:
        """Say whether the bytes of ``key`` are there."""
        return self.locate(key, ending).is_file()

    def put(self, key: str, ending: str, data: bytes) -> Path:
        """Write ``data``, read-only, under ``key`` and return its path; a second writer of the same key does no harm."""
        path = self.locate(key, ending)
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(draft).chmod(0o444)
            Path(draft).replace(path)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(draft).unlink()
            raise
        return path

    def get_or_make(self, key: str, ending: str, make: Callable[[], bytes]) -> Path:
        """Return the path of ``key``'s bytes, making them first where they are not there."""
        path = self.locate(key, ending)
        return path if path.is_file() else self.put(key, ending, make())
