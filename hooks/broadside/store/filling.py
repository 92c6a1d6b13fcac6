"""A disk that is full -> which one it is and what helps, in words."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from broadside.store.using import FULL
from broadside.texts import read_texts


def word_full_disk(error: OSError, store: Path, language: str) -> str | None:
    """Say which disk is full and what helps, where ``store`` is the folder of the site's store; nothing for any other fault."""
    if error.errno not in FULL:
        return None
    place = Path(os.fsdecode(error.filename2 or error.filename or tempfile.gettempdir())).absolute()
    place = next(each for each in (place, *place.parents) if each.exists())
    disk = next(each for each in (place, *place.parents) if each.is_mount())
    is_ours = store.exists() and store.stat().st_dev == place.stat().st_dev
    free = f"{shutil.disk_usage(disk).free // 1000:,} kB"
    return str(read_texts(language)["store"]["full" if is_ours else "full-elsewhere"]).format(disk=disk, place=place, free=free)
