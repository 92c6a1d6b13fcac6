"""What some bytes are made from -> the key that they lie under."""

from __future__ import annotations

import hashlib
from pathlib import Path


def make_key(*parts: bytes | str) -> str:
    """Return the SHA-256 (FIPS 180-4) of ``parts``, each preceded by its length so that no two lists share a key."""
    encoded = [part.encode() if isinstance(part, str) else part for part in parts]
    return hashlib.sha256(b"".join([piece for data in encoded for piece in (len(data).to_bytes(8, "big"), data)])).hexdigest()


def hash_folder(folder: Path, pattern: str = "*") -> str:
    """Return one hash of the names and bytes of all files under ``folder`` that match ``pattern``."""
    files = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return make_key(*(part for path in files for part in (path.relative_to(folder).as_posix(), path.read_bytes())))
