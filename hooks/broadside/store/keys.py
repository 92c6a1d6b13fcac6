"""What some bytes are made from -> the key that they lie under."""

from __future__ import annotations

import hashlib
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
