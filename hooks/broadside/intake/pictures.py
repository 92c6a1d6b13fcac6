"""A picture's bytes -> its size and the same picture of the parts alone that draw it, or why it is refused; nothing is decoded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from broadside.intake.jpeg import parse_jpeg
from broadside.intake.png import parse_png
from broadside.intake.rebuilt import Rebuilt
from broadside.intake.unfit import UnfitFileError
from broadside.intake.webp import parse_webp

PIXELS_MAX = 40_000_000
"""Decoded they take 160 MB, while they are decoded up to 400; our choice: twice what most telephones make, enough for A1 at 150
pixels to the inch. In four inks as many numbers are fewer pixels."""
SIDE_MAX = 16_383
"""The longest side that WebP can state (RFC 9649, 2.7); browsers show few that are longer."""

PARSERS: dict[str, tuple[bytes, Callable[[bytes], Rebuilt]]] = {
    "PNG": (b"\x89PNG\r\n\x1a\n", parse_png),
    "JPEG": (b"\xff\xd8\xff", parse_jpeg),
    "WebP": (b"RIFF", parse_webp),
}


@dataclass(frozen=True)
class Picture:
    """A picture that may be published: its size, its bytes without what does not draw it, and the names of what was left out."""

    width_px: int
    height_px: int
    data: bytes
    removed: tuple[str, ...]


def parse_picture(form: str, data: bytes) -> Picture:
    """Take a picture of ``form`` (PNG, JPEG, WebP) apart and put it together again.

    Raises :class:`UnfitFileError` for what is another thing, damaged, moving or too large to be shown or printed.
    """
    signature, parse = PARSERS[form]
    if not data.startswith(signature):
        raise UnfitFileError("file-content", form=form)
    rebuilt = parse(data)
    if rebuilt.is_moving:
        raise UnfitFileError("picture-moving")
    size = rebuilt.width_px, rebuilt.height_px
    most = PIXELS_MAX * 3 // rebuilt.inks
    if size[0] * size[1] > most or max(size) > SIDE_MAX:
        facts = {"width": size[0], "height": size[1], "most": most // 1_000_000, "side": SIDE_MAX}
        raise UnfitFileError("picture-large", **facts)
    return Picture(*size, b"".join(rebuilt.parts), tuple(dict.fromkeys(rebuilt.removed)))
