"""New files, as bytes by path -> files on the disk: all of them or none, and never in the place of one that is there."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


class FileIsThereError(Exception):
    """A file that was to be new is there already."""


def lay_files(root: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write ``files``, by path from ``root``, and return their places.

    Each is written whole under a hidden name first and appears under its own by one link (POSIX ``link`` fails where a name is
    taken). Raises :class:`FileIsThereError` with the path that is taken; then, and whatever else goes wrong, nothing stays.
    """
    laid: list[Path] = []
    try:
        for name, data in files.items():
            place = root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            _lay(place, name, data)
            laid.append(place)
    except BaseException:
        for place in laid:
            with contextlib.suppress(FileNotFoundError):
                place.unlink()
        raise
    return tuple(laid)


def _lay(place: Path, name: str, data: bytes) -> None:
    descriptor, draft = tempfile.mkstemp(dir=place.parent, prefix=".draft-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(draft).chmod(0o666 & ~_read_mask())
        try:
            place.hardlink_to(draft)
        except FileExistsError:
            raise
        except OSError:  # a stick or a share whose file system has no links
            with place.open("xb") as new:
                new.write(data)
    except FileExistsError as error:
        raise FileIsThereError(name) from error
    finally:
        Path(draft).unlink()


def _read_mask() -> int:
    """Return which rights this process takes from new files; the system tells only by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
