"""A film or its captions -> whether a browser plays it, and nothing in it could fetch something or tell where it was made."""

from __future__ import annotations

import re

from broadside.intake.mp4 import check_mp4
from broadside.intake.unfit import UnfitFileError
from broadside.intake.webm import check_webm

FILMS = {".mp4": check_mp4, ".webm": check_webm}
CAPTIONS = ".vtt"
SIGNATURE = re.compile(r"WEBVTT(?:[ \t].*)?(?:\n|$)")
"""How a file of captions begins (WebVTT, 4.1)."""
STYLE = re.compile(r"^STYLE[ \t]*$", re.MULTILINE)
"""A block of CSS (WebVTT, 4.1); captions have the look of the site."""


def check_captions(text: str) -> None:
    """Raise UnfitFileError for what are no captions, or captions with a style of their own."""
    if not SIGNATURE.match(text):
        raise UnfitFileError("file-content", form="WebVTT")
    if STYLE.search(text):
        raise UnfitFileError("file-active", what="STYLE")
