"""Two pictures of a sheet, or one -> small copies of them and a picture of where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from broadside.press.engine import encode_webp
from broadside.press.photos import open_photo

SIDE_PX = 640
STRIP_PX = 1000
"""Our choices: the longest side of a picture, and of one that is more than three times as long as it is high."""
STRIP = 3
SEEN = 24
"""Our choice: a difference of fewer of 255 steps is the encoding of the picture (WebP with losses), not the print."""
MARK = (190, 0, 110)
"""Our choice: magenta, 5.9 : 1 on white, which no sign and few designs use."""
QUALITY = 80


@dataclass(frozen=True)
class Compared:
    """WebP pictures of one size, and ``share``, the part of the sheet that differs, 0 to 1; None where there is but one side."""

    before: bytes | None
    after: bytes | None
    difference: bytes | None
    share: float | None
    width_px: int
    height_px: int


def compare_pictures(before: Path | None, after: Path | None) -> Compared:
    """Return two pictures side by side and where they differ; of sizes that differ, the edge of the larger one counts as differing.

    Raises :class:`~broadside.press.photos.UnreadablePhotoError`.
    """
    sides = [shrink(open_photo(file)) if file else None for file in (before, after)]
    there = [side for side in sides if side]
    if not there:
        raise ValueError("a comparison needs a picture")
    size = max(each.width for each in there), max(each.height for each in there)
    old, new = (_pad(side, size) if side else None for side in sides)
    difference, share = mark_difference(old, new) if old and new else (None, None)
    drawn = [encode(each) if each else None for each in (old, new, difference)]
    return Compared(drawn[0], drawn[1], drawn[2], share, *size)


def mark_difference(old: Image.Image, new: Image.Image) -> tuple[Image.Image, float]:
    """Return ``new``, pale, with what differs from ``old`` marked, and the share of it that does."""
    channels = ImageChops.difference(old, new).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    mask = most.point([255 if value > SEEN else 0 for value in range(256)])
    share = mask.histogram()[255] / (new.width * new.height)
    # A single pixel would not be seen.
    thick = mask.filter(ImageFilter.MaxFilter(3))
    pale = Image.blend(new.convert("L").convert("RGB"), Image.new("RGB", new.size, "white"), 0.75)
    return Image.composite(Image.new("RGB", new.size, MARK), pale, thick), share


def shrink(picture: Image.Image) -> Image.Image:
    """Return a picture no larger than is looked at on one page with others."""
    long, short = max(picture.size), min(picture.size)
    scale = min(1, (STRIP_PX if long > STRIP * short else SIDE_PX) / long)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Image.Resampling.BILINEAR) if scale < 1 else picture


def encode(picture: Image.Image) -> bytes:
    """Return a picture as WebP."""
    return encode_webp(picture, picture.width, QUALITY)


def _pad(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return a picture on a grey ground of ``size``, from the left top corner."""
    if picture.size == size:
        return picture
    padded = Image.new("RGB", size, (160, 160, 160))
    padded.paste(picture)
    return padded
