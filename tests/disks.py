"""A disk that is full soon: a real file system of a given size, which only the command that runs beside it sees."""

from __future__ import annotations

from pathlib import Path


def on_small_disk(folder: Path, size: int) -> list[str]:
    """Return what to put before a command so that it finds a disk of ``size`` bytes in place of ``folder``."""
    return ["bwrap", "--dev-bind", "/", "/", "--size", str(size), "--tmpfs", str(folder), "--die-with-parent", "--"]
