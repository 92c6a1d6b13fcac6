"""Faces of the repository's own, for tests that shape and set words."""

from __future__ import annotations

from typing import Any

import yaml

from broadside.fonts import Face
from sites import REPOSITORY

FONTS = REPOSITORY / "posters" / "fonts"
RECORDS: dict[str, dict[str, Any]] = yaml.safe_load((FONTS / "fonts.yml").read_text("utf-8"))


def make_face(name: str) -> Face:
    """Return the face that fonts.yml calls ``name``."""
    record = RECORDS[name]
    return Face(name, FONTS / record["file"], record["family"], record["weight"], record["sha256"], record["covers"])


INTER, HAN, ARABIC, THAI = map(make_face, ("inter-bold", "noto-sans-sc-bold", "noto-naskh-arabic-bold", "noto-sans-thai-extrabold"))
