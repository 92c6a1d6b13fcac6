"""An editor's photograph -> a JPEG of the carrier's resolution and no more: turned upright, cropped, its metadata removed."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from broadside.units import MM_PER_INCH

PHOTO_PPI = 200
"""Our choice: enough for a sheet read from an arm's length; print shops ask for 150 to 300."""
PIXELS_MAX = 12_000
"""Our choice: the longest side; a larger photograph costs memory and shows nothing more."""
JPEG_QUALITY = 88
FORMATS = ("JPEG", "PNG", "WEBP")


class UnreadablePhotoError(Exception):
    """The file is no photograph that can be printed; the message says why."""


def prepare_photo(file: Path, width_mm: float, height_mm: float, focus: tuple[float, float]) -> bytes:
    """Return the JPEG of ``file`` cropped to the proportions of width x height around ``focus`` (shares from left and top).

    Raises :class:`UnreadablePhotoError` for what is not a JPEG, PNG or WebP picture, or is too large to be one in good faith.
    """
    limit = min(PIXELS_MAX, round(max(width_mm, height_mm) / MM_PER_INCH * PHOTO_PPI))
    proportions = width_mm / height_mm
    target = (limit, round(limit / proportions)) if proportions >= 1 else (round(limit * proportions), limit)
    upright = open_photo(file)
    smaller = min(target[0], upright.width), min(target[1], upright.height)
    share = min(smaller[0] / target[0], smaller[1] / target[1])
    size = max(1, round(target[0] * share)), max(1, round(target[1] * share))
    fitted = ImageOps.fit(upright, size, Image.Resampling.LANCZOS, centering=focus)
    fitted.info.clear()  # a comment or a profile of the camera would be written out again
    buffer = io.BytesIO()
    fitted.save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return buffer.getvalue()


def open_photo(file: Path) -> Image.Image:
    """Return the photograph turned upright (EXIF 2.32, Orientation) in RGB; raises :class:`UnreadablePhotoError`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as opened:
                return ImageOps.exif_transpose(opened).convert("RGB")
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise UnreadablePhotoError(str(error).replace(str(file), file.name)) from error
