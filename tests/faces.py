"""Faces of the repository's own, for tests that shape and set words; what it does not ship is fetched once, and kept."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import Any

import yaml

from broadside.catalog.data import FaceRecord
from broadside.fetching import fetch_faces
from broadside.fonts import Face
from sites import REPOSITORY

FONTS = REPOSITORY / "posters" / "fonts"
RECORDS: dict[str, dict[str, Any]] = yaml.safe_load((FONTS / "fonts.yml").read_text("utf-8"))
FETCHED = REPOSITORY / ".broadside" / "fonts"
"""Where the tests keep the faces that are not shipped: fetched with the real npm, once a machine."""


def find_file(name: str) -> Path:
    """Return where the file of a face is: among those shipped, else among those fetched."""
    file = str(RECORDS[name]["file"])
    return FONTS / file if (FONTS / file).is_file() else FETCHED / file


def fetch_lacking() -> None:
    """Fetch every face that is recorded and not shipped; one process at a time."""
    FETCHED.mkdir(parents=True, exist_ok=True)
    with (FETCHED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        fetch_faces({name: FaceRecord.model_validate(record) for name, record in RECORDS.items()}, FETCHED)


def make_face(name: str) -> Face:
    """Return the face that fonts.yml calls ``name``."""
    record = RECORDS[name]
    return Face(name, find_file(name), record["family"], record["weight"], record["sha256"], record["covers"])


INTER, HAN, ARABIC, THAI = map(make_face, ("inter-bold", "noto-sans-sc-bold", "noto-naskh-arabic-bold", "noto-sans-thai-extrabold"))
